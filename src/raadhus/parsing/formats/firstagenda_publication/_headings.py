"""Headings of published items: where each stands and how far its title runs."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from raadhus.parsing._case_numbers import only_case_number
from raadhus.parsing._lines import Line
from raadhus.parsing.formats.firstagenda_publication._fields import DECISIONS

ITEM = re.compile(r"(?P<shut>Lukket )?Punkt (?P<number>\d+[a-z]?) ?[:.] ?(?P<title>.*)", re.IGNORECASE)
_FIELD_WORD = re.compile(
    r"(?:Beslutning(?:er)?|Resume|Indstilling|Sagsfremstilling|Bilag|Sagsn\w*|Det indstilles|Sagsforløb"
    r"|Åbent?|Lukket)\b"
)
_FULL_LINE = 60
_PAGE = re.compile(r"[\s.]*\d+$")
_ENTRY_OPENING = 12


class Heading(NamedTuple):
    """An item's heading: lines `at` up to, not including, `until`."""

    number: str
    title: str
    at: int
    until: int


def named_lines(lines: Sequence[Line]) -> list[int]:
    """Return the lines that begin like an item's heading."""
    return [at for at, line in enumerate(lines) if line.text[0] in "PpLl" and ITEM.fullmatch(line.text)]


def is_field(line: Line) -> bool:
    """True for what stands right under a heading: a case number, or the decision's own heading."""
    return bool(only_case_number(line.text) or DECISIONS.fullmatch(line.text))


def headings_of(lines: Sequence[Line]) -> list[Heading]:
    """Return the items' headings: numbers rise, and a title runs over while its font does or its line is full."""
    found: list[Heading] = []
    for at in _heading_lines(lines):
        match = ITEM.fullmatch(lines[at].text)
        if match is None or (found and order_of(match["number"]) <= order_of(found[-1].number)):
            continue
        until = _title_end(lines, at)
        title = " ".join([match["title"], *(other.text for other in lines[at + 1 : until])])
        shut = "Lukket: " if match["shut"] else ""
        found.append(Heading(match["number"], shut + title.strip(), at, until))
    return found


def _heading_lines(lines: Sequence[Line]) -> list[int]:
    """Return the lines that are headings: large ones where fonts tell, else those with fields under them.

    A paper may mention "Punkt 7: ..." on a line of its own; it must not swallow the items before it.
    """
    found = _after_contents(lines, named_lines(lines))
    large = [at for at in found if lines[at].size > 1.1]
    if large:
        return large
    sure = [
        at for at in found if lines[at].start == 0 or any(is_field(line) for line in lines[at + 1 : at + 5])
    ]
    return sure if len(sure) * 2 > len(found) else found


def _after_contents(lines: Sequence[Line], found: list[int]) -> list[int]:
    """Leave out the entries of a table of contents: their numbers and words come again as the headings do."""
    if not found or not (first := ITEM.fullmatch(lines[found[0]].text)):
        return found
    opening = _PAGE.sub("", first["title"]).casefold()[:_ENTRY_OPENING]
    for n, at in enumerate(found[1:], start=1):
        again = ITEM.fullmatch(lines[at].text)
        if again and again["number"] == first["number"] and again["title"].casefold().startswith(opening):
            return found[n:]
    return found


def order_of(number: str) -> tuple[int, str]:
    digits = re.match(r"\d+", number)
    return (int(digits.group()) if digits else 0), number


def _title_end(lines: Sequence[Line], at: int) -> int:
    """A case number, a field or a smaller font ends the title; without any of them, a line that was not full."""
    near = range(at + 1, min(at + 4, len(lines)))
    numbered = next((n for n in near if only_case_number(lines[n].text)), None)
    if numbered is not None and not any(_FIELD_WORD.match(lines[n].text) for n in range(at + 1, numbered)):
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
