"""Pages as pictures: drawn from the stored original the first time someone looks, then kept on disk."""

import os
import tempfile
from pathlib import Path

from django.conf import settings

from raadhus.documents.models import Page, Version
from raadhus.documents.storage import path_of

PDF = "application/pdf"
WIDTHS = {"page": 1240, "thumbnail": 240}


class NoPicture(Exception):
    """The original is not a PDF, is gone, or cannot be drawn."""


def has_pictures(version: Version) -> bool:
    return version.media_type == PDF


def picture_of(page: Page, *, size: str) -> Path:
    """Return where the WebP picture of `page` lies. Raises `NoPicture`."""
    version = page.version
    if not has_pictures(version):
        raise NoPicture(version.media_type)
    place = _place(version.sha256, page.number, WIDTHS[size])
    if not place.exists():
        _draw(path_of(version.sha256), page.number, WIDTHS[size], place)
    return place


def tag_of(page: Page, *, size: str) -> str:
    """Return the ETag: an original never changes under its checksum."""
    return f'"{page.version.sha256[:32]}-{page.number}-{WIDTHS[size]}"'


def _place(sha256: str, number: int, width: int) -> Path:
    return Path(settings.RAADHUS_HOME) / "cache" / "pages" / sha256[:2] / sha256 / f"{number}-{width}.webp"


def _draw(original: Path, number: int, width: int, place: Path) -> None:
    # Here, not above: every command that names a page's address reads this file, and few draw one.
    import pypdfium2

    from raadhus.parsing.pdfium import ONE_AT_A_TIME

    place.parent.mkdir(parents=True, exist_ok=True)
    with ONE_AT_A_TIME:
        try:
            with pypdfium2.PdfDocument(original) as document:
                page = document[number - 1]
                picture = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
        except (OSError, IndexError, pypdfium2.PdfiumError) as error:
            raise NoPicture(str(original)) from error
    # Written beside its place and moved in whole: two readers may ask for the same page at once.
    handle, name = tempfile.mkstemp(dir=place.parent, suffix=".incoming")
    with os.fdopen(handle, "wb") as file:
        picture.save(file, "WEBP", quality=80, method=2)
    Path(name).replace(place)
