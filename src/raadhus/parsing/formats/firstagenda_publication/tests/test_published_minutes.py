"""Published minutes: fields, routes, annexes, and a closed item's title kept apart even in the contents."""

from datetime import date
from pathlib import Path

import pytest

from raadhus.parsing import ParsedItem, read_package
from raadhus.parsing.tests.paper import as_pdf, as_text, item, own, read_text, text_of, value

MINUTES = """
REFERAT Sønderby Byråd d. 12-05-2031
Mødedato

Mandag d. 12. maj 2031 kl. 17:00

Mødested Byrådssalen
\fIndholdsfortegnelse
Godkendelse af dagsorden............ 3
Lukket: Salg af ejendom i Vesterby............ 4
Anlægsbevilling til ny skole............ 5
\fPunkt 1: Godkendelse af dagsorden
EMN-2031-000001
Beslutninger
Godkendt.
.
\fPunkt 2: Lukket: Salg af ejendom i Vesterby
EMN-2031-000002
Sagen oversendes til Økonomiudvalget.
\fPunkt 3: Anlægsbevilling til ny skole i den nordlige del af Sønderby og
veje
06.11.00-P22-1-22
Beslutninger
Tilbagesendes afdelingen med bemærkning, at byrådet har vedtaget indstillingen.
Liste A kunne ikke tiltræde indstillingen.
Resume
Forslaget handler om en ny skole.
Beslutningspunkter
Det indstilles:
At 1) der gives en bevilling på 10 mio. kr.
At 2) skolen bygges.
Sagsforløb
Udvalg: Magistraten
Dato: 05-05-2031
Punktnummer: 4
Fremsendes til Sønderby Byråd.
Bo Kjær tog forbehold.
Udvalg: Teknisk Udvalg
Dato: 07-05-2031
Punktnummer: 2
Drøftet.
Bilag
Indstilling
Bilag 1: Kort
"""


def third(folder: Path) -> ParsedItem:
    return item(read_text(folder, MINUTES), "3")


@pytest.mark.parametrize("write", [as_text, as_pdf])
def test_the_front_page_is_read_in_every_medium(tmp_path: Path, write) -> None:  # type: ignore[no-untyped-def]
    meeting = own(read_package(write(tmp_path, MINUTES)))
    assert meeting.kind == "minutes"
    assert value(meeting.organization) == "Sønderby Byråd"
    assert f"{value(meeting.start):%Y-%m-%d %H:%M}" == "2031-05-12 17:00"
    assert value(meeting.location) == "Byrådssalen"
    assert [i.number for i in meeting.items] == ["1", "2", "3"]


def test_an_item_has_its_case_and_its_outcome(tmp_path: Path) -> None:
    found = third(tmp_path)
    assert str(value(found.title)).endswith("del af Sønderby og veje")
    assert value(found.case_number) == "06.11.00-P22-1-22"
    assert (found.outcome, found.visibility) == ("adopted", "open")
    assert [r.value for r in found.recommendations] == [
        "der gives en bevilling på 10 mio. kr.",
        "skolen bygges.",
    ]


def test_a_route_tells_what_each_body_did(tmp_path: Path) -> None:
    first, second = third(tmp_path).route
    assert (first.organization.value, second.organization.value) == ("Magistraten", "Teknisk Udvalg")
    assert value(first.date) == date(2031, 5, 5)
    assert value(second.number) == "2"
    assert str(value(first.text)).endswith("Bo Kjær tog forbehold.")


def test_annexes_are_named_without_pages(tmp_path: Path) -> None:
    assert [(a.number, a.title.value, a.first_page) for a in third(tmp_path).attachments] == [
        (1, "Indstilling", None),
        (2, "Bilag 1: Kort", None),
    ]


def test_a_closed_item_keeps_its_decision_to_itself(tmp_path: Path) -> None:
    package = read_text(tmp_path, MINUTES)
    closed = item(package, "2")
    assert (closed.visibility, closed.outcome) == ("closed", "referred")
    shown = " ".join(text_of(package, p) + " ".join(p.heading) for p in package.passages if not p.closed)
    assert "Vesterby" not in shown
    assert "Økonomiudvalget" not in shown


def test_in_the_contents_only_the_closed_line_is_closed(tmp_path: Path) -> None:
    package = read_text(tmp_path, MINUTES)
    contents = [(text_of(package, p), p.closed) for p in package.passages if p.page == 2]
    assert [closed for _, closed in contents] == [False, True, False]


def test_items_are_known_by_their_fields_when_the_front_page_is_lost(tmp_path: Path) -> None:
    package = read_text(tmp_path, MINUTES.split("\f", 2)[2])
    assert [i.number for i in own(package).items] == ["1", "2", "3"]
    assert package.warnings[0].code == "missing-start"


def test_a_long_name_wraps_on_the_front_page(tmp_path: Path) -> None:
    file = tmp_path / "dagsorden.txt"
    file.write_text(
        "DAGSORDEN Udvalget for Natur, Havne og Landdistrikter d.\n12-12-2031\n\n"
        "Mødedato Fredag d. 12. december 2031 kl. 16:00\n\nMødested Mødesal 2\n"
        "\fPunkt 1: Godkendelse af dagsorden\nEMN-2031-000001\n",
        encoding="utf-8",
    )
    (meeting,) = read_package(file).meetings
    assert meeting.organization is not None
    assert meeting.organization.value == "Udvalget for Natur, Havne og Landdistrikter"
    assert [item.number for item in meeting.items] == ["1"]
