"""A package's own meeting: its front page, its items, and the decisions that stand under them."""

from pathlib import Path

import pytest

from raadhus.parsing import read_package
from raadhus.parsing.tests.paper import as_pdf, as_text, as_word, item, own, read_text, value

PACKAGE = """
MTM - Rådmandsmøde (Rådmandsmøde)

Tirsdag d. 4. november 2031 kl. 09:00 - 10:30

Mødelokale 3.12

Deltagere: Anna Holm, Bo Kjær (afbud) og Carla Dam
Afbud: Mette Lund

Pkt. 2: Tid: 5 min. Deltagere: Jens Vang
Pkt. 4: Tid: 15 min. Deltagere: Jens Vang og Rie Skov
\fPunkt 1: Godkendelse af referat

Beslutning for Punkt 1: Godkendelse af referat

Godkendt uden bemærkninger.

Punkt 2: Ny cykelsti ved havnen i Sønderby og den videre
proces for inddragelse (JV)

Tid: 5 min. Deltagere: Jens Vang

Beslutning for Punkt 2: Ny cykelsti ved havnen i Sønderby
og den videre proces for inddragelse (JV)

Rådmanden godkendte indstillingen med den bemærkning, at
der skal følges op på finansieringen i løbet af
\fforåret 2032.
\fIndstilling

Det indstilles, at rådmanden godkender forslaget til linjeføring.

Sagsbehandler: Jens Vang
Sagsnummer: EMN-2031-000123

Punkt 2, Bilag 1: Indstilling - Ny
\fMere tekst om cykelstien.

Punkt 2, Bilag 1: Indstilling - Ny
cykelsti.docx
\fPunkt 3: Eventuelt

Beslutning for Punkt 3: Eventuelt

Intet til referat.
"""


@pytest.mark.parametrize("write", [as_text, as_pdf, as_word])
def test_the_same_package_reads_the_same_in_every_medium(tmp_path: Path, write) -> None:  # type: ignore[no-untyped-def]
    meeting = own(read_package(write(tmp_path, PACKAGE)))
    assert meeting.kind == "minutes"
    assert [i.number for i in meeting.items] == ["1", "2", "3", "4"]
    assert [i.outcome for i in meeting.items] == ["adopted", "adopted", "none", None]
    assert {a.name.value: a.status for a in meeting.attendees} == {
        "Anna Holm": "present", "Bo Kjær": "excused", "Carla Dam": "present", "Mette Lund": "excused"
    }  # fmt: skip


def test_the_front_page_says_what_whose_when_and_where(tmp_path: Path) -> None:
    meeting = own(read_text(tmp_path, PACKAGE))
    assert value(meeting.organization) == "Rådmandsmøde"
    assert value(meeting.department) == "MTM"
    assert f"{value(meeting.start)}" == "2031-11-04 09:00:00"
    assert f"{value(meeting.end):%H:%M}" == "10:30"
    assert value(meeting.location) == "Mødelokale 3.12"


def test_a_wrapped_title_is_one_title(tmp_path: Path) -> None:
    title = "Ny cykelsti ved havnen i Sønderby og den videre proces for inddragelse (JV)"
    assert value(item(read_text(tmp_path, PACKAGE), "2").title) == title


def test_a_decision_goes_on_over_the_page_but_not_into_the_annex(tmp_path: Path) -> None:
    decision = item(read_text(tmp_path, PACKAGE), "2").decision
    assert decision is not None
    assert decision.value.endswith("i løbet af\nforåret 2032.")
    assert [span.page for span in decision.spans] == [2, 3]


def test_an_annex_has_its_fullest_title_its_pages_and_its_case(tmp_path: Path) -> None:
    (annex,) = item(read_text(tmp_path, PACKAGE), "2").attachments
    assert annex.title.value == "Indstilling - Ny cykelsti.docx"
    assert (annex.first_page, annex.last_page) == (4, 5)
    assert value(annex.case_number) == "EMN-2031-000123"
    assert value(annex.case_worker) == "Jens Vang"


def test_the_paper_s_recommendation_is_the_item_s(tmp_path: Path) -> None:
    points = item(read_text(tmp_path, PACKAGE), "2").recommendations
    assert [point.value for point in points] == ["rådmanden godkender forslaget til linjeføring."]


def test_an_item_with_a_time_that_is_shown_nowhere_is_closed(tmp_path: Path) -> None:
    closed = item(read_text(tmp_path, PACKAGE), "4")
    assert (closed.title, closed.visibility) == (None, "closed")
    assert value(closed.duration_minutes) == 15
    assert [p.value for p in closed.presenters] == ["Jens Vang", "Rie Skov"]


def test_a_lone_dot_is_no_decision(tmp_path: Path) -> None:
    package = read_text(
        tmp_path, "Referat\n\nPunkt 1: Dagsorden\n\n.\n\nPunkt 2: Bordrunde (5 min)\n\nUdgik.\n"
    )
    assert item(package, "1").decision is None
    assert item(package, "2").outcome == "withdrawn"
    assert value(item(package, "2").title) == "Bordrunde"
