"""eDoc's first generation: text without markup, items out of order, files with numbers for names."""

from datetime import date, datetime
from pathlib import Path

import pytest

from raadhus.parsing import ParsedPackage, papers, read_package
from raadhus.parsing.formats.edoc_publishing.tests import samples
from raadhus.parsing.tests.paper import as_pdf, item, own


def read(folder: Path, xml: str) -> ParsedPackage:
    path = folder / "eDocAgendaPublishing.xml"
    path.write_text(xml, encoding="utf-8")
    return read_package(path)


@pytest.fixture
def package(tmp_path: Path) -> ParsedPackage:
    return read(tmp_path, samples.usual())


def test_whose_when_where_and_who(package: ParsedPackage) -> None:
    meeting = own(package)
    assert (package.format, meeting.kind) == ("edoc-publishing-xml", "minutes")
    assert meeting.start is not None
    assert meeting.location is not None
    assert meeting.start.value == datetime(2031, 12, 4, 13)
    assert meeting.location.value == "Mødecenter C, Lokale 32 på Hjelmsund Rådhus"
    assert [(a.name.value, a.status) for a in meeting.attendees] == [
        ("Anna Holm", "present"),
        ("Mette Dam", "present"),
        ("Bo Kjær", "excused"),
    ]


def test_items_stand_by_number_and_the_closed_part_apart(package: ParsedPackage) -> None:
    assert [(i.number, i.visibility) for i in own(package).items] == [
        ("1", "open"),
        ("2", "open"),
        ("10", "open"),
        ("L1", "closed"),
    ]


def test_the_text_is_cut_at_its_headings(package: ParsedPackage) -> None:
    told = item(package, "2")
    assert told.case_number is not None
    assert told.decision is not None
    assert (told.case_number.value, told.decision.value, told.outcome) == (
        "2031-28504",
        "Indstillingen godkendt",
        "adopted",
    )
    assert [r.value for r in told.recommendations] == ["plejen begynder i 2032", "der bruges 300.000 kr."]
    assert [(s.organization.value, s.date.value if s.date else None) for s in told.route] == [
        ("Teknisk Udvalg", date(2031, 5, 30))
    ]
    assert "Deltog ikke i behandlingen: Bo Kjær" in package.pages[told.page - 1].text


def test_the_text_of_a_missing_file_stands_in_for_it(package: ParsedPackage) -> None:
    (annex,) = item(package, "2").attachments
    assert annex.document_number is not None
    assert (annex.document_number.value, annex.file) == ("2031-200782", None)
    assert annex.first_page is not None
    assert package.pages[annex.first_page - 1].text.startswith("Kortet viser skoven.")
    assert [w.code for w in package.warnings] == ["annex-missing"]
    assert "Dets tekst" in package.warnings[0].message
    assert {p.attachment for p in package.passages if p.page == annex.first_page} == {1}


def test_the_file_itself_goes_before_its_text(tmp_path: Path) -> None:
    as_pdf(tmp_path, "Kortet, tegnet.", "200.pdf")
    package = read(tmp_path, samples.usual())
    assert item(package, "2").attachments[0].file == "200.pdf"
    assert not any("Kortet viser" in page.text for page in package.pages)


def test_printed_agendas_beside_the_file_are_nobodys(tmp_path: Path) -> None:
    as_pdf(tmp_path, "Hele referatet.", "900.PDF")
    as_pdf(tmp_path, "Kortet, tegnet.", "200.PDF")
    read(tmp_path, samples.usual())
    assert [(p.path.name, p.loose) for p in papers(tmp_path)] == [
        ("eDocAgendaPublishing.xml", False),
        ("900.PDF", True),
    ]


@pytest.mark.parametrize("mark", ["MÅ IKKE PUBLICERES", "", "SKAL IKKE PUBLICERES", "Lukket", "noget nyt"])
def test_only_what_may_be_published_is_open(tmp_path: Path, mark: str) -> None:
    package = read(tmp_path, samples.meeting([samples.agenda([samples.item("1", "Skoven", mark=mark)])]))
    assert item(package, "1").visibility == "closed"


@pytest.mark.parametrize("kind", ["Lukket dagsorden", "Fortrolig", "", "Tillæg"])
def test_all_items_of_an_agenda_not_called_open_are_closed(tmp_path: Path, kind: str) -> None:
    package = read(tmp_path, samples.meeting([samples.agenda([samples.item("1", "Skoven")], kind=kind)]))
    assert item(package, "1").visibility == "closed"


@pytest.mark.parametrize(
    "kind", ["Åben dagsorden", "Tillægsdagsorden - åben", "Åbent referat", "Offentlig dagsorden"]
)
def test_an_agenda_called_open_is_open(tmp_path: Path, kind: str) -> None:
    package = read(tmp_path, samples.meeting([samples.agenda([samples.item("1", "Skoven")], kind=kind)]))
    assert item(package, "1").visibility == "open"


def test_an_agenda_before_the_meeting_has_no_decisions(tmp_path: Path) -> None:
    text = samples.TEXT.partition("Skovudvalgets beslutning")[0]
    package = read(
        tmp_path,
        samples.meeting(
            [samples.agenda([samples.item("1", "Skoven", text=text)], front="")], state="Dagsorden godkendt"
        ),
    )
    assert own(package).kind == "agenda"
    assert item(package, "1").decision is None


def test_an_item_without_text_keeps_its_title(tmp_path: Path) -> None:
    package = read(tmp_path, samples.meeting([samples.agenda([samples.item("3", "Skoven", text="")])]))
    assert item(package, "3").title.value == "Skoven"  # type: ignore[union-attr]


def test_an_empty_meeting_is_a_meeting(tmp_path: Path) -> None:
    assert own(read(tmp_path, samples.meeting([]))).items == ()
