"""RTF files: their text, paragraph by paragraph; a page ends where the writer ended one."""

import re
from pathlib import Path

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import Source
from raadhus.parsing._text import lay_out
from raadhus.parsing.sources._markup import plain_lines

MEDIA_TYPE = "application/rtf"
MAGIC = b"{\\rtf"
_MOST_BYTES = 32 * 1024 * 1024
_PICTURES = re.compile(r"\{\\(?:pict|\*\\shppict|object)\b[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_PAGE = re.compile(r"\\page\b ?")


def load(path: Path) -> Source:
    """Return the document's text. Raises `Unreadable` for one that is broken or holds none."""
    from striprtf.striprtf import rtf_to_text

    if path.stat().st_size > _MOST_BYTES:
        raise Unreadable(path.name, "too-large")
    source = _PICTURES.sub("", path.read_bytes().decode("latin-1"))
    try:
        text = rtf_to_text(_PAGE.sub(r"\\par \\u12? \\par ", source), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, KeyError, IndexError, LookupError, OverflowError, RecursionError) as error:
        raise Unreadable(path.name, "damaged") from error
    pages, lines = lay_out([plain_lines(page) for page in str(text).split("\f")])
    if not lines:
        raise Unreadable(path.name, "empty")
    return Source("rtf", MEDIA_TYPE, pages, lines)
