"""A ZIP of a package, unpacked beside nobody: into a folder of its own, within limits, and nowhere else."""

import shutil
import stat
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from raadhus.parsing._errors import Unreadable
from raadhus.parsing.sources._shelf import parts_of

MAGIC = b"PK\x03\x04"
_MOST_FILES = 10_000
_MOST_BYTES = 2 * 1024**3
_SMALL = 16 * 1024 * 1024
_MOST_RATIO = 200
_OFFICE = frozenset({"[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"})
_CHUNK = 1024 * 1024
_LONGEST_NAME = 200  # bytes; a file system takes 255
_UTF8_FLAG = 0x800
_ENCRYPTED_FLAG = 0x1


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """Give the folder that the ZIP's files were unpacked into; it is gone afterwards.

    Raises `Unreadable` for a bomb, a broken or locked archive and one whose names lead out of it; `OSError`
    when there is no room.
    """
    folder = Path(tempfile.mkdtemp(prefix="raadhus-zip-"))
    try:
        _unpack(path, folder)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def is_office(path: Path) -> bool:
    """True for a Word, Excel, PowerPoint or OpenDocument file, which are ZIP files too. Raises `Unreadable`."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Unreadable(path.name, "damaged") from error
    return "mimetype" in names[:1] or not _OFFICE.isdisjoint(names)


def _unpack(path: Path, folder: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check(members, path.name)
            for member in members:
                _write(archive, member, folder, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Unreadable(path.name, "damaged") from error


def _check(members: list[zipfile.ZipInfo], name: str) -> None:
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        raise Unreadable(name, "encrypted")
    if any(_leads_out(member) for member in members):
        raise Unreadable(name, "unsafe-archive")
    too_much = sum(member.file_size for member in members) > _MOST_BYTES or len(members) > _MOST_FILES
    if too_much or any(m.file_size > max(_SMALL, _MOST_RATIO * m.compress_size) for m in members):
        raise Unreadable(name, "too-large")


def _leads_out(member: zipfile.ZipInfo) -> bool:
    name = _name_of(member).replace("\\", "/")
    absolute = name.startswith("/") or name[1:2] == ":"
    is_link = stat.S_ISLNK(member.external_attr >> 16)
    return absolute or is_link or ".." in name.split("/")


def _name_of(member: zipfile.ZipInfo) -> str:
    """Without its flag a name is in the code page of the writer's machine: UTF-8 on some, CP850 on a Danish Windows."""
    if member.flag_bits & _UTF8_FLAG:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, name: str) -> None:
    parts = parts_of(_name_of(member))
    if not parts:
        return
    place = folder.joinpath(*(_short(part) for part in parts))
    place.parent.mkdir(parents=True, exist_ok=True)
    place = _free(place)
    left = member.file_size
    with archive.open(member) as source, place.open("wb") as target:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise Unreadable(name, "too-large")
            target.write(chunk)


def _short(part: str) -> str:
    part = unicodedata.normalize("NFC", part).replace("\x00", "")
    suffix = Path(part).suffix[:12]
    stem = part[: len(part) - len(suffix)] if suffix else part
    room = _LONGEST_NAME - len(suffix.encode("utf-8", "replace"))
    return stem.encode("utf-8", "replace")[:room].decode("utf-8", "ignore") + suffix


def _free(place: Path) -> Path:
    """Two members may come to the same name: neither takes the other's place."""
    found, number = place, 1
    while found.exists():
        number += 1
        found = place.with_name(f"{place.stem} ({number}){place.suffix}")
    return found
