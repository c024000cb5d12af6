"""How far search by meaning has come, for an administrator. Nobody else knows of the page."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from raadhus.web.readers import reader_in


@require_safe
@never_cache
def how_far(request: HttpRequest) -> HttpResponse:
    reader = reader_in(request)
    if not reader.sees_all:
        raise Http404
    now = None
    if settings.RAADHUS_EMBEDDING_ADDRESS:
        from raadhus.search import meaning  # what it needs is there only where it is turned on

        now = meaning.status(reader=reader)
    return render(request, "finding/meaning.html", {"now": now})
