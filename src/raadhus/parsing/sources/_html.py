"""Web pages as documents: their text in order, on one page."""

from pathlib import Path

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import Source
from raadhus.parsing._text import lay_out
from raadhus.parsing.sources._markup import lines_of
from raadhus.parsing.sources._xml import decoded

MEDIA_TYPE = "text/html"
_MOST_BYTES = 64 * 1024 * 1024


def load(path: Path) -> Source:
    """Return the page's text. Raises `Unreadable` when there is none."""
    if path.stat().st_size > _MOST_BYTES:
        raise Unreadable(path.name, "too-large")
    lines = lines_of(decoded(path.read_bytes()))
    pages, laid = lay_out([lines])
    if not laid:
        raise Unreadable(path.name, "empty")
    return Source("html", MEDIA_TYPE, pages, laid)
