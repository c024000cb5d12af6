"""Closed items and private notes: what names or holds them stands in closed passages only."""

from pathlib import Path

from raadhus.parsing.tests.paper import item, read_text, text_of

PACKAGE = """
Teknisk Udvalg (Teknisk Udvalg)

12-03-2031 15:00 - 17:30

Rådhuset, lokale 4

\fIndhold

Punkt 1: Godkendelse af dagsorden 2
Punkt 2: Lukket punkt: Køb af grund ved mosen 3
Punkt 3: Eventuelt 3
\fPunkt 1: Godkendelse af dagsorden

Beslutning for Punkt 1: Godkendelse af dagsorden

Godkendt.
\fPunkt 2: Lukket punkt: Køb af grund ved mosen

Prisen er hemmelig.

Beslutning for Punkt 2: Lukket punkt: Køb af grund ved mosen

Tiltrådt.

Punkt 3: Eventuelt

Beslutning for Punkt 3: Eventuelt

Drøftet.
\fOverblik: Noter

Husk at spørge om parkering.
\fOverblik: Delte kommentarer

Anna Holm: enig.
"""
SECRETS = ("grund ved mosen", "hemmelig", "Tiltrådt", "parkering", "enig")


def test_no_open_passage_names_a_closed_item_or_holds_a_note(tmp_path: Path) -> None:
    package = read_text(tmp_path, PACKAGE)
    shown = " ".join(text_of(package, p) + " ".join(p.heading) for p in package.passages if not p.closed)
    assert not any(secret in shown for secret in SECRETS)


def test_closed_passages_hold_nothing_else(tmp_path: Path) -> None:
    package = read_text(tmp_path, PACKAGE)
    hidden = " ".join(text_of(package, p) for p in package.passages if p.closed)
    assert all(secret in hidden for secret in SECRETS)
    assert "Godkendt" not in hidden
    assert "Eventuelt" not in hidden


def test_a_closed_item_is_closed_though_it_has_a_decision(tmp_path: Path) -> None:
    closed = item(read_text(tmp_path, PACKAGE), "2")
    assert (closed.visibility, closed.outcome) == ("closed", "adopted")


def test_notes_are_never_items(tmp_path: Path) -> None:
    package = read_text(tmp_path, PACKAGE)
    assert [p.item for p in package.passages if p.page in (5, 6)] == [None, None]


def test_a_paper_that_says_closed_closes_its_item(tmp_path: Path) -> None:
    package = read_text(
        tmp_path,
        "Punkt 3: Fritidspas (10 min)\n\fIndstilling\nLukket\nINDSTILLING\nTekst om aftalen.\n\n"
        "Punkt 3, Bilag 1: Indstilling.docx\n\fPunkt 4: Evt.\n",
    )
    assert item(package, "3").visibility == "closed"
    assert all(p.closed for p in package.passages if p.item == "3")


def test_a_note_on_an_item_is_a_note(tmp_path: Path) -> None:
    noted = PACKAGE.replace(
        "Husk at spørge om parkering.", "Punkt 1: Godkendelse af dagsorden\n\nSpørg om parkering."
    )
    package = read_text(tmp_path, noted)
    shown = " ".join(text_of(package, p) for p in package.passages if not p.closed)
    assert "parkering" not in shown
    assert [meeting.role for meeting in package.meetings] == ["package"]
    assert item(package, "1").outcome == "adopted"
