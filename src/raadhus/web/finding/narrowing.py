"""The facets of a search as links: each value narrows it, each choice can be taken away. All of it is address."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from raadhus.meetings.choices import Outcome
from raadhus.search import Facet, FacetName, FacetValue
from raadhus.web.finding.forms import SORTINGS, SearchForm
from raadhus.web.paging import PARAMETER
from raadhus.web.templatetags.dates import day

PARAMETERS: Mapping[FacetName, str] = {
    "organization": "organ",
    "year": "aar",
    "type": "type",
    "outcome": "udfald",
    "department": "afdeling",
    "of_case": "sagsnr",
    "person": "person",
}
SHOWN = 6
"""So many values of a facet stand open; the others unfold."""


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    address: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    first: tuple[Link, ...]
    more: tuple[Link, ...]


def chosen_in(form: SearchForm) -> dict[FacetName, str]:
    """The values chosen among the facets; the organization is a field of the form already."""
    asked = form.cleaned_data
    return {
        name: asked[parameter]
        for name, parameter in PARAMETERS.items()
        if name != "organization" and asked[parameter]
    }


def groups_of(facets: Iterable[Facet], form: SearchForm, request: HttpRequest) -> list[Group]:
    """What the result can be narrowed by: facets not chosen yet, with more than one value."""
    by_name = {facet.name: facet for facet in facets}
    return [
        _group(by_name[name], parameter, request)
        for name, parameter in PARAMETERS.items()
        if name in by_name and not form.cleaned_data[parameter] and len(by_name[name].values) > 1
    ]


def choices_in(form: SearchForm, request: HttpRequest) -> list[Link]:
    """What was chosen, each with the address of the same search without it."""
    asked = form.cleaned_data
    told: dict[str, str] = {}
    if asked["organ"]:
        told["organ"] = str(asked["organ"])
    for name, parameter in PARAMETERS.items():
        if name != "organization" and asked[parameter]:
            told[parameter] = _label(name, FacetValue(asked[parameter], asked[parameter], 0))
    if asked["fra"]:
        told["fra"] = _("fra %(day)s") % {"day": day(asked["fra"])}
    if asked["til"]:
        told["til"] = _("til %(day)s") % {"day": day(asked["til"])}
    if asked["sag"]:
        told["sag"] = _("sag %(number)s") % {"number": asked["sag"]}
    return [Link(text, _address(request, without=parameter)) for parameter, text in told.items()]


def orders_of(form: SearchForm, request: HttpRequest) -> list[tuple[str, str, str]]:
    """The ways to sort: value, name, and the address of the same search so sorted; none for the one chosen."""
    chosen = form.cleaned_data["sortering"] or SORTINGS[0][0]
    if not form.cleaned_data["q"]:
        return []  # nothing to fit: the newest come first
    return [
        (value, str(label), "" if value == chosen else _address(request, sortering=value))
        for value, label in SORTINGS
    ]


def address_of_text(request: HttpRequest, text: str) -> str:
    """The same search for another text."""
    return _address(request, q=text)


def _group(facet: Facet, parameter: str, request: HttpRequest) -> Group:
    links = tuple(
        Link(_label(facet.name, value), _address(request, **{parameter: value.value}), value.count)
        for value in facet.values
    )
    return Group(_title(facet.name), links[:SHOWN], links[SHOWN:])


def _title(name: FacetName) -> str:
    return {
        "organization": _("Organ"),
        "year": _("År"),
        "type": _("Slags"),
        "outcome": _("Udfald"),
        "department": _("Afdeling"),
        "of_case": _("Sag"),
        "person": _("Oplægsholder eller sagsbehandler"),
    }[name]


def _label(name: FacetName, value: FacetValue) -> str:
    if name == "outcome" and value.value in Outcome.values:
        return capfirst(str(Outcome(value.value).label))
    if name == "type":
        return _types().get(value.value, value.label)
    return value.label


def _types() -> dict[str, str]:
    return {
        "item": _("Punkter"),
        "decision": _("Beslutninger"),
        "recommendation": _("Indstillinger"),
        "annex": _("Bilag"),
        "minutes": _("Referater"),
        "agenda": _("Dagsordener"),
    }


def _address(request: HttpRequest, without: str = "", **values: str) -> str:
    query: QueryDict = request.GET.copy()
    for name in (PARAMETER, without):
        query.pop(name, None)
    for name, value in values.items():
        query[name] = value
    for name in [name for name, value in query.items() if not value]:
        del query[name]
    return f"?{query.urlencode()}"
