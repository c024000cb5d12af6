"""The originals, untouched and content-addressed: `files/ab/abcdef...` under `RAADHUS_HOME`."""

import os
import shutil
import tempfile
from pathlib import Path

from django.conf import settings


def path_of(sha256: str) -> Path:
    """Where the original with that checksum lies (whether or not it is there)."""
    return Path(settings.RAADHUS_HOME) / "files" / sha256[:2] / sha256


def keep(original: Path, sha256: str) -> Path:
    """Copy `original` in under its checksum and return where it lies; keeping it twice changes nothing.

    The copy is written beside its place, flushed to disk and moved in whole, so a crash or a full disk
    leaves no half file. Raises `OSError`.
    """
    place = path_of(sha256)
    if place.exists():
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".incoming-")
    try:
        with os.fdopen(handle, "wb") as copy, original.open("rb") as source:
            shutil.copyfileobj(source, copy, 1024 * 1024)
            copy.flush()
            os.fsync(copy.fileno())
        os.replace(name, place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return place
