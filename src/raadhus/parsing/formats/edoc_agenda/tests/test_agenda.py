"""eDoc's second generation: a namespace of its own, and several marks of who may see what."""

from datetime import date, datetime
from pathlib import Path

import pytest

from raadhus.parsing import ParsedPackage, papers, read_package
from raadhus.parsing.formats.edoc_agenda.tests import samples
from raadhus.parsing.tests.paper import as_pdf, item, own


def read(folder: Path, xml: str) -> ParsedPackage:
    path = folder / "dagsorden.xml"
    path.write_text(xml, encoding="utf-8")
    return read_package(path)


@pytest.fixture
def package(tmp_path: Path) -> ParsedPackage:
    (tmp_path / "Attachments").mkdir()
    as_pdf(tmp_path / "Attachments", "Ønskerne.", "6104-0.PDF")
    return read(tmp_path, samples.usual())


def test_whose_when_where_and_who(package: ParsedPackage) -> None:
    meeting = own(package)
    assert (package.format, meeting.kind) == ("edoc-agenda-xml", "agenda")
    assert meeting.start is not None
    assert meeting.end is not None
    assert (meeting.start.value, meeting.end.value) == (datetime(2031, 5, 2, 10), datetime(2031, 5, 2, 11))
    assert [(a.name.value, a.status) for a in meeting.attendees] == [
        ("Anna Holm", "present"),
        ("Bo Kjær", "excused"),
    ]


def test_items_stand_by_number_and_closed_ones_are_closed(package: ParsedPackage) -> None:
    assert [(i.number, i.visibility) for i in own(package).items] == [
        ("1", "open"),
        ("2", "open"),
        ("3", "closed"),
    ]


def test_recommendations_and_earlier_treatments(package: ParsedPackage) -> None:
    told = item(package, "1")
    assert [r.value for r in told.recommendations] == ["pladsen bygges", "den indvies til maj"]
    (step,) = told.route
    assert step.date is not None
    assert step.text is not None
    assert (step.organization.value, step.date.value, step.text.value) == (
        "Økonomiudvalget",
        date(2031, 4, 12),
        "Anbefales.",
    )


def test_a_decision_that_is_not_released_is_none(package: ParsedPackage) -> None:
    assert item(package, "1").decision is None


def test_annexes_stand_in_the_order_they_are_shown(package: ParsedPackage) -> None:
    first, second = item(package, "1").attachments
    assert first.document_number is not None
    assert (first.title.value, first.file, first.document_number.value) == (
        "Ønsker",
        "Attachments/6104-0.PDF",
        "2031-0005-0",
    )
    assert second.first_page is None


@pytest.mark.parametrize("prefix", ["e", "edoc", "ns0", ""])
def test_the_namespaces_prefix_is_nobodys_business(tmp_path: Path, prefix: str) -> None:
    package = read(tmp_path, samples.root([samples.element("1", "Ny legeplads")], prefix=prefix))
    assert item(package, "1").title.value == "Ny legeplads"  # type: ignore[union-attr]


def test_released_decisions_make_it_minutes(tmp_path: Path) -> None:
    decided = samples.element(
        "1", "Plads", presentations=[samples.presentation("Beslutning", "<p>Godkendt.</p>", decision=True)]
    )
    package = read(tmp_path, samples.root([decided]))
    assert (own(package).kind, item(package, "1").outcome) == ("minutes", "adopted")


def test_a_decision_may_stand_in_the_plan_only(tmp_path: Path) -> None:
    plan = samples.handling("This", "Børneudvalget", "02-05-2031 10:00", "<p>Udsat.</p>")
    package = read(tmp_path, samples.root([samples.element("1", "Plads", handlings=[plan])], kind="Minutes"))
    assert item(package, "1").outcome == "postponed"


@pytest.mark.parametrize(
    ("public", "access", "seen"),
    [
        ("true", "Offentlig publicering", "open"),
        ("true", "", "open"),
        ("", "Åben", "open"),
        ("false", "Offentlig publicering", "closed"),
        ("true", "Fortrolig publicering", "closed"),
        ("true", "Ikke offentlig", "closed"),
        ("", "", "closed"),
        ("", "Særlig", "closed"),
    ],
)
def test_every_mark_must_say_that_it_is_open(tmp_path: Path, public: str, access: str, seen: str) -> None:
    package = read(tmp_path, samples.root([samples.element("1", "Plads", public=public, access=access)]))
    assert item(package, "1").visibility == seen


@pytest.mark.parametrize(
    ("access", "code"), [("Fortrolig", "Public"), ("Offentlig", "Confidential"), ("", "")]
)
def test_an_annex_whose_marks_do_not_agree_is_closed(tmp_path: Path, access: str, code: str) -> None:
    annex = samples.attachment(1, "Navne", "x.pdf", access, code)
    package = read(tmp_path, samples.root([samples.element("1", "Plads", attachments=[annex])]))
    assert item(package, "1").attachments[0].closed


def test_a_notice_is_read_as_the_meeting_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "agenda").mkdir()
    (tmp_path / "agenda" / "m.xml").write_text(samples.usual(), encoding="utf-8")
    (tmp_path / "besked.xml").write_text(samples.notice("\\agenda\\m.xml"), encoding="utf-8")
    assert [paper.path.name for paper in papers(tmp_path)] == ["besked.xml"]
    assert len(own(read_package(tmp_path)).items) == 3


def test_a_withdrawn_meeting_says_so(tmp_path: Path) -> None:
    (tmp_path / "m.xml").write_text(samples.usual(), encoding="utf-8")
    (tmp_path / "besked.xml").write_text(samples.notice("m.xml", "false"), encoding="utf-8")
    assert "withdrawn" in [w.code for w in read_package(tmp_path).warnings]
