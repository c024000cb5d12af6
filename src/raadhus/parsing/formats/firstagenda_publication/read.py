"""Read a published agenda or minutes: one public meeting, its items, their decisions, routes and annexes."""

import re
from collections.abc import Sequence
from itertools import pairwise

from raadhus.parsing._case_numbers import only_case_number
from raadhus.parsing._closed import lines_naming
from raadhus.parsing._lines import Line, Source, found_in_line, spans_of
from raadhus.parsing._outcome import outcome_of
from raadhus.parsing._package import Found, ParsedAttachment, ParsedItem, ParsedMeeting, ParsedWarning
from raadhus.parsing._recommendations import recommendations_in
from raadhus.parsing._sections import Reading
from raadhus.parsing.formats.document._furniture import PAGE_NUMBER
from raadhus.parsing.formats.firstagenda_publication._contents import contents_of
from raadhus.parsing.formats.firstagenda_publication._fields import (
    Field,
    annexes_of,
    fields_of,
    route_of,
)
from raadhus.parsing.formats.firstagenda_publication._front import Front, find_title, read_front
from raadhus.parsing.formats.firstagenda_publication._headings import (
    Heading,
    headings_of,
    is_field,
    named_lines,
    order_of,
)
from raadhus.parsing.formats.firstagenda_publication._sections import sections_of

_SHUT = re.compile(r"(?:lukket(?: punkt| dagsorden)?|fortrolig\w*)\b\s*[:–-]?\s*", re.IGNORECASE)
_SHUT_LINE = re.compile(r"(?:Lukket(?: punkt| sag| dagsorden)?|Fortrolig(?:t punkt)?)\.?", re.IGNORECASE)
_LABEL = re.compile(r"Punkt \d+[a-z]?, ?Bilag \d+", re.IGNORECASE)


def knows(source: Source) -> bool:
    """True for a front page that says what, whose and when, with items; where it is lost, for the items' fields."""
    lines = source.lines
    headings = named_lines(lines)
    if find_title(lines) is not None:
        return bool(headings) or len(headings_of(lines)) > 1
    if not headings:
        return False
    fielded = sum(1 for at in headings if any(is_field(line) for line in lines[at + 1 : at + 4]))
    labelled = any(line.text[0] in "Pp" and _LABEL.match(line.text) for line in lines)
    return not labelled and fielded > 1 and fielded * 2 > len(headings)


def read(source: Source, name: str) -> Reading:
    """Return the one meeting of the document and its sections."""
    lines = source.lines
    headings = headings_of(lines)
    first = headings[0].at if headings else len(lines)
    contents = contents_of(lines, first)
    front = read_front(lines, contents.first if contents else first)
    ends = [*(heading.at for heading in headings[1:]), len(lines)]
    fields = [fields_of(lines, h.until, end) for h, end in zip(headings, ends, strict=False)]
    items = tuple(_item(lines, h, f) for h, f in zip(headings, fields, strict=True))
    title = front.title if front else name
    closed = [item.title.value for item in items if item.visibility == "closed" and item.title]
    parts = list(zip(headings, fields, items, strict=True))
    return Reading(
        format=f"firstagenda-publication-{source.medium}",
        title=title,
        meetings=(_meeting(lines, items, front),),
        sections=sections_of(lines, title, contents, parts, lines_naming(closed, lines)),
        furniture=_furniture(lines),
        warnings=tuple(_warnings(items, front)),
    )


def _furniture(lines: Sequence[Line]) -> frozenset[int]:
    return frozenset(
        at
        for at, line in enumerate(lines)
        if line.text == "." or (len(line.text) < 20 and PAGE_NUMBER.fullmatch(line.text))
    )


def _item(lines: Sequence[Line], heading: Heading, fields: list[Field]) -> ParsedItem:
    case, lead = _case(lines, fields)
    title = Found(heading.title, spans_of(lines[heading.at : heading.until])) if heading.title else None
    near = [line.text for line in lines[heading.until : heading.until + 3]]
    closed = bool(_SHUT.match(heading.title)) or any(_SHUT_LINE.fullmatch(text) for text in near)
    decision = _text(lines, next((f for f in fields if f.kind == "decision"), None))
    if decision is None and closed and lead:
        decision = _text(lines, lead)
    return ParsedItem(
        number=heading.number,
        page=lines[heading.at].page,
        title=title,
        case_number=case,
        visibility="closed" if closed else "open",
        recommendations=_recommendations(lines, fields),
        decision=decision,
        outcome=outcome_of(decision.value) if decision else None,
        route=tuple(step for field in fields if field.kind == "route" for step in route_of(lines, field)),
        attachments=tuple(_attachments(lines, fields)),
    )


def _case(lines: Sequence[Line], fields: list[Field]) -> tuple[Found[str] | None, Field | None]:
    """Return the case number under the heading, and what else stands there before the first field."""
    lead = fields[0] if fields and not fields[0].title else None
    if lead is None:
        return None, None
    for at in range(lead.first, min(lead.first + 3, lead.last)):
        if number := only_case_number(lines[at].text):
            rest = lead._replace(first=at + 1)
            return found_in_line(lines[at], number), rest if rest.first < rest.last else None
    return None, lead if lead.first < lead.last else None


def _text(lines: Sequence[Line], field: Field | None) -> Found[str] | None:
    kept = [line for line in lines[field.first : field.last] if line.text not in (".", "-")] if field else []
    return Found("\n".join(line.text for line in kept), spans_of(kept)) if kept else None


def _recommendations(lines: Sequence[Line], fields: list[Field]) -> tuple[Found[str], ...]:
    points = [f for f in fields if f.kind == "points"]
    others = [f for f in fields if f.kind == "text"]
    for field in [*points, *others]:
        if found := recommendations_in(lines[field.first : field.last]):
            return found
    return ()


def _attachments(lines: Sequence[Line], fields: list[Field]) -> list[ParsedAttachment]:
    named = [group for field in fields if field.kind == "annexes" for group in annexes_of(lines, field)]
    return [
        ParsedAttachment(number, Found(" ".join(line.text for line in group), spans_of(group)))
        for number, group in enumerate(named, start=1)
    ]


def _meeting(lines: Sequence[Line], items: tuple[ParsedItem, ...], front: Front | None) -> ParsedMeeting:
    decided = any(item.decision for item in items if item.visibility == "open")
    return ParsedMeeting(
        role="package",
        kind="minutes" if decided or (front and front.kind == "minutes") else "agenda",
        first_page=lines[0].page,
        last_page=lines[-1].page,
        organization=front.organization if front else None,
        start=front.start if front else None,
        end=front.end if front else None,
        location=front.location if front else None,
        attendees=front.attendees if front else (),
        items=items,
    )


def _warnings(items: Sequence[ParsedItem], front: Front | None) -> list[ParsedWarning]:
    numbers = [order_of(item.number)[0] for item in items]
    found = []
    if front is None:
        found.append(
            ParsedWarning(1, "missing-start", "Forsiden mangler: udvalg, dato og sted er ikke fundet.")
        )
    for item, (before, number) in zip(items[1:], pairwise(numbers), strict=False):
        found += [
            ParsedWarning(item.page, "number-gap", f"Punkt {missing} mangler i dokumentet.")
            for missing in range(before + 1, number)
        ]
    return found
