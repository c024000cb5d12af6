"""The front page, the search and the questions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raadhus.assistant import answer
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.search import Results, search
from raadhus.web.finding.forms import QuestionForm, SearchForm
from raadhus.web.paging import PARAMETER, number_in
from raadhus.web.readers import reader_in

HITS = 10
DEEPEST = 100  # pages of hits; nobody reads further, and a deep offset costs


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    reader = reader_in(request)
    meetings = Meeting.objects.visible_to(reader).select_related("organization")
    decided = (
        AgendaItem.objects.visible_to(reader).decided().select_related("meeting__organization", "decision")
    )
    return render(
        request,
        "finding/front.html",
        {
            "upcoming": meetings.upcoming()[:5],
            "latest": meetings.held()[:5],
            "decided": decided[:5],
            "organizations": Organization.objects.filter(pk__in=meetings.values("organization")).in_order(),
        },
    )


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET)
    number = min(number_in(request, PARAMETER) or 1, DEEPEST)
    reader = reader_in(request)
    results = _found(form, number, reader=reader) if form.asks else None
    hits = results.hits if results else ()
    cases = AgendaItem.objects.visible_to(reader).filter(case__number__in={hit.case_number for hit in hits})
    last = min(-(-results.total // HITS), DEEPEST) if results else 0
    return render(
        request,
        "finding/search.html",
        {
            "form": form,
            "results": results,
            "cases": set(cases.values_list("case__number", flat=True)),
            "number": number,
            "last": last,
            "start": (number - 1) * HITS + 1,
        },
    )


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    form = QuestionForm(request.GET)
    given = None
    if form.is_valid() and (question := form.cleaned_data["q"].strip()):
        given = answer(question, reader=reader_in(request))
    numbers = [citation.number for citation in given.citations] if given else []
    return render(request, "finding/ask.html", {"form": form, "answer": given, "numbers": numbers})


def _found(form: SearchForm, number: int, *, reader: Reader) -> Results:
    asked = form.cleaned_data
    return search(
        asked["q"],
        reader=reader,
        limit=HITS,
        offset=(number - 1) * HITS,
        organization=str(asked["organ"].pk) if asked["organ"] else None,
        since=asked["fra"],
        until=asked["til"],
        case=asked["sag"] or None,
        sort=asked["sortering"] or "relevance",
    )
