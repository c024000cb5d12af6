"""From passages found to hits: what the rows say now, checked once more against the reader."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, Value
from django.db.models.functions import Substr
from django.urls import NoReverseMatch, reverse

from raadhus.documents.models import Passage
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.read_titles import all_titles
from raadhus.openness import Reader
from raadhus.search._match import SHOWN, Matcher
from raadhus.search._query import Asked
from raadhus.search._rank import Candidate
from raadhus.search._results import Hit, Place
from raadhus.search._secrets import without

LONGEST = 1200

COLUMNS = {
    "verbatim": Substr("page__text", F("start") + Value(1), F("end") - F("start")),
    "number": F("page__number"),
    "version": F("page__version_id"),
    "file": F("page__version__file_name"),
    "document": F("page__version__document__title"),
    "owner": F("page__version__organization_id"),
    "owner_name": F("page__version__organization__name"),
    "owner_department": F("page__version__organization__department"),
    "meeting": F("placement__meeting_id"),
    "date": F("placement__meeting__date"),
    "body_name": F("placement__meeting__organization__name"),
    "body_department": F("placement__meeting__organization__department"),
    "item": F("placement__item_id"),
    "item_closed": F("placement__item__closed"),
    "item_title": F("placement__item__title"),
    "item_number": F("placement__item__number"),
    "item_case": F("placement__item__case__number"),
    "outcome": F("placement__item__decision__outcome"),
    "annex_closed": F("placement__attachment__closed"),
    "annex_case": F("placement__attachment__case_number"),
}

Row = dict[str, Any]


def hits_of(candidates: Iterable[Candidate], *, asked: Asked, reader: Reader) -> list[Hit]:
    """Return the candidates that `reader` may see, in their order.

    The index has filtered already; a row that was closed a moment ago is caught here.
    """
    wanted = list(candidates)
    if not wanted:
        return []
    ids = {pk for c in wanted for pk in (c.passage_id, *c.again)}
    passages = Passage.objects.filter(pk__in=ids).visible_to(reader)
    rows: Iterable[Row] = map(dict, passages.values("pk", "heading", "kind", "start", **COLUMNS))
    shown: dict[int, Row] = {row["pk"]: row for row in rows if may_see(row, reader)}
    known = known_items(shown.values(), reader)
    secret = _closed_titles(shown.values(), reader)
    matcher = Matcher(asked)
    hits = []
    for candidate in wanted:
        rows_of_it = [shown[pk] for pk in (candidate.passage_id, *candidate.again) if pk in shown]
        if rows_of_it:
            hits.append(_hit(candidate, rows_of_it, known, secret, matcher))
    return hits


def may_see(row: Row, reader: Reader) -> bool:
    """Whether neither the item nor the annex a passage stands on hides it."""
    return reader.belongs_to(row["owner"]) or not (row["item_closed"] or row["annex_closed"])


def known_items(rows: Iterable[Row], reader: Reader) -> set[int]:
    """The items whose title the reader may know."""
    items = {row["item"] for row in rows if row["item"] is not None}
    if reader.sees_all:
        return items
    return set(AgendaItem.objects.filter(pk__in=items).visible_to(reader).values_list("pk", flat=True))


def _closed_titles(rows: Iterable[Row], reader: Reader) -> frozenset[str]:
    """Titles in the same meetings that must not show in a heading either."""
    if reader.sees_all:
        return frozenset()
    meetings = {row["meeting"] for row in rows if row["meeting"] is not None}
    closed = AgendaItem.objects.filter(meeting__in=meetings, closed=True)
    hidden = closed.exclude(meeting__organization__in=reader.organizations)
    return frozenset(title for _, title in all_titles(hidden))


def _hit(
    candidate: Candidate, rows: list[Row], known: set[int], secret: frozenset[str], matcher: Matcher
) -> Hit:
    """The first of `rows` as a hit, the others as places where the same stands."""
    row = rows[0]
    text = row["verbatim"][:LONGEST]
    item = row["item"] if row["item"] in known else None
    return Hit(
        passage_id=row["pk"],
        text=text,
        marks=marks_in(text, matcher),
        score=round(candidate.score, 4),
        kind=row["kind"],
        heading=tuple(without(row["heading"], secret)),
        page_top=candidate.page_top,
        title=(item and row["item_title"]) or row["document"],
        document=row["document"],
        source_file=row["file"],
        version_id=row["version"],
        page=row["number"],
        organization=_named(row, "body") or _named(row, "owner"),
        date=row["date"],
        case_number=(item and row["item_case"]) or row["annex_case"] or None,
        outcome=row["outcome"] if item else None,
        item_id=item,
        meeting_id=row["meeting"],
        url=_url(row["version"], row["number"]),
        places=tuple(_place(other) for other in rows[1:]),
        start=row["start"],
        item_number=(item and row["item_number"]) or "",
    )


def _place(row: Row) -> Place:
    return Place(
        document=row["document"],
        page=row["number"],
        organization=_named(row, "body") or _named(row, "owner"),
        date=row["date"],
        url=_url(row["version"], row["number"]),
    )


def _named(row: Row, whose: str) -> str | None:
    """The organization as it names itself: `str(Organization)`."""
    name, department = row[f"{whose}_name"], row[f"{whose}_department"]
    return f"{name} ({department})" if name and department else name


def marks_in(text: str, matcher: Matcher) -> tuple[tuple[int, int], ...]:
    """Where the words that matched stand, inflected or as part of a compound too."""
    places = {(m.start, m.end) for m in matcher.matches(text) if m.likeness >= SHOWN}
    return tuple(sorted(places))


def _url(version: int, page: int) -> str:
    try:
        return reverse("document-page", args=[version, page])
    except NoReverseMatch:
        return f"/dokument/{version}/side/{page}"
