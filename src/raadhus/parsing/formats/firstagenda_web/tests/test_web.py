"""FirstAgenda Publication as people save it from the web, and as its host answers programs."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from raadhus.parsing import ParsedPackage, papers, read_package
from raadhus.parsing.formats.firstagenda_web.tests import samples
from raadhus.parsing.tests.paper import as_pdf, item, own


def read(folder: Path, text: str, name: str = "side.html") -> ParsedPackage:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_package(path)


def read_json(folder: Path, document: Any) -> ParsedPackage:
    return read(folder, json.dumps(document), "svar")


@pytest.fixture
def package(tmp_path: Path) -> ParsedPackage:
    return read(tmp_path, samples.usual())


def test_whose_when_where_and_who(package: ParsedPackage) -> None:
    meeting = own(package)
    assert (package.format, package.media_type, meeting.kind) == (
        "firstagenda-web-html",
        "text/html",
        "minutes",
    )
    assert meeting.start is not None
    assert meeting.location is not None
    assert (meeting.start.value, meeting.location.value) == (datetime(2031, 10, 1, 15, 45), "Sal 2")
    assert [(a.name.value, a.status) for a in meeting.attendees] == [
        ("Anna Holm", "present"),
        ("Bo Kjær", "excused"),
    ]


def test_an_item_that_the_page_folds_in_is_read(package: ParsedPackage) -> None:
    told = item(package, "2")
    assert told.decision is not None
    assert told.case_number is not None
    assert (told.case_number.value, told.decision.value, told.outcome) == (
        "EMN-2031-000123",
        "Sagen blev udsat.",
        "postponed",
    )
    assert [r.value for r in told.recommendations] == ["stierne anlægges", "pengene findes"]
    assert [(s.organization.value, s.number.value if s.number else "") for s in told.route] == [
        ("Magistraten", "12")
    ]
    assert "Skoven får tre stier." in package.pages[told.page - 1].text


def test_annexes_are_named_and_their_files_asked_for_by_nobody(package: ParsedPackage) -> None:
    assert [a.title.value for a in item(package, "2").attachments] == ["Indstilling", "Bilag 1: Kort"]
    assert package.warnings == ()


def test_an_annex_saved_under_its_number_is_read(tmp_path: Path) -> None:
    as_pdf(tmp_path, "Kortet.", f"{samples.GUID.format(2)}.pdf")
    package = read(tmp_path, samples.usual())
    assert [a.first_page for a in item(package, "2").attachments] == [None, 1]


def test_the_page_says_nothing_of_itself(package: ParsedPackage) -> None:
    text = "\n".join(page.text for page in package.pages)
    assert "localizationKeys" not in text
    assert "Hent som PDF" not in text


@pytest.mark.parametrize(
    "title", ["Lukket punkt: Køb af skov", "Lukket: Køb af skov", "Lukket punkt", "", "Fortrolig sag - skov"]
)
def test_a_closed_title_closes_the_item(tmp_path: Path, title: str) -> None:
    package = read(
        tmp_path,
        samples.page([samples.row("1", title, fields=[samples.field("Beslutninger", "<p>Købt.</p>")])]),
    )
    assert item(package, "1").visibility == "closed"
    assert all(p.closed for p in package.passages if p.page == item(package, "1").page)


def test_a_lock_closes_the_item(tmp_path: Path) -> None:
    package = read(tmp_path, samples.page([samples.row("1", "Skov", classes="punktrow punkt-lukket")]))
    assert item(package, "1").visibility == "closed"


def test_an_agenda_is_an_agenda(tmp_path: Path) -> None:
    package = read(tmp_path, samples.page([samples.row("1", "Skov")], kind="Dagsorden"))
    assert own(package).kind == "agenda"


def test_a_page_without_items_is_a_meeting_without_items(tmp_path: Path) -> None:
    assert own(read(tmp_path, samples.page([]))).items == ()


def test_a_list_of_meetings(tmp_path: Path) -> None:
    rows = [
        ("08/10-2031", "Byrådet", "Dagsorden", "16.00"),
        ("07/10-2031", "Magistraten", "Referat", "08.30"),
    ]
    package = read(tmp_path, samples.meetings(*rows))
    told = [
        (m.organization.value, m.start.value, m.kind) for m in package.meetings if m.organization and m.start
    ]
    assert package.format == "firstagenda-web-list"
    assert told == [
        ("Byrådet", datetime(2031, 10, 8, 16), "agenda"),
        ("Magistraten", datetime(2031, 10, 7, 8, 30), "minutes"),
    ]


def test_the_hosts_own_answer_reads_like_the_page(tmp_path: Path) -> None:
    package = read_json(tmp_path, samples.answer())
    meeting, first = own(package), item(package, "1")
    assert (package.format, package.media_type, meeting.kind) == (
        "firstagenda-web-json",
        "application/json",
        "minutes",
    )
    assert meeting.start is not None
    assert meeting.end is not None
    assert (meeting.start.value, meeting.end.value) == (
        datetime(2031, 10, 1, 15, 45),
        datetime(2031, 10, 1, 17),
    )
    assert (first.outcome, first.attachments[0].title.value) == ("adopted", "Kort")
    assert "Tre stier." in package.pages[first.page - 1].text
    assert item(package, "2").visibility == "closed"


def test_the_list_of_bodies_tells_of_their_meetings_in_danish_time(tmp_path: Path) -> None:
    package = read_json(tmp_path, samples.bodies())
    assert [(m.kind, m.start.value if m.start else None) for m in package.meetings] == [
        ("minutes", datetime(2031, 10, 1, 15, 45)),
        ("agenda", datetime(2031, 11, 1, 15, 45)),
    ]


def test_pictures_and_scripts_saved_beside_a_page_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "side.html").write_text(samples.usual(), encoding="utf-8")
    (tmp_path / "side_files").mkdir()
    (tmp_path / "side_files" / "common.js").write_text("alert(1)", encoding="utf-8")
    assert [paper.path.name for paper in papers(tmp_path)] == ["side.html"]


def test_another_web_page_is_a_document(tmp_path: Path) -> None:
    package = read(
        tmp_path, "<html><body><h1>Om skoven</h1><p>Her er højt.</p><script>alert(1)</script></body></html>"
    )
    assert (package.format, package.meetings) == ("document-html", ())
    assert package.pages[0].text == "Om skoven\n\nHer er højt."
