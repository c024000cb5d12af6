"""The originals, untouched and content-addressed: `files/ab/abcdef...` under `RAADHUS_HOME`."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

_CHUNK = 1024 * 1024


def path_of(sha256: str) -> Path:
    """Where the original with that checksum lies (whether or not it is there)."""
    return Path(settings.RAADHUS_HOME) / "files" / sha256[:2] / sha256


def keep(original: Path) -> str:
    """Copy `original` in under its checksum and return the checksum; keeping it twice changes nothing.

    The copy is written aside, flushed to disk and moved in whole, so that neither a crash nor a full
    disk leaves half a file. Raises `OSError`.
    """
    aside = Path(settings.RAADHUS_HOME) / "files" / "incoming"
    aside.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=aside)
    try:
        sha256 = _copy(original, handle)
        place = path_of(sha256)
        place.parent.mkdir(exist_ok=True)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return sha256


def keep_bytes(data: bytes) -> str:
    """Keep `data` as a file would be kept, and return its checksum. Raises `OSError`."""
    with tempfile.NamedTemporaryFile(prefix="raadhus-") as file:
        file.write(data)
        file.flush()
        return keep(Path(file.name))


def _copy(original: Path, handle: int) -> str:
    digest = hashlib.sha256()
    with os.fdopen(handle, "wb") as copy, original.open("rb") as source:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            copy.write(chunk)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest()


def sweep() -> None:
    """Remove half copies that a crash left aside. Only while nobody else is keeping anything."""
    for left in (Path(settings.RAADHUS_HOME) / "files" / "incoming").glob("*"):
        left.unlink(missing_ok=True)


def discard(sha256: str) -> None:
    """Remove an original that no version came to point at."""
    path_of(sha256).unlink(missing_ok=True)
