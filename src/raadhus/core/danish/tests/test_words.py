import pytest

from raadhus.core.danish import is_verb, related, synonyms, word


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("børnene", "barn"),
        ("mændenes", "mand"),
        ("skolerne", "skole"),
        ("vedtog", "vedtage"),
        ("koste", "koste"),
    ],
)
def test_a_form_is_known_by_its_lemma(form: str, base: str) -> None:
    assert word(form).base == base


def test_a_compound_no_dictionary_has_loses_its_ending_all_the_same() -> None:
    assert word("søbadsudvalgets").base == "søbadsudvalg"
    assert word("klimaindsatserne").base == word("klimaindsatsen").base


def test_an_unknown_name_stays_as_it_is() -> None:
    assert word("lykkebro").base == word("lykkebro").text


def test_short_forms_are_read_in_full() -> None:
    assert word("kr").base == word("kroner").base
    assert word("pct").base == word("procent").base
    assert word("km").base == word("kilometer").base


def test_nouns_of_verbs_are_related() -> None:
    assert "anbefaling" in related("anbefale")
    assert "anbefale" in related("anbefaling")
    assert "vedtagelse" in related("vedtage")
    assert related("hus") == ()


def test_a_few_words_stand_for_each_other() -> None:
    assert "maksimalt" in synonyms("højst")
    assert synonyms("søbad") == ()


@pytest.mark.parametrize(
    ("form", "verb"), [("drøftede", True), ("vedtog", True), ("kommune", False), ("bro", False)]
)
def test_verbs_are_told_from_other_words(form: str, verb: bool) -> None:
    assert is_verb(word(form)) is verb


def test_a_form_has_the_lemma_it_has_in_running_text() -> None:
    told = {"analyser": "analyse", "adresser": "adresse", "handicap": "handicap", "sparer": "spare"}
    assert {form: word(form).base for form in told} == told
    assert word("stop").base == "stop"
    assert word("udrul").base == "udrulle"


def test_who_does_it_is_found_by_what_is_done_and_the_other_way_round() -> None:
    assert "leder" in related("lede")
    assert "lede" in related("leder")
    assert "deltager" in related("deltage")
    assert related("sommer") == ()
