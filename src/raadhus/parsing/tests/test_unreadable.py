"""Files that can't be read are refused with the right reason, never with a traceback."""

import errno
import zipfile
from pathlib import Path

import pytest

from raadhus.parsing import Unreadable, read_package, readable_files
from raadhus.parsing.sources._open import cause_of
from raadhus.parsing.tests.paper import as_pdf, as_text


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


def test_a_folder_with_nothing_to_read(tmp_path: Path) -> None:
    written(tmp_path, "billede.png", b"x")
    written(tmp_path, ".skjult.txt", b"x")
    assert refused(tmp_path) == "nothing-readable"


def test_a_folder_lists_its_readable_files_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    second, first = as_text(tmp_path / "b", "x", "a.txt"), as_text(tmp_path, "x", "a.txt")
    as_text(tmp_path / ".git", "x", "c.txt")
    assert readable_files(tmp_path) == [first, second]


def test_a_folder_with_one_package_is_read_as_the_package(tmp_path: Path) -> None:
    as_text(tmp_path, "Referat fra en workshop i Sønderby.\n")
    assert read_package(tmp_path).file_name == "pakke.txt"


def test_a_folder_with_two_packages_is_for_the_caller_to_go_through(tmp_path: Path) -> None:
    as_text(tmp_path, "Et notat.", "a.txt")
    as_text(tmp_path, "Et andet.", "b.txt")
    assert refused(tmp_path) == "several-files"
