"""Files that can't be read are refused with the right reason, never with a traceback."""

import errno
import os
import zipfile
from pathlib import Path

import pytest

from raadhus.parsing import Unreadable, read_package, readable_files
from raadhus.parsing.sources._open import cause_of, folder_cause
from raadhus.parsing.tests.paper import as_pdf, as_text, as_word


def refused(path: Path) -> str:
    with pytest.raises(Unreadable) as error:
        read_package(path)
    assert path.name in error.value.reason
    return error.value.cause


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_missing_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "findes-ikke.pdf") == "missing"


def test_an_empty_file(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "tom.pdf", b"")) == "empty"
    assert refused(written(tmp_path, "blank.txt", b" \n \n")) == "empty"


def test_a_picture_named_pdf(tmp_path: Path) -> None:
    assert (
        refused(written(tmp_path, "billede.pdf", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20))
        == "unknown-format"
    )


def test_a_zip_file_that_is_no_word_file(tmp_path: Path) -> None:
    path = tmp_path / "arkiv.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("noget.txt", "Anna Holm")
    assert refused(path) == "unknown-format"


def test_a_pdf_cut_in_half(tmp_path: Path) -> None:
    whole = as_pdf(tmp_path, "Punkt 1: Godkendelse\n" * 30).read_bytes()
    assert refused(written(tmp_path, "halv.pdf", whole[: len(whole) // 2])) == "damaged"


def test_a_pdf_that_goes_on_after_its_marker_and_then_breaks_off(tmp_path: Path) -> None:
    whole = as_pdf(tmp_path, "Punkt 1: Godkendelse").read_bytes()
    assert (
        refused(written(tmp_path, "web.pdf", whole + b"\n12 0 obj\n<< /Length 99 >>\nstream\nBT"))
        == "damaged"
    )


def test_a_word_file_cut_in_half(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "halv.docx", b"PK\x03\x04" + b"x" * 400)) == "damaged"


def test_a_pdf_with_only_its_first_line(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "brudt.pdf", b"%PDF-1.7\nvrovl\n%%EOF\n")) == "damaged"


def test_a_pdf_with_a_password(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    path = tmp_path / "hemmelig.pdf"
    canvas = Canvas(str(path), encrypt="kodeord")
    canvas.drawString(50, 700, "Anna Holm")
    canvas.save()
    assert refused(path) == "encrypted"


def test_a_file_one_may_not_read() -> None:
    assert cause_of(PermissionError(errno.EACCES, "nej")) == "no-permission"


def test_a_folder_one_may_not_read_is_called_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> None:
        raise PermissionError(errno.EACCES, "nej", str(tmp_path))

    assert folder_cause(PermissionError(errno.EACCES, "nej")) == "folder-no-permission"
    monkeypatch.setattr(os, "scandir", closed)
    assert refused(tmp_path) == "folder-no-permission"


def test_a_path_one_may_not_even_look_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "nej", str(tmp_path))

    monkeypatch.setattr(Path, "stat", closed)
    assert refused(tmp_path / "a.pdf") == "no-permission"


def test_a_word_file_that_unpacks_to_far_more_than_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bombe.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w:p/>" * 1_000_000)
    assert refused(path) == "too-large"


def test_a_word_file_with_more_text_than_any_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = as_word(tmp_path, "Et notat.")
    monkeypatch.setattr("raadhus.parsing.sources._office.MOST_TEXT", 1000)
    assert refused(path) == "too-large"


def test_text_that_is_called_a_pdf_or_a_word_file(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "notpdf.pdf", b"not a pdf")) == "not-a-pdf"
    assert refused(written(tmp_path, "notat.docx", "Et møde".encode())) == "not-a-word-file"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("skema.xml", "<?xml version='1.0'?><skema><felt>1</felt></skema>"),
        ("skema.txt", "\ufeff\n <skema><felt>1</felt></skema>"),
        ("data.txt", '{"punkt": 1}'),
        ("liste.txt", '[ {"punkt": 1} ]'),
        ("program.py", "import os"),
        ("program", "#!/bin/sh\necho"),
    ],
)
def test_text_that_is_not_written_for_people(tmp_path: Path, name: str, content: str) -> None:
    assert refused(written(tmp_path, name, content.encode())) == "unknown-format"
    assert (
        refused(written(tmp_path, "16" + name, content.lstrip("\ufeff").encode("utf-16"))) == "unknown-format"
    )


@pytest.mark.parametrize("name", ["referat", "referat.md", "referat.2026"])
def test_plain_text_is_read_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    assert read_package(written(tmp_path, name, b"Referat fra et borgermoede.\n")).media_type == "text/plain"


def test_a_pdf_without_pages(tmp_path: Path) -> None:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"xref\n0 3\n0000000000 65535 f \n" + table
    data += b"trailer << /Size 3 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % data.index(b"xref\n")
    assert refused(written(tmp_path, "tom.pdf", data)) == "no-pages"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "roer.txt")
    assert refused(tmp_path / "roer.txt") == "unknown-format"


def test_a_name_that_is_not_utf8_is_told_and_kept_as_text(tmp_path: Path) -> None:
    path = written(tmp_path, os.fsdecode("Byråd.txt".encode("latin-1")), b"Et notat.\n")
    assert read_package(path).file_name == "Byr\ufffdd.txt"
    path.write_bytes(b"")
    with pytest.raises(Unreadable, match=r"Byr\ufffdd\.txt"):
        read_package(path)


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    written(tmp_path, "billede.png", b"\x89PNG\r\n\x1a\n" + bytes(64))
    written(tmp_path, "Thumbs.db", b"x")
    written(tmp_path, ".skjult.txt", b"x")
    assert refused(tmp_path) == "nothing-readable"


def test_a_folder_lists_all_its_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    second, first = as_text(tmp_path / "b", "x", "a.txt"), as_text(tmp_path, "x", "a.txt")
    picture = written(tmp_path, "billede.png", b"\x89PNG\r\n\x1a\n" + bytes(64))
    as_text(tmp_path / ".git", "x", "c.txt")
    for litter in ("Thumbs.db", ".DS_Store", "~$referat.docx", ".~lock.referat.docx#"):
        written(tmp_path, litter, b"x")
    assert readable_files(tmp_path) == [first, second, picture]


def test_a_subfolder_that_cannot_be_opened_is_in_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, shut = as_text(tmp_path, "x", "a.txt"), tmp_path / "lukket"
    shut.mkdir()
    scandir = os.scandir

    def closed(folder: str) -> object:
        if Path(folder) == shut:
            raise PermissionError(errno.EACCES, "nej", str(shut))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", closed)
    assert readable_files(tmp_path) == [paper, shut]
    assert refused(shut) == "folder-no-permission"


def test_a_linked_folder_is_read_once(tmp_path: Path) -> None:
    elsewhere = tmp_path / "andetsteds"
    elsewhere.mkdir()
    as_text(elsewhere, "x", "a.txt")
    inbox = tmp_path / "indbakke"
    inbox.mkdir()
    (inbox / "arkiv").symlink_to(elsewhere)
    (elsewhere / "tilbage").symlink_to(inbox)
    assert readable_files(inbox) == [inbox / "arkiv" / "a.txt"]


def test_a_folder_with_one_package_is_read_as_the_package(tmp_path: Path) -> None:
    as_text(tmp_path, "Referat fra en workshop i Sønderby.\n")
    assert read_package(tmp_path).file_name == "pakke.txt"


def test_a_folder_with_two_packages_is_for_the_caller_to_go_through(tmp_path: Path) -> None:
    as_text(tmp_path, "Et notat.", "a.txt")
    as_text(tmp_path, "Et andet.", "b.txt")
    assert refused(tmp_path) == "several-files"
