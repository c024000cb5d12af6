"""Read a document without a meeting: its chapters from the outline, the headings and the numbering."""

import re
from collections.abc import Iterator

from raadhus.parsing._headings import heading_level
from raadhus.parsing._lines import Line, Source
from raadhus.parsing._package import ParsedWarning
from raadhus.parsing._sections import Reading, Section
from raadhus.parsing.formats.document._furniture import furniture_of

SPEAKS_OF_CLOSED = "speaks-of-closed"
"""The warning of a document that marks something as closed, in a layout no format knows."""

_CLOSED = re.compile(
    r"(?:(?:punkt|pkt\.?|sag) ?\d+[.: )-]*)?(?:lukket(?: (?:punkt|sag|dagsorden|møde))?|fortroligt?) ?(?::|$|[–-] )"
    r"|.*\((?:lukket(?: punkt)?|fortroligt?)\)$|lukkede punkter:?$",
    re.IGNORECASE,
)


def read(source: Source, name: str) -> Reading:
    """Return the document's chapters as sections; its title is the largest line of its first page.

    What in it is closed cannot be told apart here, so a document that marks something as closed is warned of.
    """
    furniture = furniture_of(source.lines, len(source.pages))
    title = _title(source) or name
    return Reading(
        format=f"document-{source.medium}",
        title=title,
        sections=tuple(_chapters(source, title)),
        furniture=furniture,
        warnings=tuple(_closed_marks(source)),
    )


def _closed_marks(source: Source) -> Iterator[ParsedWarning]:
    marked = dict.fromkeys(line.page for line in source.lines if _CLOSED.match(line.text))
    for page in marked:
        yield ParsedWarning(
            page,
            SPEAKS_OF_CLOSED,
            f"Side {page} markerer noget som lukket, men opstillingen kendes ikke. Dokumentet er gemt som kladde.",
        )


def _title(source: Source) -> str:
    first = [line for line in source.lines[:40] if line.page == 1 and any(c.isalpha() for c in line.text)]
    if not first:
        return ""
    largest = max(line.size for line in first)
    at = next(n for n, line in enumerate(first) if line.size == largest)
    parts = [first[at].text]
    if largest > 1.0:
        for line in first[at + 1 : at + 3]:
            if line.size != largest or line.gap:
                break
            parts.append(line.text)
    return " ".join(parts)[:200]


def _chapters(source: Source, title: str) -> Iterator[Section]:
    """Yield a section per chapter: from the file's outline where it has one, else from numbered headings."""
    if len(source.bookmarks) > 1:
        yield from _by_bookmarks(source, title)
        return
    lines = source.lines
    start, chapter = 0, ""
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if heading_level(line, following) == 1 and line.text != chapter:
            if at > start:
                yield Section(start, at, _path(title, chapter))
            start, chapter = at, _whole_heading(line, following)
    if len(lines) > start:
        yield Section(start, len(lines), _path(title, chapter))


def _whole_heading(line: Line, following: Line | None) -> str:
    """A heading may run over into a second line, which then starts in lower case or is as large."""
    if following is None or following.page != line.page or following.gap:
        return line.text
    runs_over = following.text[0].islower() or (line.size > 1.1 and following.size == line.size)
    return f"{line.text} {following.text}" if runs_over else line.text


def _path(title: str, chapter: str) -> tuple[str, ...]:
    return (title, chapter) if chapter and chapter != title else (title,)


def _by_bookmarks(source: Source, title: str) -> Iterator[Section]:
    """Yield a section per bookmark; two bookmarks on one page meet at the line that carries the second's title."""
    lines = source.lines
    first_of_page: dict[int, int] = {}
    for at, line in enumerate(lines):
        first_of_page.setdefault(line.page, at)
    start = 0
    path: tuple[str, ...] = (title,)
    trail: dict[int, str] = {}
    for bookmark in source.bookmarks:
        at = _line_of(lines, first_of_page.get(bookmark.page, start), bookmark.page, bookmark.title)
        if at > start:
            yield Section(start, at, path)
            start = at
        trail = {level: text for level, text in trail.items() if level < bookmark.level}
        trail[bookmark.level] = bookmark.title
        path = (title, *(text for _, text in sorted(trail.items()) if text != title))
    if len(lines) > start:
        yield Section(start, len(lines), path)


def _line_of(lines: tuple[Line, ...], first: int, page: int, title: str) -> int:
    wanted = title.casefold()[:40]
    at = first
    while at < len(lines) and lines[at].page == page:
        if lines[at].text.casefold().startswith(wanted):
            return at
        at += 1
    return first
