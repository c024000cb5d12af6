"""Open a file: say what it is by its first bytes, and hand it to the source that reads it."""

import errno
import hashlib
import os
from pathlib import Path

from raadhus.parsing._errors import Cause, Unreadable
from raadhus.parsing._lines import Source
from raadhus.parsing.sources import _plain

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SUFFIXES = frozenset({".pdf", ".txt", ".docx", ".text"})


def load(path: Path) -> Source:
    """Return the file's pages and lines. Raises `Unreadable` for a file with nothing to read in it."""
    try:
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise Unreadable(path.name, cause_of(error)) from error
    if not head:
        raise Unreadable(path.name, "empty")
    if b"%PDF-" in head[:1024]:
        from raadhus.parsing.sources import _pdf

        return _pdf.load(path)
    if head.startswith(_ZIP):
        from raadhus.parsing.sources import _docx

        return _docx.load(path)
    if head.startswith(_OLE):
        raise Unreadable(path.name, "encrypted" if _is_encrypted_office(path) else "unknown-format")
    return _plain.load(path)


def cause_of(error: OSError) -> Cause:
    """Return what an error of the operating system means to the person who asked."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return "no-permission"
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP):
        return "missing"
    return "unknown-format" if error.errno == errno.EISDIR else "damaged"


def fingerprint(path: Path) -> tuple[str, int]:
    """Return the file's SHA-256 in hexadecimal and its size in bytes."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return digest, os.fstat(file.fileno()).st_size
    except OSError as error:
        raise Unreadable(path.name, cause_of(error)) from error


def readable_files(path: Path) -> list[Path]:
    """Return the files of a folder that can be read, sorted, hidden ones left out; of a file, itself.

    Raises `Unreadable` when the path is missing, may not be read, or is a folder with nothing readable.
    """
    try:
        path.stat()
    except OSError as error:
        raise Unreadable(str(path), cause_of(error)) from error
    if not path.is_dir():
        return [path]
    files = [file for file in _walk(path) if file.suffix.lower() in _SUFFIXES]
    if not files:
        raise Unreadable(str(path), "nothing-readable")
    return sorted(files)


def _walk(folder: Path) -> list[Path]:
    def refuse(error: OSError) -> None:
        if error.filename == str(folder):
            raise Unreadable(str(folder), cause_of(error)) from error

    files: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [Path(root, name) for name in names if not name.startswith((".", "~$"))]
    return files


def _is_encrypted_office(path: Path) -> bool:
    # An encrypted DOCX is an OLE file with a stream of this name (MS-OFFCRYPTO 2.3.4).
    with path.open("rb") as file:
        return "EncryptedPackage".encode("utf-16-le") in file.read(1 << 20)
