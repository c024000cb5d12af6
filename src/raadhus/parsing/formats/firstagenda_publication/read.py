"""Read a published agenda or minutes: one public meeting, its items, their decisions, routes and annexes."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from raadhus.parsing._case_numbers import only_case_number
from raadhus.parsing._closed import lines_naming
from raadhus.parsing._dates import find_date, find_when
from raadhus.parsing._lines import Line, Source, found_in_line, spans_of
from raadhus.parsing._names import is_name, split_names, split_status
from raadhus.parsing._outcome import outcome_of
from raadhus.parsing._package import (
    Found,
    Kind,
    ParsedAttachment,
    ParsedAttendee,
    ParsedItem,
    ParsedMeeting,
    ParsedWarning,
    Span,
)
from raadhus.parsing._recommendations import recommendations_in
from raadhus.parsing._sections import Reading
from raadhus.parsing.formats.document._furniture import furniture_of
from raadhus.parsing.formats.firstagenda_publication._contents import contents_of
from raadhus.parsing.formats.firstagenda_publication._fields import Field, annexes_of, fields_of, route_of
from raadhus.parsing.formats.firstagenda_publication._sections import sections_of

_FRONT = re.compile(
    r"(?P<kind>(?:beslutnings|tillægs|åben )?referat|(?:tillægs|åben )?dagsorden|protokol|beslutningsprotokol)(?:\s+(?:for|til|fra))?\s+(?P<body>\S.*?)\s*(?:,|-|–)?\s*"
    r"(?:d\.|den)?\s*(?P<date>\d{1,2}[-.]\d{1,2}[-.]\d{4}|\d{1,2}\. [a-zæøå]+ \d{4})",
    re.IGNORECASE,
)
_DATE = re.compile(r"Mødedato ?:?\s*(?P<value>.+)", re.IGNORECASE)
_PLACE = re.compile(r"Mødested ?:?\s*(?P<value>.+)", re.IGNORECASE)
_HOURS = re.compile(r"(?:Mødetid(?:spunkt)?|Tidspunkt|Starttidspunkt|Start) ?:?\s*(?P<value>.*\d.*)", re.IGNORECASE)
_PRESENT = re.compile(r"(?:Medlemmer|Deltagere|Til stede|Mødedeltagere|Deltog(?: i mødet)?) ?:?\s*(?P<names>.*)", re.IGNORECASE)
_AWAY = re.compile(r"(?:Afbud|Fraværende|Ikke til stede|Afbud fra) ?:?\s*(?P<names>.*)", re.IGNORECASE)
_ITEM = re.compile(r"(?P<shut>Lukket )?Punkt (?P<number>\d+[a-z]?) ?[:.] ?(?P<title>.*)", re.IGNORECASE)
_SHUT = re.compile(r"(?:lukket(?: punkt| dagsorden)?|fortrolig\w*)\b\s*[:–-]?\s*", re.IGNORECASE)
_SHUT_LINE = re.compile(r"(?:Lukket(?: punkt| sag| dagsorden)?|Fortrolig(?:t punkt)?)\.?", re.IGNORECASE)
_FIELD_WORD = re.compile(r"(?:Beslutning|Resume|Indstilling|Sagsfremstilling|Bilag|Sagsn|Det indstilles|Sagsforløb|Åben|Lukket)", re.IGNORECASE)
_FULL_LINE = 60


class Heading(NamedTuple):
    """An item's heading: lines `at` up to, not including, `until`."""

    number: str
    title: str
    at: int
    until: int


def knows(source: Source) -> bool:
    """True for a front page that says what, whose and when ("REFERAT Byråd d. 27-08-2025", Mødedato), with items."""
    return _front(source.lines) is not None and any(_ITEM.fullmatch(line.text) for line in source.lines)


def _front(lines: Sequence[Line]) -> int | None:
    for at, line in enumerate(lines[:12]):
        below = [other.text for other in lines[at + 1 : at + 6]]
        if _FRONT.fullmatch(line.text) and any(_DATE.fullmatch(t) or _PLACE.fullmatch(t) for t in below):
            return at
    return None


def read(source: Source, name: str) -> Reading:
    """Return the one meeting of the document and its sections."""
    lines = source.lines
    headings = _headings(lines)
    front_end = headings[0].at if headings else len(lines)
    contents = contents_of(lines, front_end)
    ends = [*(heading.at for heading in headings[1:]), len(lines)]
    fields = [fields_of(lines, h.until, end) for h, end in zip(headings, ends, strict=True)]
    items = tuple(_item(lines, h, f) for h, f in zip(headings, fields, strict=True))
    meeting = _meeting(lines, items, contents.first if contents else front_end)
    title = lines[_front(lines) or 0].text
    closed = [item.title.value for item in items if item.visibility == "closed" and item.title]
    return Reading(
        format=f"firstagenda-publication-{source.medium}",
        title=title,
        meetings=(meeting,),
        sections=sections_of(lines, title, contents, list(zip(headings, fields, items, strict=True)), lines_naming(closed, lines)),
        furniture=_furniture(source, headings),
        warnings=tuple(_warnings(items)),
    )


def _furniture(source: Source, headings: Sequence[Heading]) -> frozenset[int]:
    titles = {at for heading in headings for at in range(heading.at, heading.until)}
    dots = {at for at, line in enumerate(source.lines) if line.text == "."}
    return (furniture_of(source.lines, len(source.pages)) | dots) - titles - {0}


def _headings(lines: Sequence[Line]) -> list[Heading]:
    """Return the items' headings: numbers rise, and a title runs over while its font does or its line is full."""
    found: list[Heading] = []
    for at, line in enumerate(lines):
        if line.text[0] not in "PpLl" or not (match := _ITEM.fullmatch(line.text)):
            continue
        if found and _order(match["number"]) <= _order(found[-1].number):
            continue
        until = _title_end(lines, at)
        title = " ".join([match["title"], *(other.text for other in lines[at + 1 : until])])
        shut = "Lukket: " if match["shut"] else ""
        found.append(Heading(match["number"], shut + title.strip(), at, until))
    return found


def _order(number: str) -> tuple[int, str]:
    digits = re.match(r"\d+", number)
    return (int(digits.group()) if digits else 0), number


def _title_end(lines: Sequence[Line], at: int) -> int:
    """A case number, a field or a smaller font ends the title; without any of them, a line that was not full."""
    near = range(at + 1, min(at + 4, len(lines)))
    numbered = next((n for n in near if only_case_number(lines[n].text)), None)
    if numbered is not None:
        return numbered
    until = at + 1
    for n in near:
        line, above = lines[n], lines[n - 1]
        if line.page != above.page or _FIELD_WORD.match(line.text):
            break
        if lines[at].size > 1.1:
            if line.size < lines[at].size * 0.95:
                break
        elif line.gap or len(above.text) < _FULL_LINE:
            break
        until = n + 1
    return until


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


def _meeting(lines: Sequence[Line], items: tuple[ParsedItem, ...], front_end: int) -> ParsedMeeting:
    at = _front(lines) or 0
    front = _FRONT.fullmatch(lines[at].text)
    kind: Kind = "agenda" if front and "dagsorden" in front["kind"].lower() else "minutes"
    head = lines[at:front_end]
    start, end = _when(head)
    place = next((found_in_line(line, m["value"].strip()) for line in head if (m := _PLACE.fullmatch(line.text))), None)
    return ParsedMeeting(
        role="package",
        kind=kind,
        first_page=1,
        last_page=lines[-1].page,
        organization=found_in_line(lines[at], front["body"].strip(" ,-–")) if front else None,
        start=start,
        end=end,
        location=place,
        attendees=tuple(_attendees(head)),
        items=items,
    )


def _when(head: Sequence[Line]):  # type: ignore[no-untyped-def]
    """Return start and end: the line "Mødedato" tells day and hour; the title alone tells only the day."""
    dated = next((line for line in head if _DATE.fullmatch(line.text)), None) or head[0]
    when = find_when(dated.text)
    if when is None:
        return None, None
    hours = next((line for line in head if _HOURS.fullmatch(line.text)), None)
    if hours and not hasattr(when.start, "hour") and (day := find_date(dated.text)):
        timed = find_when(f"{day[0]:%d-%m-%Y} {hours.text.split(':', 1)[-1] if 'kl' not in hours.text.lower() else hours.text}")
        if timed and hasattr(timed.start, "hour"):
            end = Found(timed.end, (hours.span,)) if timed.end else None
            return Found(timed.start, (dated.span, hours.span)), end

    def span(place):  # type: ignore[no-untyped-def]
        return (Span(dated.page, dated.start + place.start, dated.start + place.end),)

    return Found(when.start, span(when.start_place)), (Found(when.end, span(when.end_place)) if when.end else None)


def _attendees(head: Sequence[Line]) -> list[ParsedAttendee]:
    people: list[ParsedAttendee] = []
    mode = ""
    for line in head[1:]:
        text = line.text
        if match := _AWAY.fullmatch(text):
            mode, text = "excused", match["names"]
        elif match := _PRESENT.fullmatch(text):
            mode, text = "present", match["names"]
        elif not mode:
            continue
        for name in split_names(text):
            bare, away = split_status(name)
            if is_name(bare):
                people.append(ParsedAttendee(found_in_line(line, bare), "excused" if away or mode == "excused" else "present"))
    return people


def _warnings(items: Sequence[ParsedItem]) -> list[ParsedWarning]:
    numbers = [_order(item.number)[0] for item in items]
    found = []
    for item, before, number in zip(items[1:], numbers, numbers[1:], strict=False):
        for missing in range(before + 1, number):
            found.append(ParsedWarning(item.page, "number-gap", f"Punkt {missing} mangler i dokumentet."))
    return found
