"""Facets: how many of the passages found belong to each organization, year, kind ... Counted inside the
conditions that say what the reader may see, so nothing else can show in a name or a number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import tantivy
from tantivy import Occur, Query

from raadhus.organisation.models import Organization
from raadhus.search._schema import schema

FacetName = Literal["organization", "department", "year", "type", "outcome", "of_case", "person"]
FACETS: tuple[FacetName, ...] = (
    "organization", "department", "year", "type", "outcome", "of_case", "person",
)  # fmt: skip
MOST = 40
TYPES = ("item", "decision", "recommendation", "annex", "minutes", "agenda")
"""The kinds of paper that people ask for; passages of other kinds have none."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """`value` is what stands in the address, `label` a name where the value is none (an organization's id)."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    name: FacetName
    values: tuple[FacetValue, ...]


Counts = Mapping[FacetName, list[tuple[str, int]]]


def counted(searcher: tantivy.Searcher, query: Query) -> Counts:
    """Return the values of each facet with their numbers among what `query` lets through.

    It goes through all that matches, beside whatever else is done: it asks no database, so it may run in a
    thread of its own.
    """
    asked = {name: {"terms": {"field": name, "size": MOST}} for name in FACETS}
    told: Mapping[str, Any] = searcher.aggregate(query, asked)
    return {
        name: [(str(bucket["key"]), int(bucket["doc_count"])) for bucket in told[name]["buckets"]]
        for name in FACETS
    }


def facets_of(counts: Counts) -> tuple[Facet, ...]:
    """Give what was counted its names."""
    names = _organization_names(value for value, _ in counts["organization"])
    facets = []
    for name in FACETS:
        found = counts[name]
        if name == "organization":
            found = [(value, count) for value, count in found if value in names]
        if name == "type":
            found = [(value, count) for value, count in found if value in TYPES]
        if name == "year":
            found = sorted(found, reverse=True)
        values = tuple(FacetValue(value, names.get(value, value), count) for value, count in found)
        facets.append(Facet(name, values))
    return tuple(facets)


def chosen_clauses(chosen: Mapping[FacetName, str]) -> list[tuple[Occur, Query]]:
    """What the reader chose among the facets, as conditions."""
    return [(Occur.Must, Query.term_query(schema(), name, value)) for name, value in chosen.items() if value]


def _organization_names(ids: Iterable[str]) -> dict[str, str]:
    wanted = [int(value) for value in ids if value.isdecimal()]
    return {str(o.pk): str(o) for o in Organization.objects.filter(pk__in=wanted)}
