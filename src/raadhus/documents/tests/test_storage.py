import errno
import hashlib
import os
from pathlib import Path

import pytest

from raadhus.documents import storage


@pytest.fixture
def original(tmp_path: Path) -> Path:
    file = tmp_path / "papir.pdf"
    file.write_bytes(b"%PDF-1.7 indhold")
    return file


def kept_files(home: Path) -> list[Path]:
    return [p for p in (home / "files").rglob("*") if p.is_file()]


def test_an_original_lies_under_its_checksum(original: Path) -> None:
    sha256 = storage.keep(original)
    assert sha256 == hashlib.sha256(original.read_bytes()).hexdigest()
    assert storage.path_of(sha256).read_bytes() == original.read_bytes()


def test_keeping_it_twice_changes_nothing(original: Path, home: Path) -> None:
    assert storage.keep(original) == storage.keep(original)
    assert len(kept_files(home)) == 1


def test_a_disk_that_fills_up_leaves_no_half_copy(
    original: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        storage.keep(original)
    assert kept_files(home) == []


def test_half_copies_of_a_crash_are_swept_away(original: Path, home: Path) -> None:
    sha256 = storage.keep(original)
    (home / "files" / "incoming" / "halv").write_bytes(b"%PDF")
    storage.sweep()
    assert kept_files(home) == [storage.path_of(sha256)]


def test_discarding_what_is_not_there_is_harmless(original: Path, home: Path) -> None:
    sha256 = storage.keep(original)
    storage.discard(sha256)
    storage.discard(sha256)
    assert kept_files(home) == []
