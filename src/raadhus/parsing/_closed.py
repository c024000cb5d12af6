"""Closed titles: wherever the title of a closed item stands, the line is closed too."""

import re
from collections.abc import Iterable, Sequence

from raadhus.parsing._lines import Line

_MARKER = re.compile(
    r"^\W*(?:lukket(?: punkt)?|fortroligt?)\b\s*[:–-]?\s*|\s*\((?:lukket|lukket punkt|fortroligt?)\)\s*$",
    re.IGNORECASE,
)
_LEAST = 10
_LINES = 3


def lines_naming(titles: Iterable[str], lines: Sequence[Line]) -> set[int]:
    """Return the indexes of lines on which one of the titles stands, whole or over up to three lines."""
    wanted = [flat for title in titles if len(flat := _flat(_MARKER.sub("", title))) >= _LEAST]
    found: set[int] = set()
    for title in wanted:
        opening = title[:_LEAST]
        for at, line in enumerate(lines):
            text = line.text.casefold()
            if opening in text or opening.split(" ")[0] in text:
                found |= _standing(title, lines, at)
    return found


def _standing(title: str, lines: Sequence[Line], at: int) -> set[int]:
    """Return the lines from `at` on over which the title stands, if it begins on that line."""
    text = ""
    for end in range(at, min(at + _LINES, len(lines))):
        if lines[end].page != lines[at].page:
            break
        text = f"{text} {_flat(lines[end].text)}".strip()
        begins = text.find(title)
        if begins >= 0:
            return set(range(at, end + 1)) if begins < len(_flat(lines[at].text)) else set()
    return set()


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())
