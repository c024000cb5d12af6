"""The table of contents of a published meeting: its lines, so that closed titles in it can be kept apart."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from raadhus.parsing._lines import Line

_CONTENTS = re.compile(r"Indhold(?:sfortegnelse)?", re.IGNORECASE)
_SHUT = re.compile(r"(?:Punkt \d+[a-z]?: ?)?(?:lukket|fortrolig\w*)\b", re.IGNORECASE)
_ENTRY_END = re.compile(r"(?:\.{2,}\s*|\s)\d{1,4}$")


class Contents(NamedTuple):
    """Lines `first` up to `last`; `closed` are the indexes of those that name closed items."""

    first: int
    last: int
    closed: frozenset[int]


def contents_of(lines: Sequence[Line], until: int) -> Contents | None:
    """Return the table of contents before line `until`, or None."""
    first = next((at for at in range(until) if _CONTENTS.fullmatch(lines[at].text)), None)
    if first is None:
        return None
    closed: set[int] = set()
    shut = False
    for at in range(first + 1, until):
        shut = shut or bool(_SHUT.match(lines[at].text))
        if shut:
            closed.add(at)
        if _ENTRY_END.search(lines[at].text):
            shut = False
    return Contents(first, until, frozenset(closed))
