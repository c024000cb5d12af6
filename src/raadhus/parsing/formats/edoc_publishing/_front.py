"""The front page of eDoc's printed agenda: where the meeting was, who was there and who was not."""

import re
from dataclasses import dataclass

from raadhus.parsing._names import is_name, split_status
from raadhus.parsing._package import AttendanceStatus
from raadhus.parsing.sources._markup import plain_lines

_PRESENT = re.compile(
    r"(?:Til ?stede|Tilstede(?:værende)?|Deltagere|Mødedeltagere|Medlemmer)\s*:?\s*(?P<rest>.*)",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"(?:Afbud(?: ?/ ?fraværende)?(?: fra)?|Fraværende|Ikke til stede)\s*:?\s*(?P<rest>.*)", re.IGNORECASE
)
_OVER = re.compile(
    r"(?:Sekretær|Indholdsfortegnelse|Øvrige|Mødet|Åbent? |Lukket |Dagsorden|Referat|\d{1,3}\.?\s)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?:(?:Mødested|Sted)\s*:?\s*|i\s+(?=[A-ZÆØÅ\d]))(?P<place>\S.*)")
_ROLE = re.compile(
    r"\s*[-–,]\s*(?:næst)?(?:formand|borgmester|viceborgmester|stedfortræder|suppleant).*$", re.IGNORECASE
)
_DATED = re.compile(r"\d{4}|\bkl\.", re.IGNORECASE)
_HEAD_LINES = 80


@dataclass(frozen=True, slots=True)
class Front:
    location: str
    attendees: tuple[tuple[str, AttendanceStatus], ...]


def read_front(text: str) -> Front:
    """Return what the first lines of the agenda's whole text tell; empty where they tell nothing."""
    location, people = "", list[tuple[str, AttendanceStatus]]()
    status: AttendanceStatus | None = None
    above = ""
    for raw in plain_lines(text.partition("\\f")[0])[:_HEAD_LINES]:
        line = raw.text.strip()
        place = _PLACE.fullmatch(line)
        if not location and place and (_DATED.search(above) or not line.startswith("i ")):
            location = place["place"]
        if match := _PRESENT.fullmatch(line) or _AWAY.fullmatch(line):
            status = "excused" if _AWAY.fullmatch(line) else "present"
            line = match["rest"]
        elif _OVER.match(line):
            status = None
        if status and line:
            people += _person(line, status)
        above = raw.text
    return Front(location, tuple(people))


def _person(line: str, status: AttendanceStatus) -> list[tuple[str, AttendanceStatus]]:
    bare, away = split_status(_ROLE.sub("", line))
    return [(bare, "excused" if away else status)] if is_name(bare) else []
