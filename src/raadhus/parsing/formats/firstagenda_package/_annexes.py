"""Annexes: which pages belong to which. A label stands at the foot of a page and speaks for the page above it.

Labels are missing on some pages. Such a page goes with the annex before it, unless it opens a paper of its own.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from raadhus.parsing._headings import BULLET
from raadhus.parsing._lines import Line
from raadhus.parsing.formats.firstagenda_package._marks import Mark

Place = tuple[str | None, int | None]  # the item's number, the annex's number; None for the item's own text

_PAPER = re.compile(
    r"INDSTILLING|Indstilling|(?:Åbent?|Lukket)(?: punkt)?\.?"
    r"|Beslutningsmemo|Beslutningsnotat|Forklæde|Notat|Memo|Cover"
)
_TITLE_END = re.compile(r"[.,:;!?]$")


@dataclass(slots=True)
class Chunk:
    """Lines of one page that stand together: cut at page breaks, after labels and at the package's own headings."""

    first: int
    last: int
    label: Mark | None = None
    own: str | None = None
    place: Place = (None, None)


def places(
    lines: Sequence[Line], labels: Sequence[Mark], own: Mapping[int, str], front: int, last: int
) -> list[Place]:
    """Return for each line the item and annex it belongs to: from `front`, where the front page ends, up to `last`.

    `own` maps the lines of the package's own headings to their numbers.
    """
    chunks = [chunk for chunk in _chunks(lines, labels, own, front, last) if chunk.first >= front]
    _fill(lines, chunks)
    found: list[Place] = [(None, None)] * len(lines)
    for chunk in chunks:
        found[chunk.first : chunk.last] = [chunk.place] * (chunk.last - chunk.first)
    return found


def _chunks(
    lines: Sequence[Line], labels: Sequence[Mark], own: Mapping[int, str], front: int, last: int
) -> list[Chunk]:
    starts = {at for at in range(last) if at in (0, front) or lines[at].page != lines[at - 1].page}
    starts |= {mark.until for mark in labels if mark.until < last} | {at for at in own if at < last}
    bounds = [*sorted(starts), last]
    chunks = [Chunk(a, b, own=own.get(a)) for a, b in pairwise(bounds) if b > a]
    by_start = iter(labels)
    label = next(by_start, None)
    for chunk in chunks:
        while label and label.at < chunk.last:
            if label.at >= chunk.first:
                chunk.label = label
            label = next(by_start, None)
    return chunks


def _fill(lines: Sequence[Line], chunks: list[Chunk]) -> None:
    before: tuple[str | None, int] = (None, 0)
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk.own is not None and chunk.label is None:
            chunk.place, before = (chunk.own, None), (chunk.own, 0)
            at += 1
        elif chunk.label:
            before = (chunk.label.number, chunk.label.sub)
            chunk.place = before
            at += 1
        else:
            end = at
            while end < len(chunks) and chunks[end].label is None and chunks[end].own is None:
                end += 1
            following = chunks[end].label if end < len(chunks) else None
            _fill_gap(lines, chunks[at:end], before, following, chunks[end] if following else None)
            at = end


def _fill_gap(
    lines: Sequence[Line],
    gap: list[Chunk],
    before: tuple[str | None, int],
    after: Mark | None,
    labelled: Chunk | None,
) -> None:
    number, sub = before
    kept: Place = (number, sub or None)
    if after is None or labelled is None:
        _set(gap, kept)
    elif after.number == number:
        if after.sub == sub:
            _set(gap, kept)
        else:
            running = _running_on(lines, gap) if sub == 0 else 0
            _set(gap[:running], kept)
            _spread(lines, [*gap[running:], labelled], number, sub, after.sub)
    else:
        papers = [at for at, chunk in enumerate(gap) if _opens_paper(lines, chunk)]
        start = papers[-1] if papers else len(gap)
        if start == len(gap) and number is None:
            start = 0
        _set(gap[:start], kept)
        _spread(lines, [*gap[start:], labelled], after.number, 0, after.sub)


def _running_on(lines: Sequence[Line], gap: list[Chunk]) -> int:
    """Return how many pages go on with the item's own text: the first, when it begins in the middle of a sentence."""
    if not gap or gap[0].first == 0:
        return 0
    above, below = lines[gap[0].first - 1].text, lines[gap[0].first].text
    return 1 if below[0].islower() and not above.endswith((".", ":", "!", "?")) else 0


def _set(chunks: list[Chunk], place: Place) -> None:
    for chunk in chunks:
        chunk.place = place


def _spread(lines: Sequence[Line], chunks: list[Chunk], number: str, first: int, last: int) -> None:
    """Share pages without labels among the annexes: the last page that opens a text opens the last annex."""
    sub = last
    for chunk in reversed(chunks):
        chunk.place = (number, sub or None)
        if sub > max(first, 1) and _opens_text(lines, chunk):
            sub -= 1


def _opens_paper(lines: Sequence[Line], chunk: Chunk) -> bool:
    head = lines[chunk.first : min(chunk.last, chunk.first + 8)]
    return any(_PAPER.fullmatch(line.text) for line in head)


def _opens_text(lines: Sequence[Line], chunk: Chunk) -> bool:
    text = lines[chunk.first].text
    return len(text) < 75 and text[0].isupper() and not _TITLE_END.search(text) and not BULLET.match(text)
