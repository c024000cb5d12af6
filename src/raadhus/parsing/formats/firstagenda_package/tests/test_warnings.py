"""What the reader was not sure of is said in a warning, with its page."""

from pathlib import Path

from raadhus.parsing.tests.paper import read_text


def codes(folder: Path, text: str) -> dict[str, int]:
    return {warning.code: warning.page for warning in read_text(folder, text).warnings}


def test_a_package_without_its_first_page(tmp_path: Path) -> None:
    found = codes(tmp_path, "Tekst.\n\nPunkt 1, Bilag 1: Notat.pdf\n\fPunkt 2: Fritidspas\n")
    assert found["missing-start"] == 1
    assert found["item-without-title"] == 1


def test_numbers_that_are_never_named(tmp_path: Path) -> None:
    found = codes(tmp_path, "Tekst.\n\nPunkt 1, Bilag 1: Notat.pdf\n\fPunkt 5: Fritidspas\n")
    assert found["number-gap"] == 2


def test_an_annex_whose_title_is_cut_short_everywhere(tmp_path: Path) -> None:
    found = codes(tmp_path, "Punkt 1: Status\n\fTekst.\n\nPunkt 1, Bilag 2: Bilag 1 -\n")
    assert found["attachment-title-cut"] == 2
    assert found["attachment-unlabelled"] == 1


def test_a_decision_whose_item_is_lost(tmp_path: Path) -> None:
    found = codes(tmp_path, "Beslutning for Punkt 2: Fritidspas\n\nGodkendt.\n\nPunkt 3: Evt.\n")
    assert found["decision-without-item"] == 1
