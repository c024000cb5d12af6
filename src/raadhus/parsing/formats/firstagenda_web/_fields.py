"""An item's text on the page: headings (h3) with the text between them, at any depth."""

from collections.abc import Iterator

from lxml import etree

from raadhus.parsing._lines import RawLine
from raadhus.parsing.formats._draft import DraftField
from raadhus.parsing.sources._markup import lines_in

_HEADINGS = ("h2", "h3", "h4")
_ANNEXES = frozenset({"bilag", "bilagsliste"})


def fields_of(details: etree._Element) -> Iterator[DraftField]:
    """Yield the fields; case number and the list of annexes stand in the same box and are none."""
    title, lines = "", list[RawLine]()
    for line in _lines(details):
        if line.level:
            if lines:
                yield DraftField(title, tuple(lines))
            title, lines = line.text, []
        elif title.casefold().strip(" :") not in _ANNEXES:
            lines.append(line)
    if lines:
        yield DraftField(title, tuple(lines))


def _lines(details: etree._Element) -> Iterator[RawLine]:
    """The box's lines, its own headings with a level. An empty heading parts two fields all the same."""
    for node in _pieces(details):
        if node.tag in _HEADINGS:
            text = " ".join("".join(map(str, node.itertext())).split())
            yield RawLine(text, True, 1.5, 2)
        else:
            yield from (line._replace(level=0, size=1.0) for line in lines_in(node, hidden=True))


def _pieces(node: etree._Element) -> Iterator[etree._Element]:
    """The headings and what stands between them: boxes that hold a heading are opened, others are taken whole."""
    for inner in node:
        if not isinstance(inner.tag, str) or "sagsnummer" in str(inner.get("class") or "").split():
            continue
        if inner.tag in _HEADINGS or not any(True for _ in inner.iter(*_HEADINGS)):
            yield inner
        else:
            yield from _pieces(inner)
