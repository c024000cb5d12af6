"""Clean text: hard blanks, soft hyphens and broken words are the paper's, not the writer's."""

from raadhus.parsing._lines import RawLine
from raadhus.parsing._text import clean, lay_out, mend


def mended(*lines: str) -> list[str]:
    hyphenated = frozenset({"unge-udvalget"})
    return [line.text for line in mend([RawLine(line) for line in lines], hyphenated)]


def test_blanks_and_invisible_signs_go() -> None:
    assert clean(" Anna\u00a0\u00a0Holm\u00ad er\u200b her\r") == "Anna Holm er her"


def test_letters_are_composed() -> None:
    assert clean("Bo Kja\u0308r") == "Bo Kjär"


def test_a_word_broken_over_two_lines_is_whole_again() -> None:
    assert mended("om trafiksik-", "kerhed ved skolen") == ["om trafiksikkerhed", "ved skolen"]


def test_a_word_left_out_keeps_its_hyphen() -> None:
    assert mended("på chef-", "og rådmandsmøder") == ["på chef-", "og rådmandsmøder"]


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    assert mended("i Børn og Unge-", "udvalget den 3. maj") == ["i Børn og Unge-udvalget", "den 3. maj"]
    assert mended("kommunale P-", "huse er dyre") == ["kommunale P-huse", "er dyre"]
    assert mended("Nord-", "Sønderby er en by") == ["Nord-Sønderby", "er en by"]


def test_lines_know_their_place_on_the_page() -> None:
    pages, lines = lay_out(
        [[RawLine("Anna Holm", gap=True), RawLine("Bo Kjær"), RawLine("Punkt 1", gap=True)]]
    )
    assert pages[0].text == "Anna Holm\nBo Kjær\n\nPunkt 1"
    assert [pages[0].text[line.start : line.end] for line in lines] == ["Anna Holm", "Bo Kjær", "Punkt 1"]


def test_a_hyphen_before_a_new_paragraph_breaks_no_word() -> None:
    kept = mend([RawLine("fremfor ad hoc-"), RawLine("Det indstilles,", True)])
    assert [line.text for line in kept] == ["fremfor ad hoc-", "Det indstilles,"]


def test_a_hyphen_with_no_word_before_it_is_left_alone() -> None:
    assert mended("tog/-", "bus kører") == ["tog/-bus", "kører"]
