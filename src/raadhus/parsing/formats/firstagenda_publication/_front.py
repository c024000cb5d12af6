"""The front page of a published meeting: what, whose, when, where, and who was there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from raadhus.parsing._dates import find_times, find_when
from raadhus.parsing._lines import Line, found_in_line, spans_of
from raadhus.parsing._names import is_name, split_names, split_status
from raadhus.parsing._package import AttendanceStatus, Found, Kind, ParsedAttendee, Span

_TITLE = re.compile(
    r"(?P<kind>(?:åbent? |lukket |tillægs|beslutnings|udskrift af )*(?:referat|dagsorden|protokol))"
    r"(?:\s+(?:for|til|fra|af))?(?:\s+(?:ordinært |ekstraordinært )?møde i)?\s+(?P<body>\S.*?)\s*[,–-]?\s*"
    r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s*)?(?:d\.|den|,)?\s*"
    r"(?P<date>\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,2}\.? [a-zæøå]+ \d{4})(?:\s*(?:kl\.?|,).*)?",
    re.IGNORECASE,
)
_FIELDS = {
    "date": re.compile(r"(?:Mødedato|Dato) ?:?\s*(?P<value>.*)", re.IGNORECASE),
    "place": re.compile(r"(?:Mødested|Sted) ?:?\s*(?P<value>.*)", re.IGNORECASE),
    "hours": re.compile(
        r"(?:Mødetid(?:spunkt)?|Tidspunkt|Starttidspunkt) ?:?\s*(?P<value>.*)", re.IGNORECASE
    ),
    "end": re.compile(r"(?:Sluttidspunkt|Mødet slut(?:tede)?|Afsluttet) ?:?\s*(?P<value>.*)", re.IGNORECASE),
    "present": re.compile(
        r"(?:Medlemmer|Deltagere|Til ?stede|Mødedeltagere|Deltog(?: i mødet)?) ?:?\s*(?P<value>.*)",
        re.IGNORECASE,
    ),
    "away": re.compile(r"(?:Afbud(?: fra)?|Fraværende|Ikke til stede) ?:?\s*(?P<value>.*)", re.IGNORECASE),
}
_FIRST_LINES = 12
_TITLE_LINES = 3


@dataclass(frozen=True, slots=True)
class Front:
    title: str
    kind: Kind
    organization: Found[str]
    start: Found[datetime] | Found[date] | None
    end: Found[datetime] | None
    location: Found[str] | None
    attendees: tuple[ParsedAttendee, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """What, whose and when, on line `at` up to, not including, `until`: a long name wraps."""

    at: int
    until: int
    match: re.Match[str]


def find_title(lines: Sequence[Line]) -> Title | None:
    """Return the title that opens the document, if the fields of a front page stand under it."""
    for at in range(min(_FIRST_LINES, len(lines))):
        for until in range(at + 1, at + 1 + _TITLE_LINES):
            if until > at + 1 and (until > len(lines) or _field(lines[until - 1].text)):
                break
            match = _TITLE.fullmatch(" ".join(line.text for line in lines[at:until]))
            if match and any(
                _field(other.text) in ("date", "place", "hours") for other in lines[until : until + 6]
            ):
                return Title(at, until, match)
    return None


def _field(text: str) -> str:
    return next((name for name, pattern in _FIELDS.items() if pattern.fullmatch(text)), "")


def read_front(lines: Sequence[Line], until: int) -> Front | None:
    """Return the front page that ends before line `until`, or None when the document has none."""
    title = find_title(lines)
    if title is None:
        return None
    wrapped = lines[title.at : title.until]
    values = _values(lines[title.until : until])
    start, end = _when(_dated(wrapped), values)
    place = values.get("place")
    body = title.match["body"].strip(" ,-–")
    return Front(
        title=title.match[0],
        kind="agenda" if "dagsorden" in title.match["kind"].lower() else "minutes",
        organization=_in_lines(wrapped, body),
        start=start,
        end=end,
        location=found_in_line(*place[0]) if place else None,
        attendees=tuple(_attendees(values)),
    )


def _in_lines(lines: Sequence[Line], value: str) -> Found[str]:
    """`value` where it stands on one of the lines; on all of them when it wraps."""
    holding = next((line for line in lines if value in line.text), None)
    return found_in_line(holding, value) if holding else Found(value, spans_of(lines))


def _dated(lines: Sequence[Line]) -> Line:
    return next((line for line in lines if find_when(line.text)), lines[0])


Values = dict[str, list[tuple[Line, str]]]


def _values(lines: Sequence[Line]) -> Values:
    """Return each field's lines and texts: beside the field's name, or on the lines under it."""
    values: Values = {}
    current = ""
    for line in lines:
        name = _field(line.text)
        if name:
            current = name
            text = _FIELDS[name].fullmatch(line.text)
            if text and text["value"]:
                values.setdefault(name, []).append((line, text["value"].strip()))
        elif current and (current in ("present", "away") or current not in values):
            values.setdefault(current, []).append((line, line.text))
    return values


def _when(title: Line, values: Values) -> tuple[Found[datetime] | Found[date] | None, Found[datetime] | None]:
    """Return start and end: the field "Mødedato" tells day and hour; the title alone tells only the day."""
    line, text = (values.get("date") or [(title, title.text)])[0]
    when = find_when(text)
    if when is None:
        return None, None
    offset = line.start + max(0, line.text.find(text))
    start: Found[datetime] | Found[date] = Found(
        when.start, (Span(line.page, offset + when.start_place.start, offset + when.start_place.end),)
    )
    end = Found(when.end, (line.span,)) if when.end else None
    if not isinstance(when.start, datetime) and (hours := values.get("hours")):
        start, end = _with_hours(when.start, line, hours[0]) or (start, end)
    if end is None and isinstance(start.value, datetime) and (ended := values.get("end")):
        end = _ending(start.value, ended[0])
    return start, end


def _with_hours(
    day: date, dated: Line, hours: tuple[Line, str]
) -> tuple[Found[datetime], Found[datetime] | None] | None:
    line, text = hours
    times = find_times(text)
    if not times:
        return None
    first, last, _ = times
    end = Found(datetime.combine(day, last), (line.span,)) if last and last > first else None
    return Found(datetime.combine(day, first), (dated.span, line.span)), end


def _ending(start: datetime, ended: tuple[Line, str]) -> Found[datetime] | None:
    times = find_times(ended[1])
    return Found(datetime.combine(start.date(), times[0]), (ended[0].span,)) if times else None


def _attendees(values: Values) -> list[ParsedAttendee]:
    people: list[ParsedAttendee] = []
    for name, status in (("present", "present"), ("away", "excused")):
        for line, text in values.get(name, ()):
            for part in split_names(text):
                bare, away = split_status(part)
                if is_name(bare):
                    said: AttendanceStatus = "excused" if away or status == "excused" else "present"
                    people.append(ParsedAttendee(found_in_line(line, bare), said))
    return people
