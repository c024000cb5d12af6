"""ZIPs of packages: unpacked within limits, into a folder of their own, and gone afterwards."""

import struct
import tempfile
import zipfile
from pathlib import Path

import pytest

from raadhus.parsing import Unreadable, papers, read_package, read_paper
from raadhus.parsing.formats.sbsys_publication.tests import samples
from raadhus.parsing.tests.paper import as_pdf, item


@pytest.fixture(autouse=True)
def aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Temporary files come into a folder of this test's own."""
    folder = tmp_path / "aside"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def packed(folder: Path, files: dict[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
    path = folder / "pakke.zip"
    with zipfile.ZipFile(path, "w", how) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def cause(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        read_package(path)
    assert path.name in refused.value.reason
    return refused.value.cause


def test_a_zip_with_a_manifest_is_read_as_the_package_it_is(tmp_path: Path, aside: Path) -> None:
    file = as_pdf(tmp_path, "Eftersynet.", "x.pdf").read_bytes()
    path = packed(tmp_path, {"ud/Publication1.xml": samples.usual().encode(), "ud/Enclosures/1.pdf": file})
    assert item(read_package(path), "2").attachments[0].first_page == 1
    assert list(aside.iterdir()) == []


def test_a_zip_of_several_papers_gives_each(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.txt": b"Et notat.\n", "b/c.txt": b"Et andet.\n"})
    assert [(p.path.name, read_paper(p).pages[0].text) for p in papers(path)] == [
        ("a.txt", "Et notat."),
        ("c.txt", "Et andet."),
    ]
    assert cause(path) == "several-files"


def test_a_zip_in_a_folder_is_opened_too(tmp_path: Path) -> None:
    inbox = tmp_path / "ind"
    inbox.mkdir()
    packed(inbox, {"a.txt": b"Et notat.\n"})
    assert [p.path.name for p in papers(inbox)] == ["a.txt"]


@pytest.mark.parametrize(
    "name", ["../ude.txt", "a/../../ude.txt", "/etc/ude.txt", "C:/ude.txt", "..\\ude.txt"]
)
def test_names_that_lead_out_are_refused(tmp_path: Path, aside: Path, name: str) -> None:
    assert cause(packed(tmp_path, {name: b"Ude.\n", "inde.txt": b"Inde.\n"})) == "unsafe-archive"
    assert list(aside.iterdir()) == []
    assert not (tmp_path / "ude.txt").exists()


def test_a_link_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "pakke.zip"
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    assert cause(path) == "unsafe-archive"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    assert cause(packed(tmp_path, {"stor.txt": b"0" * 20_000_000})) == "too-large"


def test_a_zip_of_very_many_files_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raadhus.parsing.sources._zip._MOST_FILES", 3)
    assert cause(packed(tmp_path, {f"{n}.txt": b"x" for n in range(4)})) == "too-large"


def test_a_zip_in_a_zip_is_not_opened(tmp_path: Path) -> None:
    inner = packed(tmp_path, {"a.txt": b"Et notat.\n"}).read_bytes()
    assert cause_of_inner(packed(tmp_path, {"b.txt": b"Et andet.\n", "inde.zip": inner})) == "unknown-format"


def cause_of_inner(path: Path) -> str:
    for paper in papers(path):
        if paper.path.suffix == ".zip":
            with pytest.raises(Unreadable) as refused:
                read_paper(paper)
            return refused.value.cause
    return "not among the papers"


def test_a_broken_and_a_locked_archive_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.txt": b"Et notat.\n" * 500})
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert cause(path) == "damaged"
    spoiled = bytearray(whole)
    spoiled[40] ^= 0xFF
    path.write_bytes(bytes(spoiled))
    assert cause(path) == "damaged"
    locked = bytearray(whole)
    at = locked.index(b"PK\x01\x02")
    struct.pack_into("<H", locked, at + 8, struct.unpack_from("<H", locked, at + 8)[0] | 1)
    path.write_bytes(bytes(locked))
    assert cause(path) == "encrypted"


def test_names_from_an_old_danish_windows_are_read(tmp_path: Path) -> None:
    path = packed(tmp_path, {"Byr?d.txt": b"Et notat.\n"}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"Byr?d", b"Byr\x86d"))
    assert [p.path.name for p in papers(path)] == ["Byråd.txt"]


def test_names_as_long_as_they_come_and_with_signs_are_unpacked(tmp_path: Path) -> None:
    long = "🏛" * 60 + ".txt"
    names = {long: b"Langt.\n", "a" * 251 + ".txt": b"Andet.\n"}
    found = [read_paper(p).pages[0].text for p in papers(packed(tmp_path, names))]
    assert sorted(found) == ["Andet.", "Langt."]


def test_two_files_of_one_name_are_both_there(tmp_path: Path) -> None:
    path = tmp_path / "pakke.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("bål.txt", "Et notat.\n")
        archive.writestr("ba\u030al.txt", "Et andet.\n")
    assert sorted(read_paper(p).pages[0].text for p in papers(path)) == ["Et andet.", "Et notat."]


def test_the_file_is_gone_when_the_next_is_asked_for(tmp_path: Path, aside: Path) -> None:
    found = papers(packed(tmp_path, {"a.txt": b"Et notat.\n"}))
    assert next(found).path.exists()
    found.close()  # type: ignore[attr-defined]
    assert list(aside.iterdir()) == []
