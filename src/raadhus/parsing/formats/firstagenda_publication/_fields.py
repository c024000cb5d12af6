"""Fields of a published item: the headings under which its text stands, and the route the case has travelled."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from raadhus.parsing._dates import find_date
from raadhus.parsing._lines import Line, found_in_line, spans_of
from raadhus.parsing._package import Found, ParsedStep, Span

DECISIONS = re.compile(
    r"Beslutning(?:er)?|Afgørelse|Udvalgets beslutning|Byrådets beslutning|Kommunalbestyrelsens beslutning",
    re.IGNORECASE,
)
POINTS = re.compile(
    r"Beslutningspunkter|Indstilling(?:er)?|Forvaltningens indstilling|Direktionens indstilling",
    re.IGNORECASE,
)
ROUTE = re.compile(r"Sagsforløb|Sagsgang|Beslutningshistorik|Tidligere behandling", re.IGNORECASE)
ANNEXES = re.compile(r"Bilag|Bilagsliste|Bilagsfortegnelse", re.IGNORECASE)
_OTHER = re.compile(
    r"Resum[eé]|Sagsfremstilling|Sagsresum[eé]|Baggrund:?|Økonomi(?:ske konsekvenser)?|Kommunikation|Videre proces"
    r"|Formål|Konsekvenser|Lovgrundlag|Høring|Tidsplan|Motivation|Begrundelse:?|Forslag|Supplerende oplysninger"
    r"|Sagens (?:baggrund|indhold)|Beslutningsforslag|.{3,60} påtegning|Forventet effekt|Ydelse|Organisering|Ressourcer"
    r"|Politisk behandling|Deltagere",
    re.IGNORECASE,
)
_CAPS = re.compile(r"[A-ZÆØÅ][A-ZÆØÅ ,.&/()’'-]{5,}")
_BODY = re.compile(r"Udvalg ?: ?(?P<value>.+)", re.IGNORECASE)
_DATE = re.compile(r"(?:Møde)?dato ?: ?(?P<value>.+)", re.IGNORECASE)
_NUMBER = re.compile(r"Punkt(?:nummer|nr\.?)? ?: ?(?P<value>\d+[a-z]?)", re.IGNORECASE)


class Field(NamedTuple):
    """A heading and the lines under it: `at` is the heading's line, `first` up to `last` its text's."""

    kind: str
    title: str
    at: int
    first: int
    last: int


def fields_of(lines: Sequence[Line], first: int, last: int) -> list[Field]:
    """Return the fields between two lines in order. Text before the first heading is a field without a title."""
    heads = [(at, kind) for at in range(first, last) if (kind := _kind(lines, at, first))]
    found: list[Field] = []
    if not heads or heads[0][0] > first:
        found.append(Field("text", "", first, first, heads[0][0] if heads else last))
    ends = [*(at for at, _ in heads[1:]), last]
    for (at, kind), end in zip(heads, ends, strict=False):
        found.append(Field(kind, lines[at].text.rstrip(":"), at, at + 1, end))
    return _route_kept_whole(found)


def _kind(lines: Sequence[Line], at: int, first: int) -> str:
    line = lines[at]
    text = line.text
    if len(text) > 120 or not text[0].isupper():
        return ""
    for kind, pattern in (
        ("decision", DECISIONS),
        ("points", POINTS),
        ("route", ROUTE),
        ("annexes", ANNEXES),
    ):
        if pattern.fullmatch(text):
            return kind
    if _OTHER.fullmatch(text) or _CAPS.fullmatch(text) or (line.size >= 1.15 and at > first):
        return "text"
    return ""


def _route_kept_whole(fields: list[Field]) -> list[Field]:
    """In a route, and in the list of annexes after it, only those two headings count."""
    kept: list[Field] = []
    for field in fields:
        previous = kept[-1] if kept else None
        inside = previous is not None and previous.kind in ("route", "annexes")
        if (
            previous
            and inside
            and field.kind not in ("route", "annexes", "decision")
            and not field.title.isupper()
        ):
            kept[-1] = previous._replace(last=field.last)
        else:
            kept.append(field)
    return kept


def route_of(lines: Sequence[Line], field: Field) -> list[ParsedStep]:
    """Return the steps of a route: a body, a date, an item's number there, and what the body did."""
    bodies = [(at, m) for at in range(field.first, field.last) if (m := _BODY.fullmatch(lines[at].text))]
    ends = [*(at for at, _ in bodies[1:]), field.last]
    return [_step(lines, at, end, m["value"]) for (at, m), end in zip(bodies, ends, strict=False)]


def _step(lines: Sequence[Line], at: int, end: int, body: str) -> ParsedStep:
    dated = number = None
    text_from = at + 1
    for line_at in range(at + 1, min(at + 4, end)):
        line = lines[line_at]
        if (match := _DATE.fullmatch(line.text)) and (day := find_date(match["value"])):
            start = line.start + match.start("value") + day[1].start
            dated = Found(day[0], (Span(line.page, start, start + day[1].end - day[1].start),))
            text_from = line_at + 1
        elif match := _NUMBER.fullmatch(line.text):
            number = found_in_line(line, match["value"])
            text_from = line_at + 1
    kept = [line for line in lines[text_from:end] if line.text != "."]
    text = Found("\n".join(line.text for line in kept), spans_of(kept)) if kept else None
    return ParsedStep(found_in_line(lines[at], body.strip()), dated, number, text)


_ANNEX = re.compile(r"Bilag (?P<number>\d+)\b.*", re.IGNORECASE)
_WRAPS_FROM = 95


def annexes_of(lines: Sequence[Line], field: Field) -> list[list[Line]]:
    """Return the lines of each annex named: one line each, and what a long name runs over into."""
    found: list[list[Line]] = []
    for at in range(field.first, field.last):
        line = lines[at]
        if found and _runs_over(found[-1][-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _runs_over(above: Line, below: Line) -> bool:
    if _ANNEX.match(below.text) or above.page != below.page:
        return False
    return len(above.text) >= _WRAPS_FROM or below.text[0].islower()
