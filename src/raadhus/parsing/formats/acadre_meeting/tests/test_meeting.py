"""Acadre meetings, with and without the manifest that points to them."""

import unicodedata
from datetime import date, datetime
from pathlib import Path
from typing import Literal

import pytest

from raadhus.parsing import ParsedPackage, papers, read_package
from raadhus.parsing.formats.acadre_meeting.tests import samples
from raadhus.parsing.tests.paper import as_pdf, as_word, item, own


@pytest.fixture
def delivered(tmp_path: Path) -> Path:
    folder = tmp_path / "Files_1863_77"
    folder.mkdir()
    (folder / "76.XML").write_text(samples.usual(), encoding="utf-8")
    as_word(folder, "Notat om huset", "1E1.DOCX")
    as_pdf(folder, "Huslejen er 4.000 kr.", "2E2.PDF")
    (tmp_path / "XML_1863.xml").write_text(
        samples.manifest(samples.produced(1, 2, "76.xml")), encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def package(delivered: Path) -> ParsedPackage:
    return read_package(delivered / "XML_1863.xml")


def test_the_manifest_is_read_as_the_meeting_it_points_to(package: ParsedPackage) -> None:
    meeting = own(package)
    assert (package.format, meeting.kind) == ("acadre-meeting-xml", "minutes")
    assert meeting.start is not None
    assert meeting.location is not None
    assert meeting.start.value == datetime(2031, 6, 20, 10, 30)
    assert meeting.location.value == "Kursuscentret, Strandvej 4, Følle"
    assert [(a.name.value, a.status) for a in meeting.attendees] == [
        ("Anna Holm", "present"),
        ("Bo Kjær", "excused"),
    ]


def test_the_meetings_own_file_reads_the_same(package: ParsedPackage, delivered: Path) -> None:
    assert (
        read_package(delivered / "Files_1863_77" / "76.XML").meetings[0].items[0].title
        == own(package).items[0].title
    )


def test_items_stand_in_the_agendas_order(package: ParsedPackage) -> None:
    assert [(i.number, i.visibility) for i in own(package).items] == [
        ("715", "open"),
        ("716", "open"),
        ("717", "closed"),
    ]


def test_the_decision_is_this_bodys_of_this_day(package: ParsedPackage) -> None:
    decided = item(package, "715")
    assert decided.decision is not None
    assert (decided.decision.value, decided.outcome) == ("Punktet blev udsat.", "postponed")


def test_decisions_of_other_days_and_bodies_are_the_way_there(package: ParsedPackage) -> None:
    steps = [(s.organization.value, s.date.value if s.date else None) for s in item(package, "715").route]
    assert steps == [
        ("Udvalget for plan, udvikling og kultur (PUK)", date(2031, 4, 10)),
        ("Økonomiudvalget", date(2031, 6, 20)),
    ]


def test_a_recommendation_in_one_sentence_is_one(package: ParsedPackage) -> None:
    assert [r.value for r in item(package, "715").recommendations] == ["udvalget godkender planen."]


def test_annexes_have_numbers_and_their_own_openness(package: ParsedPackage) -> None:
    first, second = item(package, "715").attachments
    assert first.document_number is not None
    assert (first.document_number.value, first.first_page, first.closed) == ("100/31", 1, False)
    assert second.closed
    assert {e.name: e.closed for e in package.enclosures} == {
        "Files_1863_77/1E1.DOCX": False,
        "Files_1863_77/2E2.PDF": True,
    }


def test_a_folder_gives_one_paper_and_what_nobody_names_apart(delivered: Path) -> None:
    as_pdf(delivered / "Files_1863_77", "Hele referatet.", "77.pdf")
    found = [(paper.path.name, paper.loose) for paper in papers(delivered)]
    assert found == [("XML_1863.xml", False), ("77.pdf", True)]
    assert "77.pdf" in read_package(delivered).warnings[-1].message


def test_published_minutes_go_before_agendas_and_drafts(delivered: Path) -> None:
    rows = [
        samples.produced(1, 1, "74.xml"),
        samples.produced(2, 2, "76.xml"),
        samples.produced(3, 2, "78.xml", publish=0),
    ]
    (delivered / "XML_1863.xml").write_text(samples.manifest(*rows), encoding="utf-8")
    assert len(own(read_package(delivered / "XML_1863.xml")).items) == 3


def test_a_folder_that_is_not_named_is_where_the_system_puts_it(delivered: Path) -> None:
    (delivered / "XML_1863.xml").write_text(
        samples.manifest(samples.produced(1, 2, "76.xml", folder="")), encoding="utf-8"
    )
    assert len(own(read_package(delivered / "XML_1863.xml")).items) == 3


def test_a_manifest_whose_meeting_is_missing_keeps_whose_and_when(tmp_path: Path) -> None:
    path = tmp_path / "XML_1.xml"
    path.write_text(samples.manifest(samples.produced(1, 2, "76.xml")), encoding="utf-8")
    package = read_package(path)
    assert [w.code for w in package.warnings] == ["manifest-part-missing"]
    assert own(package).organization.value == "Kulturudvalget"  # type: ignore[union-attr]


def test_a_file_of_no_known_kind_is_kept_and_its_copy_read(delivered: Path) -> None:
    folder = delivered / "Files_1863_77"
    (folder / "1E1.DOCX").unlink()
    (folder / "1E1.DOCX").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    as_pdf(folder, "Notatet, gemt om.", "Notat om huset.pdf")
    package = read_package(delivered / "XML_1863.xml")
    kept = {e.name: (e.package.format, e.closed) for e in package.enclosures}
    assert kept["Files_1863_77/1E1.DOCX"] == ("unread", True)
    assert item(package, "715").attachments[0].file == "Files_1863_77/Notat om huset.pdf"


def test_without_a_copy_the_gap_is_on_record_and_the_file_kept(delivered: Path) -> None:
    (delivered / "Files_1863_77" / "1E1.DOCX").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    package = read_package(delivered / "XML_1863.xml")
    assert [w.code for w in package.warnings] == ["annex-unreadable"]
    assert package.enclosures[0].package.format == "unread"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_found_however_its_letters_are_put_together(
    delivered: Path, form: Literal["NFC", "NFD"]
) -> None:
    folder = delivered / "Files_1863_77"
    (folder / "1E1.DOCX").rename(folder / unicodedata.normalize(form, "Båd på å.docx"))
    other = unicodedata.normalize("NFD" if form == "NFC" else "NFC", "Båd på Å.DOCX")
    (folder / "76.XML").write_text(samples.usual().replace("1E1.DOCX", other), encoding="utf-8")
    assert item(read_package(delivered / "XML_1863.xml"), "715").attachments[0].first_page == 1


def test_an_agenda_carries_only_earlier_decisions(tmp_path: Path) -> None:
    path = tmp_path / "1.xml"
    path.write_text(
        samples.meeting(
            [
                samples.item(
                    "1", "Huset", samples.bullet("Beslutning i PUK den 10-04-2031", "<p>Udsat.</p>", 1)
                )
            ],
            name="Dagsorden",
        ),
        encoding="utf-8",
    )
    package = read_package(path)
    assert own(package).kind == "agenda"
    assert item(package, "1").decision is None


@pytest.mark.parametrize("access", ["2", "3", "", "Lukket"])
def test_an_item_not_marked_open_is_closed(tmp_path: Path, access: str) -> None:
    path = tmp_path / "1.xml"
    path.write_text(samples.meeting([samples.item("1", "Huset", access=access)]), encoding="utf-8")
    assert item(read_package(path), "1").visibility == "closed"


def test_a_step_stands_where_it_says_it_was_read(package: ParsedPackage) -> None:
    for step in item(package, "715").route:
        span = step.organization.spans[0]
        assert package.pages[span.page - 1].text[span.start : span.end] == step.organization.value


def test_items_under_an_item_follow_it(tmp_path: Path) -> None:
    path = tmp_path / "1.xml"
    parts = [samples.item("2", "Båden"), samples.item("1", "Broen")]
    path.write_text(
        samples.meeting([samples.item("8", "Eventuelt"), samples.item("7", "Havnen", *parts)]),
        encoding="utf-8",
    )
    assert [i.number for i in own(read_package(path)).items] == ["7", "7.1", "7.2", "8"]
