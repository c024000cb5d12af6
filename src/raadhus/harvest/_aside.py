"""Where a meeting lies while it is being fetched: a folder of its own in the data directory, until it is whole."""

import shutil
import time
from pathlib import Path

from django.conf import settings

from raadhus.documents import storage
from raadhus.harvest.answers import note_of
from raadhus.harvest.models import RemoteMeeting, Source

KEPT = 30 * 24 * 60 * 60
"""Seconds after which what was left of a round is not trusted any more."""


def folder_of(source: Source) -> Path:
    return Path(settings.RAADHUS_HOME) / "harvest" / str(source.pk)


def aside_for(row: RemoteMeeting) -> Path:
    """Return the meeting's folder, with what an interrupted round had got into it."""
    folder = folder_of(row.source) / row.remote_id
    try:
        if time.time() - folder.stat().st_mtime > KEPT:
            shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def forget(folder: Path) -> None:
    """Remove the folder. One that is half removed is begun anew by whoever needs it."""
    shutil.rmtree(folder, ignore_errors=True)


def bring(sha256: str, file: Path) -> bool:
    """Put a file that is stored already where a package will look for it; False where it is not stored."""
    stored = storage.path_of(sha256)
    if not sha256 or not stored.is_file():
        return False
    part = file.with_name(f".{file.name}.part")
    shutil.copyfile(stored, part)
    note_of(file).unlink(missing_ok=True)  # what was said of another file
    part.replace(file)
    return True
