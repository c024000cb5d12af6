"""Passages: pages cut into stretches to be found and quoted, each under its path of headings."""

import re
from collections.abc import Iterator, Sequence

from raadhus.parsing._headings import BULLET, heading_level
from raadhus.parsing._lines import Line
from raadhus.parsing._package import ParsedPassage
from raadhus.parsing._sections import Section

LONGEST = 1200
_WANTED = 900
_SHORTEST = 300
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+(?=\S)")
_ENDED = re.compile(r"[.!?]['\"”’)]*$")
_DEEPEST = 6


def passages(
    lines: Sequence[Line], sections: Sequence[Section], furniture: frozenset[int]
) -> tuple[ParsedPassage, ...]:
    """Return the sections' passages in order: none crosses a page, none is longer than 1,200 characters."""
    return tuple(passage for section in sections for passage in _of_section(lines, section, furniture))


Block = tuple[list[Line], tuple[str, ...]]


def _of_section(
    lines: Sequence[Line], section: Section, furniture: frozenset[int]
) -> Iterator[ParsedPassage]:
    for block, path in _small_ones_joined(_blocks(lines, section, furniture)):
        for start, end in _cuts(block):
            yield ParsedPassage(
                page=block[0].page,
                start=start,
                end=end,
                heading=(section.heading + path)[:_DEEPEST],
                kind=section.kind,
                meeting=section.meeting,
                item=section.item,
                attachment=section.attachment,
                closed=section.closed,
            )


def _blocks(lines: Sequence[Line], section: Section, furniture: frozenset[int]) -> Iterator[Block]:
    """Yield the lines under one heading on one page, with the path of headings inside the section."""
    path: dict[int, str] = {}
    block: list[Line] = []
    before: tuple[str, ...] = ()
    last = section.first - 1
    for at in range(section.first, section.last):
        if at in furniture:
            continue
        line = lines[at]
        level = heading_level(line, lines[at + 1] if at + 1 < section.last else None)
        apart = bool(block) and (
            block[-1].page != line.page or at != last + 1 or (level > 0 and _length(block) > 0)
        )
        if block and block[-1].page != line.page:
            path.pop(3, None)
        if apart and not (at == last + 1 and _only_headings(block, lines, at, level)):
            yield block, before
            block = []
        if level:
            path = {depth: title for depth, title in path.items() if depth < level}
            path[level] = line.text
        if not block or level:
            before = tuple(
                t for _, t in sorted(path.items()) if not any(t in upper for upper in section.heading)
            )
        block.append(line)
        last = at
    if block:
        yield block, before


def _only_headings(block: list[Line], lines: Sequence[Line], at: int, level: int) -> bool:
    """A heading over two lines, or a heading right under another, opens one block, not two."""
    same_page = block[-1].page == lines[at].page
    return (
        same_page
        and level > 0
        and len(block) < 3
        and _length(block) < 120
        and heading_level(block[-1], lines[at]) > 0
    )


def _small_ones_joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """Join neighbours on one page while they stay under the wanted length, so that no passage is a crumb."""
    held: Block | None = None
    for block, path in blocks:
        if held and _may_join(held[0], block):
            held = (held[0] + block, held[1])
            continue
        if held:
            yield held
        held = (block, path)
    if held:
        yield held


def _may_join(first: list[Line], second: list[Line]) -> bool:
    if first[-1].page != second[0].page or second[0].start - first[-1].end > 2:
        return False
    small = min(_length(first), _length(second)) < _SHORTEST
    return small and second[-1].end - first[0].start <= _WANTED


def _length(block: list[Line]) -> int:
    return block[-1].end - block[0].start


def _cuts(block: list[Line]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a block, cut where a reader would pause: at gaps and ends of sentences."""
    while _length(block) > LONGEST:
        at = _best_cut(block)
        if at == 0:
            yield from _cut_line(block[0])
            block = block[1:]
        else:
            yield block[0].start, block[at - 1].end
            block = block[at:]
        if not block:
            return
    yield block[0].start, block[-1].end


def _best_cut(block: list[Line]) -> int:
    """Return the index of the line before which to cut; 0 when the first line alone is too long."""
    best, best_score = 0, float("-inf")
    for at in range(1, len(block)):
        length = block[at - 1].end - block[0].start
        if length > LONGEST:
            break
        score = _pause(block[at - 1], block[at]) - abs(length - _WANTED) / 200
        if score >= best_score:
            best, best_score = at, score
    return best if best_score > float("-inf") else 0


def _pause(above: Line, below: Line) -> float:
    score = 3.0 if below.gap else 0.0
    if above.text.endswith(":"):
        score -= 4.0
    elif _ENDED.search(above.text):
        score += 2.0
    if BULLET.match(below.text):
        score += 0.5
    elif below.text[0].islower():
        score -= 1.0
    return score


def _cut_line(line: Line) -> Iterator[tuple[int, int]]:
    """Cut one overlong line after sentences, else between words, else anywhere."""
    start = 0
    text = line.text
    while len(text) - start > LONGEST:
        window = text[start : start + LONGEST]
        ends = [m.start() for m in _SENTENCE.finditer(window) if m.start() > LONGEST // 3]
        end = ends[-1] if ends else window.rfind(" ")
        end = end if end > 0 else LONGEST
        yield line.start + start, line.start + start + end
        start += end
        while start < len(text) and text[start] == " ":
            start += 1
    if start < len(text):
        yield line.start + start, line.end
