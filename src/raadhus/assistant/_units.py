"""A passage in units that can be quoted by themselves: sentences, bullets, lines of a table."""

import re
from dataclasses import dataclass

from raadhus.assistant._tables import rows_in

LONGEST = 400
_BREAK = re.compile(
    r"\n\s*\n"
    r"|(?<=kr\.|\d\d\d)\n(?=\s*[A-ZÆØÅ])"
    r"|\n(?=\s*(?:[•·▪●○–\-\uf0b7→]\s|\d{1,2}[.)]\s|[a-z]\)\s|At \d))"
    r"|(?<=[.!?:])(?<!\bkr\.)(?<!\bca\.)(?<!\bnr\.)(?<!\bpkt\.)(?<!\bstk\.)(?<!\bjf\.)(?<!\bmio\.)(?<!\bkl\.)"
    r"(?<!\bfx\.)(?<!\bbl\.)(?<!\bpr\.)(?<!\bvedr\.)\s+(?=[A-ZÆØÅ\"”»(])"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of a text, without the blanks around it."""

    start: int
    end: int


def units(text: str) -> list[Unit]:
    """Return the units of `text` in order; what is longer than a quote may be is cut at its lines or words."""
    breaks = [match.span() for match in _BREAK.finditer(text)]
    breaks += [(at, at) for row in rows_in(text) for at in (row.start, row.end)]
    found: list[Unit] = []
    start = 0
    for before, after in sorted(breaks):
        found += _pieces(text, start, before)
        start = max(start, after)
    return found + _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> list[Unit]:
    pieces = []
    while end - start > LONGEST:
        cut = max(text.rfind("\n", start, start + LONGEST), text.rfind(" ", start, start + LONGEST))
        cut = cut if cut > start else start + LONGEST
        pieces.append(_trimmed(text, start, cut))
        start = cut
    return [unit for unit in (*pieces, _trimmed(text, start, end)) if unit.end > unit.start]


def _trimmed(text: str, start: int, end: int) -> Unit:
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    return Unit(start, max(start, end - (len(stretch) - len(stretch.rstrip()))))
