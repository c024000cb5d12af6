"""OpenDocument files (text, spreadsheet, presentation): their one XML part, read like any stranger's XML."""

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import RawLine, Source
from raadhus.parsing._text import lay_out
from raadhus.parsing.sources._xlsx import row_text
from raadhus.parsing.sources._xml import children, decoded, local, parsed

_MEDIA = "application/vnd.oasis.opendocument."
_LISTS = frozenset(
    {"list", "list-item", "section", "page", "frame", "text-box", "index-body", "table-of-content"}
)
_DEEPEST = 100
_MOST_ROWS = 50_000


def load(path: Path) -> Source:
    """Return the document's text, a page for each sheet or slide. Raises `Unreadable`."""
    try:
        with zipfile.ZipFile(path) as archive:
            kind = archive.read("mimetype").decode("ascii", "replace").strip().removeprefix(_MEDIA)
            data = archive.read("content.xml")
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise Unreadable(path.name, "damaged") from error
    root = parsed(decoded(data), path.name)
    pages = [page for body in root.iter() if local(body) == "body" for page in _pages(body)]
    laid, lines = lay_out(pages or [[]])
    if not lines:
        raise Unreadable(path.name, "empty")
    return Source("odf", _MEDIA + kind, laid, lines)


def _pages(body: etree._Element) -> Iterator[list[RawLine]]:
    for document in children(body):
        parts = [part for part in children(document) if local(part) in ("table", "page")]
        if local(document) in ("spreadsheet", "presentation") and parts:
            for part in parts:
                yield list(_table(part) if local(part) == "table" else _blocks(part, 0))
        else:
            yield list(_blocks(document, 0))


def _blocks(node: etree._Element, depth: int, mark: str = "") -> Iterator[RawLine]:
    for part in children(node):
        name = local(part)
        if name in ("p", "h"):
            yield from _paragraph(part, mark)
            mark = ""
        elif name == "table":
            yield from _table(part)
        elif name in _LISTS and depth < _DEEPEST:
            yield from _blocks(part, depth + 1, "• " if name == "list-item" else mark)


def _paragraph(node: etree._Element, mark: str) -> Iterator[RawLine]:
    level = min(int(_attribute(node, "outline-level") or 1), 3) if local(node) == "h" else 0
    text = "".join(_words(node))
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            yield RawLine(
                (mark if not number else "") + line, not mark and not number, 1.5 if level else 1.0, level
            )


def _words(node: etree._Element) -> Iterator[str]:
    """The text with its blanks, which have elements of their own; notes and annotations stay out."""
    yield node.text or ""
    for part in node:
        name = local(part)
        if name in ("tab", "s"):
            yield " "
        elif name == "line-break":
            yield "\n"
        elif name not in ("annotation", "note", "tracked-changes"):
            yield from _words(part)
        yield part.tail or ""


def _attribute(node: etree._Element, name: str) -> str:
    found = next((str(said) for key, said in node.attrib.items() if str(key).endswith("}" + name)), "")
    return found if found.isdecimal() and len(found) < 6 else ""


def _table(table: etree._Element) -> Iterator[RawLine]:
    rows = (row for row in table.iter() if local(row) == "table-row")
    for number, row in zip(range(_MOST_ROWS), rows, strict=False):
        cells = [
            " ".join("".join("".join(_words(p)) for p in children(cell, "p", "h")).split())
            for cell in children(row, "table-cell")
        ]
        if text := row_text(cells):
            yield RawLine(text, number == 0)
