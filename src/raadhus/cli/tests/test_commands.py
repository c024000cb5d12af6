"""The commands as a person or a program calls them: one JSON document out, sentences to standard error."""

from pathlib import Path

import pytest

from raadhus.cli.tests.terminal import Terminal
from raadhus.meetings.models import AgendaItem

pytestmark = pytest.mark.django_db

REPORT = """Rapport om havnen

Indledning
Havnen i Sønderbæk har 214 bådpladser, og ventelisten er på 38 både.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "rapport.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


def test_import_counts_what_came_of_the_files(raadhus: Terminal, report: Path) -> None:
    first = raadhus.json("import", report)
    assert (first["imported"], first["unchanged"], first["pages"], first["refused"]) == (1, 0, 1, [])
    assert raadhus.json("import", report)["unchanged"] == 1


def test_import_names_the_refused_and_ends_with_one(raadhus: Terminal, report: Path) -> None:
    (report.parent / "tom.pdf").touch()
    done = raadhus.json("import", report.parent, status=1)
    assert done["imported"] == 1
    assert [f["file"] for f in done["refused"]] == ["tom.pdf"]


def test_import_says_it_in_words_too(raadhus: Terminal, report: Path) -> None:
    assert "Indlæst: 1" in raadhus.says("import", report)
    assert "findes ikke" in raadhus.says("import", report.parent / "ingenting", status=1)


def test_what_was_imported_is_found_and_shown(raadhus: Terminal, report: Path) -> None:
    raadhus.json("import", report)
    hit = raadhus.json("search", "bådpladser")["hits"][0]
    assert "214 bådpladser" in hit["text"]
    assert (hit["source_file"], hit["page"]) == ("rapport.txt", 1)
    assert "214 bådpladser" in raadhus.says("show", hit["url"])


def test_what_was_imported_can_be_asked_about(raadhus: Terminal, report: Path) -> None:
    raadhus.json("import", report)
    said = raadhus.json("ask", "Hvor mange bådpladser har havnen i Sønderbæk?")
    assert said["answered"]
    assert "214" in said["citations"][0]["quote"]
    assert said["highlight"] == "214"
    assert not raadhus.json("ask", "Hvem vandt cykelløbet i Østlund?")["answered"]


def test_what_is_near_is_told_as_no_answer(raadhus: Terminal, report: Path) -> None:
    raadhus.json("import", report)
    question = "Hvor mange bådpladser har havnen i Vestlund?"
    said = raadhus.json("ask", question)
    assert (said["answered"], said["citations"]) == (False, [])
    assert "214" in said["nearest"][0]["quote"]
    assert "bådpladser" in said["searched"]["words"]
    assert "det er ikke et svar" in raadhus.says("ask", question)


def test_a_draft_is_not_found_by_a_stranger(raadhus: Terminal, report: Path) -> None:
    raadhus.json("import", report, "--draft")
    assert raadhus.json("search", "bådpladser", "--as", "anonymous")["total"] == 0
    assert raadhus.json("search", "bådpladser")["total"] == 1
    raadhus.says("show", "/dokument/1", "--as", "anonymous", status=1)


def test_a_draft_is_published_by_its_address(raadhus: Terminal, report: Path) -> None:
    raadhus.json("import", report, "--draft")
    address = raadhus.json("search", "bådpladser")["hits"][0]["url"].split("/side/")[0]
    raadhus.says("publish", address, "--as", "anonymous", status=1)
    assert raadhus.json("publish", address)["published_at"]
    assert raadhus.json("search", "bådpladser", "--as", "anonymous")["total"] == 1


def test_inspect_stores_nothing(raadhus: Terminal, report: Path) -> None:
    shape = raadhus.json("inspect", report)
    assert (shape["source"]["pages"], shape["meetings"]) == (1, [])
    assert raadhus.json("search", "bådpladser")["total"] == 0


def test_inspect_refuses_in_a_sentence(raadhus: Terminal, tmp_path: Path) -> None:
    missing = tmp_path / "væk.pdf"
    assert "findes ikke" in raadhus.json("inspect", missing, status=1)["refused"][0]["reason"]


@pytest.mark.parametrize(
    "words",
    [
        ("search", "havn", "--as", "ingen"),
        ("workload", "--organization", "Ingen Udvalg", "--year", "2026"),
        ("show", "/ukendt/1"),
        ("search", " "),
        ("search", "havn", "--organization", "Findesikke"),
        ("search", "havn", "--from", "2026-02-01", "--to", "2026-01-31"),
        ("ask", " "),
    ],
)
def test_wrong_use_ends_with_two_and_a_sentence(raadhus: Terminal, words: tuple[str, ...]) -> None:
    assert len(raadhus.says(*words, status=2).strip().splitlines()) == 1


def test_show_keeps_a_closed_item_closed(raadhus: Terminal, closed_item: AgendaItem) -> None:
    address = f"/moede/{closed_item.meeting_id}"
    assert "Køb af grund" in raadhus.says("show", address)
    assert "Køb af grund" not in raadhus.says("show", address, "--as", "anonymous")
    assert "Lukket punkt" in raadhus.says("show", f"/punkt/{closed_item.pk}", "--as", "anonymous")


def test_a_case_is_told_and_a_closed_one_is_not_there(raadhus: Terminal, closed_item: AgendaItem) -> None:
    from raadhus.cases.actions import case_numbered
    from raadhus.core.journal import record

    closed_item.case = case_numbered(closed_item.meeting.body, "EMN-2026-000123")
    closed_item.save()
    record("meeting.updated", closed_item.meeting, actor="anna")
    said = raadhus.says("case", "sag emn 2026 123")
    assert "1. 4. marts 2026, Byrådet" in said
    assert "Hvorfor: Punktet har sagsnummeret EMN-2026-000123." in said
    shape = raadhus.json("case", "EMN-2026-123")
    assert (shape["case_number"], [e["title"] for e in shape["events"]]) == (
        "EMN-2026-000123",
        ["Køb af grund"],
    )
    for number in ("EMN-2026-000123", "EMN-2026-000999"):
        refused = raadhus.says("case", number, "--as", "anonymous", status=1)
        assert refused.strip() == f"Der er ingen sag at vise med nummeret {number}."


def test_workload_prints_the_year(raadhus: Terminal, closed_item: AgendaItem) -> None:
    figures = raadhus.json("workload", "--organization", "byrådet", "--year", 2026)
    assert (figures["meetings"], figures["items"], figures["closed"]) == (1, 1, 1)


def test_search_takes_expressions_and_tells_what_it_could_not_read(raadhus: Terminal, report: Path) -> None:
    raadhus.json("import", report)

    assert raadhus.json("search", "bådpladser -havnen")["total"] == 0
    assert raadhus.json("search", "venteliste NEAR/3 både")["total"] == 1
    said = raadhus.says("search", "bådpladser farve:blå")
    assert "Der er intet felt, der hedder »farve«" in said
    assert "bådpladser" in said
    assert "Mente du: bådpladser" in raadhus.says("search", "bådplasser")


def test_a_program_is_told_how_a_search_was_read(raadhus: Terminal, report: Path) -> None:
    raadhus.json("import", report)

    told = raadhus.json("search", "bådplasser EMN-2031-000123")
    assert told["meant"] == "bådpladser EMN-2031-000123"
    assert told["notes"] == ["Ingen sag har nummeret EMN-2031-000123."]
    assert told["understood"] == {
        "words": ["bådplasser"],
        "phrases": [],
        "cases": ["EMN-2031-123"],
        "abbreviations": [],
    }
