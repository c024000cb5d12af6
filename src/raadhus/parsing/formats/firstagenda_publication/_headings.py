"""Headings of published items: where each stands and how far its title runs."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from raadhus.parsing._case_numbers import only_case_number
from raadhus.parsing._lines import Line
from raadhus.parsing.formats.firstagenda_publication._fields import DECISIONS

_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,2}|[a-z])?)"
ITEM = re.compile(rf"(?P<shut>Lukket )?Punkt {_NUMBER} ?[:.] ?(?P<title>.*)", re.IGNORECASE)
_WORDED = re.compile(
    rf"(?P<shut>(?i:Lukket) )?(?i:Punkt|Pkt\.?|Dagsordenspunkt|Sag)(?: ?nr\.?)? {_NUMBER} ?(?:[:.–-] ?)?"
    r"(?P<title>[A-ZÆØÅ\"”»(].*)"
)
_BARE = re.compile(
    rf"{_NUMBER} ?[.:)]? (?:[(\[]?(?:Åbent?|Offentlig|(?P<shut>Lukket|Fortrolig))(?:t? punkt)?[)\]]?(?: ?[-–:])? )?"
    r"(?P<title>[A-ZÆØÅ\"”»].*)"
)
_FIELD_WORD = re.compile(
    r"(?:Beslutning(?:er)?|Resume|Indstilling|Sagsfremstilling|Bilag|Sagsn\w*|Det indstilles|Sagsforløb"
    r"|Åbent?|Lukket)\b"
)
_FULL_LINE = 60
_ENTRY_OPENING = 12
_OPENNESS = r"(?:(?:åben|offentlig|lukket|fortrolig)\w*(?: punkt)?\W{1,4})?"
_ENTRY_END = re.compile(r"(?:\.{2,}|\s)[\s.]*\d{1,4}$|\.{4,}$")
_UNDER_HEADING = re.compile(
    r"(?:Åbent?|Lukket|Offentlig)\b|Sagsn(?:r|ummer)|Sags-?id|Journaln", re.IGNORECASE
)


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
    """Return the items' headings in the style the document writes them: "Punkt 1:", "Pkt. 1", "1."."""
    named = _in_style(lines, ITEM, named_lines(lines))
    bare = _in_style(lines, _BARE, _sure_lines(lines, _BARE))
    if len(named) >= 2 and len(named) * 2 >= len(bare):
        return named
    worded = _in_style(lines, _WORDED, [at for at, line in enumerate(lines) if _WORDED.fullmatch(line.text)])
    return max((named, worded, bare), key=len)


def _in_style(lines: Sequence[Line], style: re.Pattern[str], named: list[int]) -> list[Heading]:
    """Return the headings of one style: numbers rise, and a title runs over while its font does or its line is full."""
    found: list[Heading] = []
    for at in _heading_lines(lines, style, _after_contents(lines, style, named)):
        match = style.fullmatch(lines[at].text)
        if match is None or (found and order_of(match["number"]) <= order_of(found[-1].number)):
            continue
        until = _title_end(lines, at)
        title = " ".join([match["title"], *(other.text for other in lines[at + 1 : until])])
        shut = "Lukket: " if match["shut"] else ""
        found.append(Heading(match["number"], shut + title.strip(), at, until))
    return found


def _heading_lines(lines: Sequence[Line], style: re.Pattern[str], found: list[int]) -> list[int]:
    """Return the lines that are headings: large ones where fonts tell, else those with fields under them.

    A paper may mention "Punkt 7: ..." on a line of its own; it must not swallow the items before it. A heading with
    no field under it, as a closed item's, has its number between those of the sure ones around it.
    """
    large = [at for at in found if lines[at].size > 1.1]
    if large:
        return large
    sure = [
        at for at in found if lines[at].start == 0 or any(is_field(line) for line in lines[at + 1 : at + 5])
    ]
    if len(sure) * 2 <= len(found):
        return found
    orders = {at: order_of(match["number"]) for at in found if (match := style.fullmatch(lines[at].text))}
    kept: list[int] = []
    for at in found:
        last = orders[kept[-1]] if kept else (0, 0, "")
        following = next((orders[n] for n in sure if n > at), (last[0] + 2, 0, ""))
        if at in sure or last < orders[at] < following:
            kept.append(at)
    return kept


def _sure_lines(lines: Sequence[Line], style: re.Pattern[str]) -> list[int]:
    """Numbers alone open many a paragraph: a heading is large, has fields under it, or stands in the contents."""
    found = [at for at, line in enumerate(lines) if line.text[0].isdigit() and style.fullmatch(line.text)]
    entries = {_bare_title(lines[at].text, style) for at in found if _ENTRY_END.search(lines[at].text)}
    return [
        at
        for at in found
        if lines[at].size > 1.1
        or _ENTRY_END.search(lines[at].text)
        or _bare_title(lines[at].text, style) in entries
        or any(is_field(line) or _UNDER_HEADING.match(line.text) for line in lines[at + 1 : at + 4])
    ]


def _bare_title(text: str, style: re.Pattern[str]) -> str:
    match = style.fullmatch(text)
    return match["number"] + _ENTRY_END.sub("", match["title"]).casefold()[:_ENTRY_OPENING] if match else ""


def _after_contents(lines: Sequence[Line], style: re.Pattern[str], found: list[int]) -> list[int]:
    """Leave out the entries of a table of contents: their numbers and words come again as the headings do."""
    left = 0
    while left < len(found) and _comes_again(lines, style, found[left]):
        left += 1
    return found[left:]


def _comes_again(lines: Sequence[Line], style: re.Pattern[str], at: int) -> bool:
    """True for a line that names an item by a number and words that a later heading, of whatever style, has too."""
    match = style.fullmatch(lines[at].text)
    if match is None:
        return False
    opening = _ENTRY_END.sub("", match["title"])[:_ENTRY_OPENING]
    again = re.compile(
        rf"(?:lukket )?(?:[a-zæøå]+\.? ?)?{re.escape(match['number'])}\W{{0,4}}{_OPENNESS}{re.escape(opening)}",
        re.IGNORECASE,
    )
    return any(again.match(line.text) for line in lines[at + 1 :])


def order_of(number: str) -> tuple[int, int, str]:
    """Return what the numbers are sorted by: 2, 2.1, 2.10, 2a, 3."""
    match = re.match(r"(\d+)(?:\.(\d+))?", number)
    return (int(match[1]), int(match[2] or 0), number[match.end() :]) if match else (0, 0, number)


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
