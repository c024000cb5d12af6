"""A meeting's head: the body, the hours, the place, who was there, and the times set aside for its items."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from raadhus.parsing._dates import find_when, is_date_line
from raadhus.parsing._durations import minutes_in
from raadhus.parsing._lines import Line, found_in_line, spans_of
from raadhus.parsing._names import is_name, split_names, split_status
from raadhus.parsing._package import Found, ParsedAttendee, Span
from raadhus.parsing.formats.firstagenda_package._marks import Mark, is_mark

_KIND = re.compile(r"(?P<title>.*?)\s*\((?P<kind>[^()]*)\)")
_DEPARTMENT = re.compile(r"(?P<department>[A-ZÆØÅ]{2,4})\s*[-–:]\s*(?P<rest>\S.*)")
_PEOPLE = re.compile(
    r"(?:.*?(?:min|time)\w*\.?[,;.]?\s*(?:(?:deltagere|deltager|v/|ved|oplæg ved)\b\s*:?\s*)?|deltagere?\s*:?\s*)"
    r"(?P<names>.*)",
    re.IGNORECASE,
)
_LEADING_WORDS = re.compile(r"^(?:[a-zæøå][\w-]*\.? )+(?=[A-ZÆØÅ])")
_PRESENT = re.compile(
    r"(?:deltagere|til stede|tilstede|mødedeltagere|medlemmer|faste deltagere|deltog)\s*:?\s*(?P<names>.*)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"(?:(?:afbud|fraværende|ikke til stede|forfald|meldt afbud|afbud fra|deltager ikke|deltog ikke)\s*:|afbud)\s*"
    r"(?P<names>.*)",
    re.IGNORECASE,
)
_INFORMATION = re.compile(r"(?:information|bemærkninger?|info)\s*:?\s*(?P<rest>.*)", re.IGNORECASE)
_PLACE = re.compile(r"(?:mødested|sted|lokale)\s*:\s*(?P<rest>.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TimeSlot:
    """What a head says of an item: the minutes set aside and who comes for it."""

    number: str
    page: int
    minutes: Found[int] | None
    presenters: tuple[Found[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    organization: Found[str] | None = None
    department: Found[str] | None = None
    start: Found[datetime] | Found[date] | None = None
    end: Found[datetime] | None = None
    location: Found[str] | None = None
    attendees: tuple[ParsedAttendee, ...] = ()
    slots: tuple[TimeSlot, ...] = ()


def read_head(lines: Sequence[Line], mark: Mark, marks: Sequence[Mark], until: int) -> Head:
    """Return what the head at `mark` says; it ends at line `until`, or at a mark that is no time slot.

    Time slots may stand apart from it, but never behind the next head: those are another meeting's.
    """
    until = min([until, *(m.at for m in marks if m.kind == "head" and m.at > mark.at)])
    slots = [slot_of(lines, other) for other in marks if other.kind == "time" and mark.at < other.at < until]
    end = next((m.at for m in marks if m.at > mark.at and m.kind not in ("time",)), until)
    body = [
        line
        for at, line in enumerate(lines[mark.until : min(end, until)], start=mark.until)
        if not _in_time(marks, at)
    ]
    organization, department = _organization(lines[mark.at])
    start, finish, rest = _when(body)
    location, rest = _location(rest)
    return Head(organization, department, start, finish, location, tuple(_attendees(rest)), tuple(slots))


def _in_time(marks: Sequence[Mark], at: int) -> bool:
    return any(mark.kind == "time" and mark.at <= at < mark.until for mark in marks)


def _organization(line: Line) -> tuple[Found[str] | None, Found[str] | None]:
    """From "MBU - Rådmandsmøde (Rådmandsmøde)": the body in brackets is the kind; the letters are a department's."""
    match = _KIND.fullmatch(line.text)
    title = match["title"] if match else line.text
    lettered = _DEPARTMENT.fullmatch(title)
    department = found_in_line(line, lettered["department"]) if lettered else None
    name = (lettered["rest"] if lettered else title).strip(" -–,")
    kind = match["kind"].strip() if match else ""
    if kind and _same_stem(kind, name):
        name = kind
    return (found_in_line(line, name) if name else None), department


def _same_stem(kind: str, name: str) -> bool:
    """True when the bracket only repeats the title ("Rådmandsmøder 2022-2025 (Rådmandsmøde)")."""
    return name.casefold().startswith(kind.casefold()[:6]) or not name


def _when(
    body: list[Line],
) -> tuple[Found[datetime] | Found[date] | None, Found[datetime] | None, list[Line]]:
    for at, line in enumerate(body[:4]):
        if not is_date_line(line.text):
            continue
        when = find_when(line.text)
        if when is None:
            continue

        def span(place: tuple[int, int], line: Line = line) -> tuple[Span, ...]:
            return (Span(line.page, line.start + place[0], line.start + place[1]),)

        end = Found(when.end, span(when.end_place)) if when.end and when.end_place else None
        start: Found[datetime] | Found[date] = Found(when.start, span(when.start_place))
        return start, end, body[at + 1 :]
    return None, None, body


def _location(body: list[Line]) -> tuple[Found[str] | None, list[Line]]:
    if not body:
        return None, body
    text = body[0].text
    if match := _PLACE.fullmatch(text):
        return found_in_line(body[0], match["rest"]), body[1:]
    if is_name(text) or split_status(text)[1] or is_mark(text) or len(text) > 100:
        return None, body
    if any(p.fullmatch(text) for p in (_PRESENT, _AWAY, _INFORMATION)):
        return None, body
    return found_in_line(body[0], text), body[1:]


def _attendees(body: list[Line]) -> list[ParsedAttendee]:
    """Return the people listed: one to a line, or after "Deltagere:" and "Afbud:" with commas between them."""
    people: dict[str, ParsedAttendee] = {}
    away = False
    for line in body:
        text = line.text
        if match := _AWAY.fullmatch(text) or _PRESENT.fullmatch(text):
            away = match.re is _AWAY
            text = match["names"]
        elif _INFORMATION.fullmatch(text):
            continue
        for name in _names_of(text):
            bare, excused = split_status(name)
            people[bare.casefold()] = ParsedAttendee(
                found_in_line(line, bare), "excused" if excused or away else "present"
            )
    return list(people.values())


def _names_of(text: str) -> list[str]:
    if not text:
        return []
    if is_name(text):
        return [text]
    names = split_names(text)
    return names if len(names) > 1 and all(is_name(name) for name in names) else []


def slot_of(lines: Sequence[Line], mark: Mark) -> TimeSlot:
    """Return the minutes and people of a line such as "Pkt. 2: Tid: 10 min. Deltagere: Anna Holm og Bo Kjær"."""
    at = lines[mark.at : mark.until]
    return TimeSlot(mark.number, at[0].page, minutes_of(mark.text, at), people_of(mark.text, at))


def minutes_of(text: str, at: Sequence[Line]) -> Found[int] | None:
    minutes = minutes_in(text)
    return Found(minutes, spans_of(list(at[:1]))) if minutes is not None else None


def people_of(text: str, at: Sequence[Line]) -> tuple[Found[str], ...]:
    match = _PEOPLE.fullmatch(text)
    if not match:
        return ()
    names = [_LEADING_WORDS.sub("", split_status(name)[0]) for name in split_names(match["names"])]
    return tuple(_found_among(name, at) for name in names if name[:1].isupper())


def _found_among(name: str, at: Sequence[Line]) -> Found[str]:
    for line in at:
        if name in line.text:
            return found_in_line(line, name)
    return Found(name, spans_of(list(at)))
