"""What lies in a folder: every file that a person put there, so that each is read or refused by name."""

import os
import stat
from pathlib import Path

from raadhus.parsing._errors import Unreadable
from raadhus.parsing.sources._open import cause_of, folder_cause, is_archive, source_of

_LITTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


def readable_files(path: Path) -> list[Path]:
    """Return the files in a folder and the folders below it, sorted; of a file, itself.

    Hidden files and what operating systems leave behind are passed over. Everything else is in the list, also
    files that turn out unreadable and subfolders that cannot be opened: reading each says why it is refused.
    Raises `Unreadable` when the path is missing, may not be read, or is a folder with nothing readable.
    """
    try:
        if not stat.S_ISDIR(path.stat().st_mode):
            return [path]
    except OSError as error:
        raise Unreadable(str(path), cause_of(error)) from error
    found = sorted(_walk(path))
    if all(_is_of_no_known_format(file) for file in found):
        raise Unreadable(str(path), "nothing-readable")
    return found


def _walk(folder: Path) -> list[Path]:
    found: list[Path] = []

    def closed(error: OSError) -> None:
        if error.filename == str(folder):
            raise Unreadable(str(folder), folder_cause(error)) from error
        found.append(Path(error.filename))

    seen = {_identity(folder)}
    for root, folders, names in os.walk(folder, onerror=closed, followlinks=True):
        folders[:] = [name for name in folders if not _is_litter(name) and _is_new(Path(root, name), seen)]
        found += [file for name in names if not _is_litter(name) and _may_be_file(file := Path(root, name))]
    return found


def _is_litter(name: str) -> bool:
    return name.startswith((".", "~$")) or name.casefold() in _LITTER


def _is_new(folder: Path, seen: set[tuple[int, int] | None]) -> bool:
    """False for a folder that links lead back to."""
    identity = _identity(folder)
    if identity in seen:
        return identity is None
    seen.add(identity)
    return True


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _may_be_file(path: Path) -> bool:
    """False for pipes and devices; a link to nowhere is a file that is missing."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return True


def _is_of_no_known_format(path: Path) -> bool:
    if is_archive(path):
        return False
    try:
        source_of(path)
    except Unreadable as unreadable:
        return unreadable.cause == "unknown-format"
    return False
