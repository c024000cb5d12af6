"""The abbreviations learnt from the papers, for an administrator to approve. Nobody else knows of the page."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from raadhus.documents.models import Abbreviation
from raadhus.openness import NotAllowed
from raadhus.search import abbreviations, decide
from raadhus.web.paging import page_of
from raadhus.web.readers import reader_in

SHOWN = 50


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    try:
        rows = abbreviations(reader=reader_in(request)).prefetch_related("passages__page")
    except NotAllowed:
        raise Http404 from None
    return render(request, "finding/abbreviations.html", {"page": page_of(request, rows, size=SHOWN)})


@require_POST
def decided(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        decide(pk, approved=request.POST.get("svar") == "ja", by=reader_in(request))
    except (NotAllowed, Abbreviation.DoesNotExist):
        raise Http404 from None
    return redirect("abbreviations")
