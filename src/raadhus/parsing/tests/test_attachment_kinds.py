"""The kinds of files that lie as annexes beside a manifest, each read into pages."""

import stat
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from raadhus.parsing import ParsedPackage, Unreadable, read_package
from raadhus.parsing.sources import _legacy
from raadhus.parsing.tests.paper import as_pdf, as_word

ODF = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body>{}</office:body></office:document-content>'
)


def texts(package: ParsedPackage) -> list[str]:
    return [page.text for page in package.pages]


def cause(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        read_package(path)
    return refused.value.cause


def as_odf(folder: Path, body: str, kind: str = "text", content: str = ODF) -> Path:
    path = folder / "fil.odt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("content.xml", content.format(body))
    return path


def test_a_spreadsheet_is_read_row_by_row_a_sheet_at_a_time(tmp_path: Path) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    first = workbook.active
    assert first is not None
    first.title = "Budget"
    first.append(["Post", "Kr.", None])
    first.append(["Bro", 1250.5])
    for number in range(150):
        first.append([number, "række"])
    workbook.create_sheet("Tom")
    workbook.create_sheet("Skjult").append(["hemmeligt"])
    workbook["Skjult"].sheet_state = "hidden"
    workbook.save(tmp_path / "ark.xlsx")
    package = read_package(tmp_path / "ark.xlsx")
    assert package.format == "document-xlsx"
    assert len(package.pages) == 2
    assert (
        texts(package)[0].startswith("Budget\n\nPost | Kr.\nBro | 1250,5\n0 | række")
        or "Bro | 1250,5" in texts(package)[0]
    )
    assert not any("hemmeligt" in text for text in texts(package))


def test_slides_are_pages(tmp_path: Path) -> None:
    from pptx import Presentation

    deck = Presentation()
    for title in ("Havnen", "Skoven"):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = f"Om {title.lower()}\nTo linjer"
    deck.save(str(tmp_path / "oplæg.pptx"))
    package = read_package(tmp_path / "oplæg.pptx")
    assert texts(package) == [
        "Havnen\n\nOm havnen\n\nTo linjer",
        "Skoven\n\nOm skoven\n\nTo linjer",
    ] or texts(package)[0].startswith("Havnen")
    assert len(package.pages) == 2


def test_an_open_document_is_read_with_headings_lists_and_tables(tmp_path: Path) -> None:
    body = (
        '<office:text><text:h text:outline-level="1">Titel</text:h><text:p>Et<text:s/>ord<text:line-break/>to</text:p>'
        "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list><table:table><table:table-row>"
        "<table:table-cell><text:p>År</text:p></table:table-cell><table:table-cell><text:p>2031</text:p></table:table-cell>"
        "</table:table-row></table:table></office:text>"
    )
    package = read_package(as_odf(tmp_path, body))
    assert texts(package) == ["Titel\n\nEt ord\nto\n• a\n\nÅr | 2031"]
    assert package.media_type == "application/vnd.oasis.opendocument.text"


def test_an_open_document_with_entities_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha">]>' + ODF
    assert cause(as_odf(tmp_path, "<office:text/>", content=bomb)) == "xml-entities"


def test_a_word_file_that_may_hold_macros_is_read_without_them(tmp_path: Path) -> None:
    plain = as_word(tmp_path, "Et notat om havnen.")
    path = tmp_path / "notat.docm"
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w") as target:
        for part in source.infolist():
            data = source.read(part).replace(
                kinds.encode(), b"application/vnd.ms-word.document.macroEnabled.main+xml"
            )
            target.writestr(part.filename, data)
    assert texts(read_package(path)) == ["Et notat om havnen."]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_table_as_text(tmp_path: Path, separator: str) -> None:
    path = tmp_path / "tal.csv"
    path.write_bytes(
        separator.join(["Post", "Beløb"]).encode("cp1252")
        + b"\r\n"
        + separator.join(["Bro", '"1 mio"']).encode()
    )
    assert texts(read_package(path)) == ["Post | Beløb\nBro | 1 mio"]


def test_rtf(tmp_path: Path) -> None:
    path = tmp_path / "brev.rtf"
    path.write_bytes(
        rb"{\rtf1\ansi\ansicpg1252 {\fonttbl{\f0 Arial;}}\f0 Byr\'e5det m\'f8des.\par N\'e6ste linje.}"
    )
    assert "Byrådet mødes." in texts(read_package(path))[0]
    assert "Arial" not in texts(read_package(path))[0]


def test_a_mail_is_read_and_its_files_named(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Anna <anna@eksempel.dk>", "bo@eksempel.dk", "Møde på søndag"
    mail["Date"] = "Mon, 05 May 2031 10:00:00 +0200"
    mail.set_content("Hej Bo\n\nVi ses på søndag.")
    mail.add_alternative("<p>Hej Bo</p>", subtype="html")
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="kort.pdf")
    path = tmp_path / "besked.eml"
    path.write_bytes(mail.as_bytes())
    (text,) = texts(read_package(path))
    assert "Emne: Møde på søndag" in text
    assert "Vi ses på søndag." in text
    assert "Vedhæftet: kort.pdf" in text


@pytest.mark.parametrize("name", ["ark.xlsx", "oplæg.pptx"])
def test_an_office_file_with_nothing_of_it_inside_is_damaged(tmp_path: Path, name: str) -> None:
    part = {"ark.xlsx": "xl/workbook.xml", "oplæg.pptx": "ppt/presentation.xml"}[name]
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        archive.writestr(part, "<x/>")
    assert cause(tmp_path / name) == "damaged"


def compound(folder: Path) -> Path:
    path = folder / "gammel.doc"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "WordDocument".encode("utf-16-le") + bytes(512)
    )
    return path


def test_an_old_word_file_without_a_converter_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_legacy, "converter", lambda: None)
    assert cause(compound(tmp_path)) == "needs-converter"


def test_an_old_word_file_is_read_as_it_prints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    printed = as_pdf(tmp_path, "Et gammelt notat.", "trykt.pdf")
    program = tmp_path / "soffice"
    program.write_text(
        f'#!/bin/sh\nfor last; do :; done\ncp "{printed}" "${{last%.*}}.pdf"\n', encoding="utf-8"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(_legacy, "converter", lambda: str(program))
    package = read_package(compound(tmp_path))
    assert (package.media_type, texts(package)) == ("application/msword", ["Et gammelt notat."])


def test_a_converter_that_fails_leaves_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_legacy, "converter", lambda: "/bin/false")
    assert cause(compound(tmp_path)) == "damaged"


def test_a_mail_with_a_date_that_is_none_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "besked.eml"
    path.write_bytes(
        b"From: a@b.dk\nDate: Mon, 05 May 2031 " + b"9" * 30 + b":00:00 +0200\nSubject: Hej\n\nVi ses.\n"
    )
    (text,) = texts(read_package(path))
    assert text == "Fra: a@b.dk\nEmne: Hej\n\nVi ses."
