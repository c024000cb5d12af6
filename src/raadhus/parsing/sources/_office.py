"""Office files are ZIP files: what kind one is, and whether it would fill the memory when it is opened."""

import zipfile
import zlib
from pathlib import Path

from raadhus.parsing._errors import Unreadable

MOST_TEXT = 64 * 1024 * 1024  # about 15,000 pages
MOST_BYTES = 512 * 1024 * 1024  # with the pictures, which are packed already
_SMALL = 4 * 1024 * 1024
_MOST_RATIO = 100
_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


def kind_of(path: Path) -> str:
    """Return the file's kind by its parts: docx, xlsx, pptx or odf; "" for another ZIP.

    Raises `Unreadable` for a broken one, and for one whose parts no writing or drawing could have been packed
    so small from.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            kind = _by_parts(archive, {part.filename for part in parts})
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Unreadable(path.name, "damaged") from error
    if kind:
        _check(parts, path.name)
    return kind


def _by_parts(archive: zipfile.ZipFile, names: set[str]) -> str:
    if found := next((kind for part, kind in _PARTS.items() if part in names), ""):
        return found
    said = "mimetype" in names and archive.getinfo("mimetype").file_size < 200 and archive.read("mimetype")
    return "odf" if said and said.decode("ascii", "replace").startswith(_OPEN_DOCUMENT) else ""


def _check(parts: list[zipfile.ZipInfo], name: str) -> None:
    text = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if _size(text) > MOST_TEXT or _size(parts) > MOST_BYTES or any(_is_bomb(part) for part in parts):
        raise Unreadable(name, "too-large")


def _size(parts: list[zipfile.ZipInfo]) -> int:
    return sum(part.file_size for part in parts)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    """True for a part that no writing or drawing could have been packed so small from."""
    return part.file_size > max(_SMALL, _MOST_RATIO * part.compress_size)
