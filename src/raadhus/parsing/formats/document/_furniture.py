"""Page furniture: what stands on every page and says nothing of its own (page numbers, running headers)."""

import re
from collections import Counter
from collections.abc import Sequence

from raadhus.parsing._lines import Line

PAGE_NUMBER = re.compile(
    r"(?:(?:side|page|s\.)\s*\d{1,4}|(?!(?:19|20)\d\d)\d{1,4})(?:\s*(?:/|af|of)\s*\d{1,4})?", re.IGNORECASE
)
# A running header may carry the page number at either end.
_PAGE_IN_HEADER = re.compile(r"^\d{1,4}\b|(?<=\s)\d{1,4}$")
_LEAST_PAGES = 4
_LONGEST = 80


def furniture_of(lines: Sequence[Line], pages: int) -> frozenset[int]:
    """Return the indexes of lines that are page numbers, or stand first or last on a good part of the pages."""
    edges = _edges(lines)
    counted = Counter(_shape(lines[at].text) for at in edges if len(lines[at].text) <= _LONGEST)
    least = max(_LEAST_PAGES, min(pages // 10, 12))
    return frozenset(
        at
        for at in edges
        if PAGE_NUMBER.fullmatch(lines[at].text) or counted.get(_shape(lines[at].text), 0) >= least
    )


def _shape(text: str) -> str:
    return _PAGE_IN_HEADER.sub("0", text.casefold())


def _edges(lines: Sequence[Line]) -> list[int]:
    """Return the first two and last three lines of each page."""
    edges: set[int] = set()
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].page != lines[start].page:
            edges.update(range(start, min(start + 2, at)))
            edges.update(range(max(start, at - 3), at))
            start = at
    return sorted(edges)
