"""Rows of a table in the text of a page, and the line that says what its columns are."""

import re
from dataclasses import dataclass
from functools import lru_cache

LEAST = 2
"""So many rows in a line are a table."""

WIDEST = 120

_CELL = r"[(-]?\d[\d.,/]*\)?(?:\s?(?:%|pct\.|procent|t?\.?\s?kr\.|mio\. kr\.))?"
_ROW = re.compile(rf"(?:[^\n.;:]*\S[ \t]+)?{_CELL}(?:[ \t]+{_CELL})+[ \t]*")
_LINE = re.compile(r"[^\n]+")
_LETTERS = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True, slots=True)
class Row:
    """A line with two figures or more at its end; `header` is where the line over the table's rows stands."""

    start: int
    end: int
    header: tuple[int, int] | None


@lru_cache(maxsize=2048)
def rows_in(text: str) -> tuple[Row, ...]:
    """Return the rows of the tables in `text`, in order; empty where two figures in a line are a sentence's."""
    found: list[Row] = []
    run: list[re.Match[str]] = []
    before: re.Match[str] | None = None
    for line in [*_LINE.finditer(text), None]:
        if line is not None and _is_row(line.group()):
            run.append(line)
            continue
        if len(run) >= LEAST:
            header = _header(before)
            found += [Row(row.start(), row.end(), header) for row in run]
        run, before = [], line
    return tuple(found)


def header_of(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the columns' names stand for the stretch; None unless it is a row of a table that has them."""
    inside = [row for row in rows_in(text) if row.start < end and start < row.end]
    if not inside or inside[0].header is None or start < inside[0].header[1]:
        return None
    return inside[0].header


def _is_row(line: str) -> bool:
    return len(line) <= WIDEST and _ROW.fullmatch(line) is not None


def _header(line: re.Match[str] | None) -> tuple[int, int] | None:
    if line is None or len(line.group()) > WIDEST or line.group().rstrip().endswith((".", ";", ",")):
        return None
    return line.span() if _LETTERS.search(line.group()) else None
