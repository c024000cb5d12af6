"""From rows to what is looked up: the passages of some versions, as the index keeps them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import tantivy

from raadhus.core.danish import Word, spaced_numbers, word, words_of
from raadhus.documents.models import Page, Passage
from raadhus.meetings.models import AgendaItem
from raadhus.search._numbers import case_numbers_in, normal_case_number
from raadhus.search._schema import schema

OPEN = "open"
TOP = 150
"""So much of the beginning of a page is kept with each of its passages."""

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


def day_number(day: date | None) -> int:
    """20250827; 0 for no day."""
    return day.year * 10_000 + day.month * 100 + day.day if day else 0


def documents_of(versions: Iterable[int]) -> Iterator[tantivy.Document]:
    """The passages of `versions`, ready for the index."""
    ids = list(versions)
    texts = dict(Page.objects.filter(version__in=ids).values_list("pk", "text"))
    rows = Passage.objects.filter(page__version__in=ids).order_by("pk").values_list(*COLUMNS.values())
    found = [Row(*row) for row in rows.iterator(chunk_size=5000)]
    secret = _closed_titles({row.meeting for row in found if row.meeting is not None})
    pages = {shown: _Pages(row for row in found if row.is_open or not shown) for shown in (True, False)}
    for row in found:
        yield _document(row, texts[row.page], secret, pages[row.is_open])


class _Pages:
    """The words around a passage: of its page, from those passages that have the same readers."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._stretches: dict[int, list[tuple[int, int]]] = {}
        for row in rows:
            self._stretches.setdefault(row.page, []).append((row.start, row.end))
        self._words: dict[int, str] = {}

    def top(self, row: Row, page: str) -> str:
        start, end = min(self._stretches[row.page])
        return page[start : min(end, start + TOP)] if start < row.start else ""

    def words(self, row: Row, page: str) -> str:
        if row.page not in self._words:
            told = " ".join(page[start:end] for start, end in self._stretches[row.page])
            self._words[row.page] = " ".join({word(token).base for token in words_of(told)})
        return self._words[row.page]


def _closed_titles(meetings: set[int]) -> frozenset[str]:
    closed = AgendaItem.objects.filter(meeting__in=meetings, closed=True)
    return frozenset(closed.exclude(title="").values_list("title", flat=True))


def _document(row: Row, page: str, secret: frozenset[str], pages: _Pages) -> tantivy.Document:
    text = page[row.start : row.end]
    heading = [h for h in row.heading if not (row.is_open and h in secret)]
    head = dict.fromkeys([*heading, row.annex_title or "", row.item_title or row.document])
    names = dict.fromkeys([row.body_name or "", row.owner_name or ""])
    fields: dict[str, Any] = {
        "passage": row.pk,
        "version": row.version,
        "date": day_number(row.date),
        "published": int(row.published.timestamp()) if row.published else 0,
        "audience": list(_audience(row)),
        "organization": [str(pk) for pk in {row.owner, row.body} if pk is not None],
        "case": list(_case_numbers(row, text)),
        "kind": row.kind,
        "text": text.encode(),
        "heading": " / ".join(heading).encode(),
        "top": pages.top(row, page).encode(),
        "around": pages.words(row, page),
        **_looked_up(text, " / ".join(filter(None, [*head, *names]))),
    }
    return tantivy.Document.from_dict(fields, schema())


def _audience(row: Row) -> Iterator[str]:
    if row.is_open:
        yield OPEN
    if row.owner is not None:
        yield f"o{row.owner}"


def _case_numbers(row: Row, text: str) -> set[str]:
    named = {normal_case_number(number) for number in (row.item_case, row.annex_case) if number}
    return named | set(case_numbers_in(text))


def _looked_up(text: str, head: str) -> dict[str, str]:
    words = [word(token) for token in words_of(text)]
    numbers = spaced_numbers(text)
    head_words = [word(token) for token in words_of(head)]
    return {
        "exact": " ".join([w.text for w in words] + numbers),
        "base": " ".join([w.base for w in words] + numbers),
        "stem": " ".join(w.stem for w in words),
        "parts": _parts(words),
        "head": " ".join(form for w in head_words for form in {w.base, w.stem}),
        "head_parts": _parts(head_words),
    }


def _parts(words: list[Word]) -> str:
    return " ".join(part for w in words for part in w.parts)
