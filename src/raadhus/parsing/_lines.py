"""The lines of a document: what every format reads. A line knows its page and its place on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from raadhus.parsing._package import Found, ParsedPage, ParsedWarning, Span


class Line(NamedTuple):
    """One line with text on it. `gap` says that white space stands above it; `size` is its font size,
    1.0 being the document's ordinary size; `level` is a heading level the file itself gives (from 1), else 0."""

    page: int
    start: int
    end: int
    text: str
    gap: bool
    size: float = 1.0
    level: int = 0

    @property
    def span(self) -> Span:
        return Span(self.page, self.start, self.end)


class Bookmark(NamedTuple):
    """An entry of the file's own outline."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file turned into pages and lines, before anyone asks what kind of document it is."""

    medium: str
    media_type: str
    pages: tuple[ParsedPage, ...]
    lines: tuple[Line, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    warnings: tuple[ParsedWarning, ...] = field(default=())


class RawLine(NamedTuple):
    """A line as a source gives it, before cleaning."""

    text: str
    gap: bool = False
    size: float = 1.0
    level: int = 0


def found_in_line(line: Line, value: str) -> Found[str]:
    """Return `value` with the span it has in `line`, or the whole line's when it does not stand there as such."""
    at = line.text.find(value)
    if at < 0:
        return Found(value, (line.span,))
    return Found(value, (Span(line.page, line.start + at, line.start + at + len(value)),))


def spans_of(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Return one span per page for lines in reading order."""
    spans: list[Span] = []
    for line in lines:
        if spans and spans[-1].page == line.page:
            spans[-1] = Span(line.page, spans[-1].start, max(spans[-1].end, line.end))
        else:
            spans.append(line.span)
    return tuple(spans)
