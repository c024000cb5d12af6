"""A page's text: its lines flowing together again, and the cited stretch set apart."""

import re
from dataclasses import dataclass
from itertools import pairwise

FULL = 0.7  # of the longest line: shorter ones were ended by the writer, not by the margin
LISTED = re.compile(r"\s*([-•–*]|\(?[0-9a-zA-Z]{1,3}[.)]\s|at\b)")


@dataclass(frozen=True, slots=True)
class Marked:
    before: str
    cited: str
    after: str


def marked(text: str, stretch: tuple[int, int] | None) -> Marked:
    """Cut `text` around `stretch` (offsets); without one, or with one that is not in it, nothing is cited."""
    if stretch is None or not 0 <= stretch[0] < stretch[1] <= len(text):
        return Marked(text, "", "")
    start, end = stretch
    return Marked(text[:start], text[start:end], text[end:])


def stretch_in(address: str | None) -> tuple[int, int] | None:
    """Read `120-340` from an address; anything else is no stretch."""
    start, dash, end = (address or "").partition("-")
    if not (dash and start.isdecimal() and end.isdecimal() and len(start) + len(end) < 20):
        return None
    return int(start), int(end)


def flowing(text: str) -> str:
    """Let lines that a paper's margin broke run on; what the writer ended keeps its end.

    Character for character as long as `text`, so that offsets into it still hold.
    """
    lines = text.replace("\r", " ").split("\n")
    full = max(map(len, lines)) * FULL
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        runs_on = len(before) >= max(full, 40) and line.strip() and not LISTED.match(line)
        pieces += [" " if runs_on else "\n", line]
    return "".join(pieces)
