"""Spreadsheets: each sheet from a page of its own, row by row; formulas show the value they were saved with."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import RawLine, Source
from raadhus.parsing._text import lay_out

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS_A_PAGE = 100
_MOST_ROWS = 50_000
_MOST_COLUMNS = 200


def load(path: Path) -> Source:
    """Return the sheets' rows as lines. Raises `Unreadable` for a broken file and one without a single value."""
    from openpyxl import load_workbook

    try:
        with path.open("rb") as file:  # opened here: openpyxl leaves a damaged one open
            workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
            pages = [page for sheet in workbook.worksheets for page in _pages(sheet)]
    except Exception as error:  # openpyxl lets zipfile's, the XML parser's and its own errors through
        raise Unreadable(path.name, "damaged") from error
    laid, lines = lay_out(pages)
    if not lines:
        raise Unreadable(path.name, "empty")
    return Source("xlsx", MEDIA_TYPE, laid, lines)


def _pages(sheet: Any) -> Iterator[list[RawLine]]:
    """A sheet that somebody hid is left out: its writer did not mean to show it."""
    if sheet.sheet_state != "visible":
        return
    page = [RawLine(str(sheet.title), True, 1.5, 2)]
    for cells in sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True):
        text = row_text([_shown(cell) for cell in cells])
        if not text:
            continue
        if len(page) > ROWS_A_PAGE:
            yield page
            page = []
        page.append(RawLine(text, not page))
    if len(page) > 1 or (page and not page[0].level):
        yield page


def row_text(cells: list[str]) -> str:
    """Return a row as a line; empty cells at its end are no cells, and a row of nothing is no line."""
    while cells and not cells[-1]:
        cells.pop()
    return " | ".join(cells) if any(cells) else ""


def _shown(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%d-%m-%Y}" if cell.time() == time(0) else f"{cell:%d-%m-%Y %H:%M}"
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    if isinstance(cell, float):
        return f"{cell:.10g}".replace(".", ",")
    return " ".join(str(cell).split())
