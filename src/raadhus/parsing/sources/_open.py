"""Open a file: say what it is by its first bytes, and hand it to the source that reads it."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from raadhus.parsing._errors import Cause, Unreadable
from raadhus.parsing._lines import Source
from raadhus.parsing.sources import _plain
from raadhus.parsing.sources._medium import Medium, medium_of

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD_BYTES = 4096
_CALLED_OTHERWISE = frozenset({".pdf", ".docx", ".docm"})
_TABLES = frozenset({".csv", ".tsv"})


def load(path: Path) -> Source:
    """Return the file's pages and lines. Raises `Unreadable` for a file with nothing to read in it."""
    return source_of(path)(path)


def source_of(path: Path) -> Callable[[Path], Source]:
    """Return what reads the file, by a look at its beginning. Raises `Unreadable` when nothing does."""
    head = _head(path)
    if not head:
        raise Unreadable(path.name, "empty")
    if b"%PDF-" in head[:1024]:
        from raadhus.parsing.sources import _pdf

        return _pdf.load
    if head.startswith(_ZIP):
        return _of_office(path)
    if head.startswith(_OLE):
        return _of_compound(path)
    if path.suffix.lower() not in _CALLED_OTHERWISE and (found := _of_text(path, head)):
        return found
    _plain.check(path, head)
    return _plain.load


def _of_office(path: Path) -> Callable[[Path], Source]:
    from raadhus.parsing.sources import _docx, _odf, _office, _pptx, _xlsx

    loaders = {"docx": _docx.load, "xlsx": _xlsx.load, "pptx": _pptx.load, "odf": _odf.load}
    if loader := loaders.get(_office.kind_of(path)):
        return loader
    raise Unreadable(path.name, "unknown-format")


def _of_compound(path: Path) -> Callable[[Path], Source]:
    """Office files from before 2007 and encrypted ones look alike from outside."""
    from raadhus.parsing.sources import _legacy

    if _is_encrypted_office(path):
        raise Unreadable(path.name, "encrypted")
    if loader := _legacy.loader(path):
        return loader
    raise Unreadable(path.name, "needs-converter" if _legacy.kind_of(path) else "unknown-format")


def _of_text(path: Path, head: bytes) -> Callable[[Path], Source] | None:
    """Text that is written for programs to show: web pages, mails, RTF, tables. None for text as it is."""
    from raadhus.parsing.sources import _mail, _rtf, _table_text

    if head.startswith(_rtf.MAGIC):
        return _rtf.load
    if medium := medium_of(head):
        return _of_medium(medium)
    if _mail.is_mail(head):
        return _mail.load
    return _table_text.load if path.suffix.lower() in _TABLES and not _plain.is_binary(head) else None


def _of_medium(medium: Medium) -> Callable[[Path], Source]:
    if medium == "html":
        from raadhus.parsing.sources import _html

        return _html.load
    return _unknown


def _unknown(path: Path) -> Source:
    """XML and JSON are for the formats that know them; as documents they are nothing to read."""
    raise Unreadable(path.name, "unknown-format")


def is_readable(path: Path) -> bool:
    """True for a file of a kind that some source reads."""
    try:
        return source_of(path) is not _unknown
    except Unreadable:
        return False


def structured(path: Path) -> Medium | None:
    """Return what the file is written in, where a format may know it. Raises `Unreadable`."""
    return None if path.suffix.lower() in _CALLED_OTHERWISE else medium_of(_head(path))


def is_archive(path: Path) -> bool:
    """True for a ZIP of files that is no office file, and is not called one."""
    try:
        if path.is_dir() or not _head(path).startswith(_ZIP) or path.suffix.lower() in _CALLED_OTHERWISE:
            return False
        from raadhus.parsing.sources import _zip

        return not _zip.is_office(path)
    except Unreadable:
        return False


def _head(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable(str(path), "folder-no-permission")  # one that opens is never a file
        if not stat.S_ISREG(status.st_mode):  # a pipe would keep us waiting
            raise Unreadable(path.name, "unknown-format")
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES)
    except OSError as error:
        raise Unreadable(path.name, cause_of(error)) from error


def cause_of(error: OSError) -> Cause:
    """Return what an error of the operating system means to the person who asked for a file."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return "no-permission"
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP):
        return "missing"
    return "unknown-format" if error.errno == errno.EISDIR else "damaged"


def folder_cause(error: OSError) -> Cause:
    """Return what it means to the person who asked for a folder."""
    cause = cause_of(error)
    return "folder-no-permission" if cause == "no-permission" else cause


def fingerprint(path: Path) -> tuple[str, int]:
    """Return the file's SHA-256 in hexadecimal and its size in bytes."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return digest, os.fstat(file.fileno()).st_size
    except OSError as error:
        raise Unreadable(path.name, cause_of(error)) from error


def _is_encrypted_office(path: Path) -> bool:
    # An encrypted DOCX is an OLE file with a stream of this name (MS-OFFCRYPTO 2.3.4).
    with path.open("rb") as file:
        return "EncryptedPackage".encode("utf-16-le") in file.read(1 << 20)
