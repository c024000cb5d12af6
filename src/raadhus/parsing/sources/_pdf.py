"""PDF files: text, pages, outline, and of each line its place and font size. Read by pdfium."""

import ctypes
import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from raadhus.parsing._errors import Cause, Unreadable
from raadhus.parsing._lines import Bookmark, RawLine, Source
from raadhus.parsing._package import ParsedWarning
from raadhus.parsing._text import lay_out
from raadhus.parsing.pdfium import ONE_AT_A_TIME

# pdfium writes U+FFFE for a hyphen that ends a line, and leaves the line break out.
_PIECE = re.compile(r"[^\r\n\ufffe]+\ufffe?")
_TAIL_BYTES = 65_536
_MOST_BOOKMARKS = 5_000
_CAUSES: dict[int | None, Cause] = {
    pdfium.FPDF_ERR_PASSWORD: "encrypted",
    pdfium.FPDF_ERR_FILE: "no-pages",
}


def load(path: Path) -> Source:
    """Return the PDF's pages. Raises `Unreadable` when it is encrypted, damaged or cut short."""
    if not _is_whole(path):
        raise Unreadable(path.name, "damaged")
    with ONE_AT_A_TIME:
        return _opened(path)


def _opened(path: Path) -> Source:
    pdfium.FPDF_LoadDocument(b"", None)  # leaves a known last error: for a file without pages none is set
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(path.name, _CAUSES.get(getattr(error, "err_code", None), "damaged")) from error
    try:
        return _read(document, path.name)
    finally:
        document.close()


def _is_whole(path: Path) -> bool:
    """A PDF ends with its end-of-file marker (ISO 32000-1, 7.5.5); one cut short would lose pages in silence.

    A PDF made for the web has a first marker near its start: objects after the last marker mean a cut as well.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL_BYTES))
        _, marker, after = file.read().rpartition(b"%%EOF")
        return bool(marker) and b" obj" not in after


def _read(document: pypdfium2.PdfDocument, name: str) -> Source:
    count = len(document)
    if count == 0:
        raise Unreadable(name, "no-pages")
    read = [_page(document.raw, index) for index in range(count)]
    broken = [n for n, page in enumerate(read, start=1) if page is None]
    if len(broken) == count:
        raise Unreadable(name, "damaged")
    typed = [page or (0.0, 0.0, []) for page in read]
    ordinary = _ordinary_size(piece[2] for page in typed for piece in page[2])
    pages, lines = lay_out(
        [_raw_lines(page[2], ordinary) for page in typed], [(page[0], page[1]) for page in typed]
    )
    warnings = tuple(
        ParsedWarning(n, "page-unreadable", f"Side {n} kan ikke læses; filen er muligvis beskadiget.")
        for n in broken
    )
    return Source("pdf", "application/pdf", pages, lines, _bookmarks(document), warnings)


Piece = tuple[str, float, float, float]  # text, baseline from the bottom, font size, left edge
Page = tuple[float, float, list[Piece]]


def _page(document: pdfium.FPDF_DOCUMENT, index: int) -> Page | None:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return None
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        return round(width, 2), round(height, 2), _pieces(text_page) if text_page else []
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)


def _pieces(text_page: pdfium.FPDF_TEXTPAGE) -> list[Piece]:
    text = _text(text_page)
    x, y = ctypes.c_double(), ctypes.c_double()
    x_ref, y_ref = ctypes.byref(x), ctypes.byref(y)
    pieces: list[Piece] = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        if piece.isspace():
            continue
        at = match.start() + len(piece) - len(piece.lstrip())
        pdfium.FPDFText_GetCharOrigin(text_page, at, x_ref, y_ref)
        size = pdfium.FPDFText_GetFontSize(text_page, at)
        pieces.append((piece.replace("\ufffe", "-"), y.value, size, x.value))
    return pieces


def _text(text_page: pdfium.FPDF_TEXTPAGE) -> str:
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    return bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", "replace")


def _ordinary_size(sizes: Iterable[float]) -> float:
    counted = Counter(round(size, 1) for size in sizes if size > 0)
    return counted.most_common(1)[0][0] if counted else 1.0


def _raw_lines(pieces: list[Piece], ordinary: float) -> list[RawLine]:
    """Return the page's lines; a gap is where the next baseline lies well below the usual distance."""
    drops = [a[1] - b[1] for a, b in pairwise(pieces)]
    usual = median([drop for drop in drops if drop > 0] or [0.0])
    lines: list[RawLine] = []
    for at, (text, _, size, _) in enumerate(pieces):
        drop = drops[at - 1] if at else 0.0
        tallest = max(size, pieces[at - 1][2]) if at else size
        gap = at == 0 or drop < 0 or drop > 1.35 * max(usual, _least_leading(tallest, ordinary, usual))
        lines.append(RawLine(text, gap, round(size / ordinary, 2) if size > 0 else 1.0))
    return lines


def _least_leading(size: float, ordinary: float, usual: float) -> float:
    return usual * size / ordinary if size > ordinary > 0 else 0.0


def _bookmarks(document: pypdfium2.PdfDocument) -> tuple[Bookmark, ...]:
    found: list[Bookmark] = []
    try:
        for entry in document.get_toc():
            destination = entry.get_dest()
            index = destination.get_index() if destination else None
            title = " ".join(entry.get_title().split())
            if title and index is not None and index >= 0:
                found.append(Bookmark(entry.level + 1, title, index + 1))
            if len(found) >= _MOST_BOOKMARKS:
                break
    except (pypdfium2.PdfiumError, ValueError):
        return ()
    return tuple(found)
