"""The words of the trade on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raadhus.procedure.terms import terms


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    return render(request, "asking/words.html", {"terms": terms()})
