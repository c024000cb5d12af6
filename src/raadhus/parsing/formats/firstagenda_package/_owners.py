"""Owners: for each line of a package, the meeting, item and annex it belongs to, and whether it is closed."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from raadhus.parsing._closed import lines_naming
from raadhus.parsing._lines import Line
from raadhus.parsing._package import ParsedItem, ParsedMeeting, PassageKind, Span
from raadhus.parsing._sections import Section
from raadhus.parsing.formats.firstagenda_package._annexes import Place
from raadhus.parsing.formats.firstagenda_package._items import RunItem, furniture
from raadhus.parsing.formats.firstagenda_package._marks import Mark
from raadhus.parsing.formats.firstagenda_package._nested import Part

_CLOSED_ANNEX = re.compile(r"\b(?:lukket|fortrolig\w*)\b", re.IGNORECASE)


class Owner(NamedTuple):
    heading: tuple[str, ...]
    kind: PassageKind = "text"
    meeting: int | None = 0
    item: str | None = None
    attachment: int | None = None
    closed: bool = False


def owners_of(
    lines: Sequence[Line],
    marks: Sequence[Mark],
    where: Sequence[Place],
    own: ParsedMeeting,
    trailing: Sequence[RunItem],
    nested: Sequence[Part],
) -> list[Owner]:
    """Return an owner for each line. Later layers cover earlier ones: annexes, meetings in them, Referat, notes."""
    owners = _by_place(where, own)
    by_span = _Spans(lines)
    for item in own.items:
        _paint_points(owners, by_span, item)
    for number, part in enumerate(nested, start=1):
        _paint_nested(owners, part, number)
    _paint_trailing(owners, own, trailing)
    notes = [mark for mark in marks if mark.kind == "overview"]
    for mark, end in zip(notes, [*(m.at for m in notes[1:]), len(lines)], strict=False):
        owners[mark.at : end] = [Owner((mark.text,), closed=True)] * (end - mark.at)
    for at in lines_naming(_closed_titles([own, *(part.meeting for part in nested)]), lines):
        owners[at] = owners[at]._replace(closed=True)
    return owners


def sections_of(owners: Sequence[Owner]) -> tuple[Section, ...]:
    """Return the lines with one owner as sections."""
    found: list[Section] = []
    at = 0
    for owner, group in groupby(owners):
        end = at + sum(1 for _ in group)
        found.append(
            Section(
                at, end, owner.heading, owner.kind, owner.meeting, owner.item, owner.attachment, owner.closed
            )
        )
        at = end
    return tuple(found)


def meeting_title(meeting: ParsedMeeting) -> str:
    """Return the meeting's name and date, as far as the package gives them."""
    parts = [found.value for found in (meeting.department, meeting.organization) if found]
    kind = "Referat" if meeting.kind == "minutes" else "Dagsorden"
    title = " ".join(parts) or kind
    return f"{title} {meeting.start.value:%d-%m-%Y}" if meeting.start else title


def item_title(item: ParsedItem | RunItem) -> str:
    return f"Punkt {item.number}: {item.title.value}" if item.title else f"Punkt {item.number}"


def _by_place(where: Sequence[Place], own: ParsedMeeting) -> list[Owner]:
    top = meeting_title(own)
    known: dict[Place, Owner] = {(None, None): Owner((top,))}
    for item in own.items:
        closed = item.visibility == "closed"
        heading = (top, item_title(item))
        known[item.number, None] = Owner(heading, "item", 0, item.number, None, closed)
        for annex in item.attachments:
            shut = closed or bool(_CLOSED_ANNEX.search(annex.title.value))
            known[item.number, annex.number] = Owner(
                (*heading, annex.title.value), "annex", 0, item.number, annex.number, shut
            )
    found: list[Owner] = []
    for place in where:
        owner = known.get(place)
        if owner is None:
            parent = known.get((place[0], None), known[None, None])
            owner = known[place] = parent._replace(kind="annex")
        found.append(owner)
    return found


class _Spans:
    """Finds the lines that a span covers."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.pages: dict[int, list[int]] = {}
        self.lines = lines
        for at, line in enumerate(lines):
            self.pages.setdefault(line.page, []).append(at)

    def lines_in(self, span: Span) -> list[int]:
        return [
            at
            for at in self.pages.get(span.page, ())
            if self.lines[at].start < span.end and self.lines[at].end > span.start
        ]


def _paint_points(owners: list[Owner], spans: _Spans, item: ParsedItem) -> None:
    """Recommendations and decisions are kinds of passage of their own; "Det indstilles" goes with them."""
    points = [at for found in item.recommendations for span in found.spans for at in spans.lines_in(span)]
    for at in [*_opening(spans.lines, points), *points]:
        owners[at] = owners[at]._replace(kind="recommendation")
    for span in item.decision.spans if item.decision else ():
        for at in spans.lines_in(span):
            owners[at] = owners[at]._replace(kind="decision")


def _opening(lines: Sequence[Line], points: list[int]) -> list[int]:
    """Return the lines right above the points that lead up to them: "2. Indstilling", "Det indstilles, at"."""
    found: list[int] = []
    at = points[0] - 1 if points else -1
    while (
        at >= 0
        and len(found) < 2
        and lines[at].page == lines[points[0]].page
        and "indstil" in lines[at].text.lower()
    ):
        found.insert(0, at)
        at -= 1
    return found


def _paint_nested(owners: list[Owner], part: Part, number: int) -> None:
    top = meeting_title(part.meeting)
    owners[part.first : part.last] = [Owner((top,), "text", number)] * (part.last - part.first)
    for item in part.items:
        _paint_item(owners, item, (top, item_title(item)), number, part.last)
    bounds = [*(at for at, _ in part.starts[1:]), part.last]
    titles = {item.number: item_title(item) for item in part.meeting.items}
    for (at, item_number), end in zip(part.starts, bounds, strict=False):
        owners[at:end] = [Owner((top, titles.get(item_number, "")), "item", number, item_number)] * (end - at)


def _paint_item(
    owners: list[Owner], item: RunItem, heading: tuple[str, ...], number: int, limit: int
) -> None:
    closed = item.visibility == "closed"
    last = min(item.last, limit)
    owner = Owner(heading, "item", number, item.number, None, closed)
    owners[item.first : last] = [owner] * max(0, last - item.first)
    if item.decided_at is not None and item.decision:
        first = item.first if item.decided_at <= item.body else item.decided_at
        owners[first:last] = [owner._replace(kind="decision")] * max(0, last - first)


def _paint_trailing(owners: list[Owner], own: ParsedMeeting, trailing: Sequence[RunItem]) -> None:
    closed = {item.number for item in own.items if item.visibility == "closed"}
    top = meeting_title(own)
    for item in trailing:
        heading = (top, item_title(item))
        _paint_item(owners, item, heading, 0, len(owners))
        if item.number in closed:
            for at in range(item.first, item.last):
                owners[at] = owners[at]._replace(closed=True)


def _closed_titles(meetings: Sequence[ParsedMeeting]) -> list[str]:
    return [
        item.title.value for m in meetings for item in m.items if item.visibility == "closed" and item.title
    ]


def furniture_of(lines: Sequence[Line], marks: Sequence[Mark], owners: Sequence[Owner]) -> frozenset[int]:
    """Return the lines that need no passage: labels, page numbers, letterheads, open lines of a table of contents."""
    contents = {
        at
        for mark in marks
        if mark.kind in ("entry", "contents")
        for at in range(mark.at, mark.until)
        if not owners[at].closed
    }
    return (
        furniture(lines, marks) | contents | {at for at, line in enumerate(lines) if is_letterhead(line.text)}
    )


_LETTERHEAD = re.compile(
    r"(?:direkte )?(?:telefon|tlf\.?|e-?mail|e-?post|ean(?:-?nr\.?)?|cvr(?:-?nr\.?)?|åbningstid\w*) ?:? ?"
    r"(?:[\d +()-]*|\S+@\S+|.{0,30})"
    r"|\d{4} [A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ]\w?\w?)?|\S+@\S+\.\w+/?|side \d+ af \d+",
    re.IGNORECASE,
)


def is_letterhead(text: str) -> bool:
    """True for lines of a letterhead that tell how to reach an office: telephone, e-mail, postal code and town."""
    return len(text) < 60 and bool(_LETTERHEAD.fullmatch(text))
