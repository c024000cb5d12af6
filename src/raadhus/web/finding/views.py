"""The front page, the search and the questions."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.search import Results, Suggestion, corrected, search, suggestions
from raadhus.web.finding.forms import SearchForm
from raadhus.web.finding.narrowing import address_of_text, choices_in, chosen_in, groups_of, orders_of
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
    meant = corrected(form.cleaned_data["q"], reader=reader) if results and number == 1 else None
    last = min(-(-results.groups // HITS), DEEPEST) if results else 0
    return render(
        request,
        "finding/search.html",
        {
            "form": form,
            "results": results,
            "groups": groups_of(results.facets, form, request) if results else (),
            "choices": choices_in(form, request) if form.is_valid() else (),
            "orders": orders_of(form, request) if results else (),
            "meant": meant,
            "meant_address": address_of_text(request, meant) if meant else "",
            "cases": set(cases.values_list("case__number", flat=True)),
            "number": number,
            "last": last,
            "at_least": results is not None and not results.all_grouped,
            "start": (number - 1) * HITS + 1,
        },
    )


@require_safe
@never_cache
def suggest(request: HttpRequest) -> JsonResponse:
    """What the text in the search box may be the beginning of."""
    found = suggestions(request.GET.get("q", ""), reader=reader_in(request))
    return JsonResponse({"suggestions": [_shape(one) for one in found]})


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
        chosen=chosen_in(form),
        facets=True,
        grouped=True,
    )


def _shape(suggestion: Suggestion) -> dict[str, str]:
    kinds = {
        "organization": _("Organ"),
        "meeting": _("Møde"),
        "case": _("Sag"),
        "person": _("Person"),
    }
    quoted = urlencode({"q": f'"{suggestion.text}"'})
    text, more = suggestion.text, suggestion.more
    if suggestion.kind == "case" and more:
        text, more = more, text  # people know a case by its name
    return {
        "kind": kinds[suggestion.kind],
        "text": text,
        "more": more,
        "url": suggestion.url or f"{reverse('search')}?{quoted}",
    }
