"""An item's text as eDoc prints it: number and title, case and document number, then headings with text under them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.parsing._lines import RawLine
from raadhus.parsing.formats._captions import read_caption
from raadhus.parsing.formats._draft import DraftField
from raadhus.parsing.sources._markup import plain_lines

_HEAD = re.compile(r"(?P<number>\d{1,3}[a-z]?)\.?[\t ]+(?P<title>\S.*)")
_CASE = re.compile(r"Sags?(?:nr|nummer|-?id)\.?\s*:?\s*(?P<value>\d\S*)\s*", re.IGNORECASE)
_DOCUMENT = re.compile(r"Dok(?:ument)?\.?(?:nr|nummer)\.?\s*:?\s*(?P<value>\d\S*)\s*", re.IGNORECASE)
_ABSENT = re.compile(
    r"(?:Følgende )?(?:deltog ikke|deltog ej|var fraværende|fraværende)\b.*:?", re.IGNORECASE
)
_ANNEX = re.compile(r"(?P<number>\d{2,9}[-/]\d{1,9}(?:[-/]\d{1,4})?)\s*[-–:]?\s*(?P<title>\S.*)")
_ANNEXES = re.compile(r"Bilag(?:sliste|sfortegnelse)?\s*:?", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:sammendrag|resum[eé]|sagsresum[eé]|baggrund|(?:supplerende )?sagsfremstilling|sagsbeskrivelse|lovgrundlag"
    r"|økonomi\w*(?: .{1,60})?|retsgrundlag|høring|kommunikation|personalemæssige (?:konsekvenser|forhold)"
    r"|miljømæssige konsekvenser|sundhed\w*|konsekvenser\b.{0,50}|videre proces|tidsplan|vurdering|bemærkninger"
    r"|forvaltningens bemærkninger|borgerinddragelse|beskrivelse af sagen|sagens (?:indhold|baggrund|kerne)|formål"
    r"|bæredygtighed|kompetence|handicap\w*|inddragelse og høring|tværgående konsekvenser"
    r"|(?:beslutningen træffes|sagen afgøres) (?:af|i))\s*:?",
    re.IGNORECASE,
)
_LONE_MARK = re.compile(r"(?:[A-Za-zÆØÅæøå]|\d{1,2})[.)]|[•·-]")
_LONGEST_HEADING = 110


@dataclass(frozen=True, slots=True)
class ItemText:
    """What stands in an item's text; `annex_numbers` are document numbers by the annex's title in small letters."""

    number: str
    title: str
    case_number: str
    fields: tuple[DraftField, ...]
    absent: tuple[str, ...]
    annex_numbers: dict[str, str]


def read_text(text: str) -> ItemText:
    """Return what the item's text tells, cut at its headings."""
    lines = _marks_joined(plain_lines(text))
    head = _HEAD.fullmatch(lines[0].text.strip()) if lines else None
    at = 1 if head else 0
    case, at = _numbers(lines, at)
    body, absent = _without_absent(lines[at:])
    fields = tuple(_fields(body))
    return ItemText(
        number=head["number"] if head else "",
        title=head["title"].strip() if head else "",
        case_number=case,
        fields=fields,
        absent=absent,
        annex_numbers=_annexes(body),
    )


def _marks_joined(lines: list[RawLine]) -> list[RawLine]:
    """A point's mark stands on a line of its own, and its text on the next: they are one line."""
    joined: list[RawLine] = []
    for line in lines:
        if joined and _LONE_MARK.fullmatch(joined[-1].text.strip()):
            mark = joined.pop()
            line = RawLine(f"{mark.text.strip()} {line.text.strip()}", mark.gap)
        joined.append(line)
    return joined


def _numbers(lines: list[RawLine], at: int) -> tuple[str, int]:
    """The case number, and where the text begins: the title may run over a second line before the numbers."""
    for here in range(at, min(at + 3, len(lines))):
        if match := _CASE.fullmatch(lines[here].text.strip()):
            after = here + 1
            if after < len(lines) and _DOCUMENT.fullmatch(lines[after].text.strip()):
                after += 1
            return match["value"], after
    return "", at


def _without_absent(lines: list[RawLine]) -> tuple[list[RawLine], tuple[str, ...]]:
    """Take out the form's last lines: who took no part in the item."""
    at = next((n for n, line in enumerate(lines) if _ABSENT.fullmatch(line.text.strip())), None)
    if at is None:
        return lines, ()
    names = [name.strip() for line in lines[at + 1 :] for name in line.text.split(",")]
    return lines[:at], tuple(name for name in names if name and len(name) < 60)


def _fields(lines: list[RawLine]) -> Iterator[DraftField]:
    title, under = "", list[RawLine]()
    for line in lines:
        if _is_heading(line):
            if under:
                yield DraftField(title, tuple(under))
            title, under = line.text.strip(), []
        else:
            under.append(line)
    if under:
        yield DraftField(title, tuple(under))


def _is_heading(line: RawLine) -> bool:
    text = line.text.strip()
    if len(text) > _LONGEST_HEADING or not text[:1].isupper() or text.endswith((".", ",")):
        return False
    if _KNOWN.fullmatch(text) or _ANNEXES.fullmatch(text):
        return True
    return line.gap and read_caption(text).kind != "text"


def _annexes(lines: list[RawLine]) -> dict[str, str]:
    matches = (_ANNEX.fullmatch(line.text.strip()) for line in lines)
    return {match["title"].strip().casefold(): match["number"] for match in matches if match}
