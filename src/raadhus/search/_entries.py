"""From rows to what is looked up: the passages of some versions, as the index keeps them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.utils import timezone

from raadhus.core.danish import Word, forms_in, spaced_numbers, words
from raadhus.core.models import JournalEntry
from raadhus.documents.models import Page, Passage
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.read_titles import all_titles
from raadhus.search._numbers import case_numbers_in, keys_kept, normal_case_number
from raadhus.search._schema import CLOSED, LATER
from raadhus.search._secrets import without

OPEN = "open"
TOP = 150
"""So much of the beginning of a page is kept with each of its passages."""

MAY_BE_A_NUMBER = re.compile(r"\d ?[-/ ] ?[\dA-Za-z]|[^\W\d_]\d{8}")
"""Cheaper to look for than a case number, and every one has it."""

COLUMNS = {
    "pk": "pk",
    "page": "page_id",
    "start": "start",
    "end": "end",
    "heading": "heading",
    "kind": "kind",
    "closed": "closed",
    "version": "page__version_id",
    "published": "page__version__published_at",
    "document": "page__version__document__title",
    "owner": "page__version__organization_id",
    "meeting": "placement__meeting_id",
    "date": "placement__meeting__date",
    "body": "placement__meeting__organization_id",
    "body_name": "placement__meeting__organization__name",
    "body_department": "placement__meeting__organization__department",
    "meeting_kind": "placement__meeting__kind",
    "meeting_published": "placement__meeting__published_at",
    "outcome": "placement__item__decision__outcome",
    "presenters": "placement__item__presenters",
    "case_worker": "placement__attachment__case_worker",
    "owner_department": "page__version__organization__department",
    "owner_name": "page__version__organization__name",
    "item_closed": "placement__item__closed",
    "item_title": "placement__item__title",
    "item_case": "placement__item__case__number",
    "annex_closed": "placement__attachment__closed",
    "annex_title": "placement__attachment__title",
    "annex_case": "placement__attachment__case_number",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One passage with what the rows around it say of it."""

    pk: int
    page: int
    start: int
    end: int
    heading: list[str]
    kind: str
    closed: bool
    version: int
    published: datetime | None
    document: str
    owner: int | None
    meeting: int | None
    date: date | None
    body: int | None
    body_name: str | None
    body_department: str | None
    meeting_kind: str | None
    meeting_published: datetime | None
    outcome: str | None
    presenters: list[str] | None
    case_worker: str | None
    owner_department: str | None
    owner_name: str | None
    item_closed: bool | None
    item_title: str | None
    item_case: str | None
    annex_closed: bool | None
    annex_title: str | None
    annex_case: str | None

    @property
    def is_open(self) -> bool:
        hidden = self.closed or self.item_closed or self.annex_closed
        return self.published is not None and not hidden

    @property
    def kind_of_fields(self) -> str:
        if not self.is_open or self.published is None:
            return CLOSED
        return "" if self.published <= timezone.now() else LATER

    @property
    def tells_of_its_item(self) -> bool:
        """True where everyone who may see the passage may know the item it stands on."""
        if not self.is_open and self.owner == self.body:
            return True
        if self.item_closed or self.meeting_published is None or self.published is None:
            return False
        return self.meeting_published <= max(self.published, timezone.now())


def day_number(day: date | None) -> int:
    """20250827; 0 for no day."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0


Fields = dict[str, Any]
"""One passage by the names of the index's fields."""


def versions_in(entries: Iterable[JournalEntry]) -> list[int]:
    """The versions whose passages are new or changed, each once, in the order told."""
    told = (pk for entry in entries for pk in entry.data.get("versions", ()))
    return list(dict.fromkeys(pk for pk in told if isinstance(pk, int)))


def fields_of(versions: Iterable[int]) -> list[Fields]:
    """The passages of `versions`, ready for the index."""
    ids = list(versions)
    texts = dict(Page.objects.filter(version__in=ids).values_list("pk", "text"))
    rows = Passage.objects.filter(page__version__in=ids).order_by("pk").values_list(*COLUMNS.values())
    found = [Row(*row) for row in rows.iterator(chunk_size=5000)]
    secrets = closed_titles(found)
    told = {row.pk: words(texts[row.page][row.start : row.end]) for row in found}
    around = {shown: _Around((r for r in found if r.is_open or not shown), told) for shown in (True, False)}
    return [
        _fields(row, texts[row.page], told[row.pk], secrets[row.version], around[row.is_open])
        for row in found
    ]


class _Around:
    """What else stands on a passage's page, in passages that have the same readers."""

    def __init__(self, rows: Iterable[Row], told: dict[int, list[Word]]) -> None:
        self._first: dict[int, Row] = {}
        self._bases: dict[int, set[str]] = {}
        for row in rows:
            first = self._first.setdefault(row.page, row)
            if row.start < first.start:
                self._first[row.page] = row
            self._bases.setdefault(row.page, set()).update([w.base for w in told[row.pk]])

    def top(self, row: Row, page: str) -> str:
        first = self._first[row.page]
        return page[first.start : min(first.end, first.start + TOP)] if first.start < row.start else ""

    def words(self, row: Row) -> str:
        return " ".join(self._bases[row.page])


def closed_titles(found: list[Row]) -> dict[int, frozenset[str]]:
    """For each version the titles closed in any meeting it tells of."""
    meetings = {(row.version, row.meeting) for row in found}
    told_of = {meeting for _, meeting in meetings if meeting is not None}
    closed: dict[int, set[str]] = defaultdict(set)
    for meeting, title in all_titles(AgendaItem.objects.filter(meeting__in=told_of, closed=True)):
        closed[meeting].add(title)
    secrets: dict[int, set[str]] = defaultdict(set)
    for version, where in meetings:
        secrets[version] |= closed.get(where or 0, set())
    return {version: frozenset(titles) for version, titles in secrets.items()}


def _fields(row: Row, page: str, told: list[Word], secret: frozenset[str], around: _Around) -> Fields:
    text = page[row.start : row.end]
    heading = without(row.heading, secret) if row.is_open else row.heading
    titles = (
        [row.annex_title or "", row.item_title or row.document] if row.tells_of_its_item else [row.document]
    )
    head = dict.fromkeys([*heading, *titles])
    names = dict.fromkeys([row.body_name or "", row.owner_name or ""])
    return {
        "passage": row.pk,
        "version": row.version,
        "date": day_number(row.date),
        "published": int(row.published.timestamp()) if row.published else 0,
        "audience": list(_audience(row)),
        "case": list(_case_numbers(row, text)),
        "kind": row.kind,
        **_facets(row),
        "text": text.encode(),
        "heading": " / ".join(heading).encode(),
        "top": around.top(row, page).encode(),
        **_words_of(row, told, text, " / ".join(filter(None, [*head, *names])), around),
    }


def _in_one_form(text: str) -> list[str]:
    """Numbers, amounts, dates and paragraphs in the form that all ways to write them share."""
    return [*spaced_numbers(text), *(form.text for form in forms_in(text))]


def _facets(row: Row) -> dict[str, list[str]]:
    """What the passages found can be counted by."""
    told = row.tells_of_its_item
    departments = {row.owner_department, row.body_department}
    people = [*(row.presenters or []), row.case_worker] if told else []
    return {
        "organization": [str(pk) for pk in {row.owner, row.body} if pk is not None],
        "department": [name for name in departments if name],
        "year": [str(row.date.year)] if row.date else [],
        "type": list(_types(row)),
        "outcome": [row.outcome] if told and row.outcome else [],
        "of_case": [row.item_case] if told and row.item_case else [],
        "person": [name for name in dict.fromkeys(people) if name],
    }


def _types(row: Row) -> Iterator[str]:
    if row.annex_title is not None:
        yield "annex"
        return
    yield row.kind
    if row.meeting_kind is not None:
        yield row.meeting_kind


def _audience(row: Row) -> Iterator[str]:
    if row.is_open:
        yield OPEN
    if row.owner is not None:
        yield f"o{row.owner}"


def _case_numbers(row: Row, text: str) -> set[str]:
    known = (row.item_case, row.annex_case) if row.tells_of_its_item else ()
    named = {normal_case_number(number) for number in known if number}
    told = case_numbers_in(text) if MAY_BE_A_NUMBER.search(text) else ()
    return {key for number in (*named, *told) for key in keys_kept(number)}


def _words_of(row: Row, told: list[Word], text: str, head: str, around: _Around) -> dict[str, str]:
    """The words by which the passage is found, in the fields for who may see it."""
    looked_up = {"around": around.words(row), **_looked_up(told, _in_one_form(text), head)}
    return {name + row.kind_of_fields: value for name, value in looked_up.items()}


def _looked_up(told: list[Word], numbers: list[str], head: str) -> dict[str, str]:
    head_forms, head_parts = _of_head(head)
    return {
        "exact": " ".join([w.text for w in told] + numbers),
        "base": " ".join([w.base for w in told] + numbers),
        "stem": " ".join([w.stem for w in told]),
        "parts": _parts(told),
        "head": head_forms,
        "head_parts": head_parts,
    }


@lru_cache(maxsize=1000)
def _of_head(head: str) -> tuple[str, str]:
    """Remembered: many passages stand under one heading."""
    told = words(head)
    return " ".join(form for w in told for form in {w.base, w.stem}), _parts(told)


def _parts(told: list[Word]) -> str:
    return " ".join([part for w in told if w.parts for part in w.parts])
