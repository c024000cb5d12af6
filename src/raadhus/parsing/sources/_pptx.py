"""Slides: a page each, the title first, then what stands on it and the notes under it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import RawLine, Source
from raadhus.parsing._text import lay_out
from raadhus.parsing.sources._xlsx import row_text

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_DEEPEST = 20


def load(path: Path) -> Source:
    """Return the slides' text. Raises `Unreadable` for a broken file."""
    from pptx import Presentation

    try:
        pages = [list(_slide(slide)) for slide in Presentation(str(path)).slides]
    except Exception as error:  # python-pptx lets lxml's, zipfile's and its own errors through
        raise Unreadable(path.name, "damaged") from error
    if not pages:
        raise Unreadable(path.name, "no-pages")
    laid, lines = lay_out(pages)
    return Source("pptx", MEDIA_TYPE, laid, lines)


def _slide(slide: Any) -> Iterator[RawLine]:
    title = slide.shapes.title
    for shape in sorted(slide.shapes, key=lambda one: not _is_same(one, title)):
        yield from _shape(shape, heading=_is_same(shape, title), depth=0)


def _is_same(shape: Any, title: Any) -> bool:
    return title is not None and shape.shape_id == title.shape_id


def _shape(shape: Any, *, heading: bool, depth: int) -> Iterator[RawLine]:
    if getattr(shape, "has_table", False):
        for row in shape.table.rows:
            if text := row_text([" ".join(cell.text.split()) for cell in row.cells]):
                yield RawLine(text)
    elif shape.has_text_frame:
        first = True
        for paragraph in shape.text_frame.paragraphs:
            for text in paragraph.text.replace("\v", "\n").split("\n"):
                if text.strip():
                    yield RawLine(text, first, 1.5 if heading else 1.0, 2 if heading else 0)
                    first = False
    elif depth < _DEEPEST:
        for inner in getattr(shape, "shapes", ()):
            yield from _shape(inner, heading=False, depth=depth + 1)
