import pytest

from raadhus.core.danish import word, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("aabenraa", "åbenrå"),
        ("aabenraas", "åbenrås"),
        ("aarhus", "århus"),
        ("soeren", "søren"),
        ("haandværkerne", "håndværkerne"),
        ("raadhuset", "rådhuset"),
        ("idé", "ide"),
        ("idéen", "ideen"),
        ("café", "cafe"),
        ("björn", "bjørn"),
        ("naestved", "næstved"),
    ],
)
def test_two_ways_to_write_a_word_are_one(one: str, other: str) -> None:
    assert word(one).base == word(other).base
    assert word(one).text == word(other).text
    assert word(one).stem == word(other).stem


@pytest.mark.parametrize(
    ("one", "other"), [("broen", "brøn"), ("skoen", "skøn"), ("koen", "køn"), ("allé", "alle")]
)
def test_two_words_stay_two(one: str, other: str) -> None:
    assert word(one).base != word(other).base
    assert word(one).text != word(other).text


@pytest.mark.parametrize("written", ["klima\u00adplan", "klima\u00ad\nplan", "klima‐\nplan", "klima-\nplan"])
def test_a_word_broken_by_any_hyphen_is_one_word(written: str) -> None:
    assert words_of(f"en {written} nu") == ["en", "klimaplan", "nu"]
