"""Word files: paragraphs and tables in their order; a page begins where the writer broke one."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import RawLine, Source
from raadhus.parsing._text import lay_out

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEADING = re.compile(r"(?:Heading|Overskrift)\s*(\d)", re.IGNORECASE)
_TYPES = "[Content_Types].xml"
_MACROS = b"application/vnd.ms-word.document.macroEnabled.main+xml"
_PLAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def load(path: Path) -> Source:
    """Return the document's pages. Raises `Unreadable` for a broken one."""
    try:
        pages = _pages(_opened(path))
    except Exception as error:  # python-docx lets lxml's, zipfile's and its own errors through
        raise Unreadable(path.name, "damaged") from error
    laid, lines = lay_out(pages)
    return Source("docx", MEDIA_TYPE, laid, lines)


def _opened(path: Path) -> "Document":
    """A file that may hold macros (DOCM) is the same document under another name; its macros are left alone."""
    import docx

    with zipfile.ZipFile(path) as archive:
        if _MACROS not in archive.read(_TYPES):
            return docx.Document(str(path))
        plain = io.BytesIO()
        with zipfile.ZipFile(plain, "w") as copy:
            for part in archive.infolist():
                data = archive.read(part)
                copy.writestr(
                    part.filename, data.replace(_MACROS, _PLAIN) if part.filename == _TYPES else data
                )
    return docx.Document(plain)


def _pages(document: "Document") -> list[list[RawLine]]:
    pages: list[list[RawLine]] = [[]]
    numbered = 0
    styles: Styles = {}
    for block in document.iter_inner_content():
        style = _style(block, styles)
        numbered = numbered + 1 if "list number" in style.lower() else 0
        for line in _block(block, style, f"{numbered}. " if numbered else ""):
            if line is None:
                pages.append([])
            else:
                pages[-1].append(line)
    return [page for page in pages if page] or [[]]


Styles = dict[str | None, str]


def _style(block: "Paragraph | Table", styles: Styles) -> str:
    """The name of a paragraph's style; each is looked up once, since python-docx goes through all of them."""
    if hasattr(block, "rows"):
        return ""
    key = block._p.style
    if key not in styles:
        styles[key] = (block.style.name if block.style is not None else None) or ""
    return styles[key]


def _block(block: "Paragraph | Table", style: str, number: str) -> Iterator[RawLine | None]:
    """Yield the block's lines, and None where a page ends. Word counts numbered ones itself: not in the text."""
    if not hasattr(block, "rows"):
        yield from _paragraph(block, style, number)
        return
    for at, row in enumerate(block.rows):
        cells: list[str] = []
        for cell in row.cells:
            text = " ".join(cell.text.split())
            if text and (not cells or cells[-1] != text):
                cells.append(text)
        if cells:
            yield RawLine(" | ".join(cells), gap=at == 0)


def _paragraph(paragraph: "Paragraph", style: str, number: str) -> Iterator[RawLine | None]:
    level = _level(style)
    if paragraph.paragraph_format.page_break_before:
        yield None
    first = True
    for part in _parts(paragraph):
        if part is None:
            yield None
            continue
        for text in part.split("\n"):
            if text.strip():
                mark = _mark(style, number) if first else ""
                size = 1.5 if level else 1.0
                yield RawLine(mark + text, gap=first and not mark, size=size, level=level)
                first = False


def _mark(style: str, number: str) -> str:
    return "• " if "list bullet" in style.lower() else number


def _parts(paragraph: "Paragraph") -> Iterator[str | None]:
    """Yield the paragraph's text in pieces, and None at a page break inside of it."""
    text: list[str] = []
    for node in paragraph._p.iter():
        if node.tag == _W + "t":
            text.append(node.text or "")
        elif node.tag == _W + "tab":
            text.append(" ")
        elif node.tag == _W + "noBreakHyphen":
            text.append("-")
        elif node.tag in (_W + "br", _W + "cr"):
            if node.get(_W + "type") == "page":
                yield "".join(text)
                text = []
                yield None
            else:
                text.append("\n")
    yield "".join(text)


def _level(style: str) -> int:
    if style.lower() in ("title", "titel"):
        return 1
    heading = _HEADING.search(style)
    return int(heading.group(1)) if heading else 0
