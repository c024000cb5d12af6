import pytest

from raadhus.core.danish import spaced_numbers, tokens, words_of


def test_a_word_broken_over_two_lines_is_one_word_in_its_place() -> None:
    text = "Vi styrker klimaind-\nsatsen i år."
    broken = tokens(text)[2]
    assert broken.text == "klimaindsatsen"
    assert text[broken.start : broken.end] == "klimaind-\nsatsen"


def test_what_two_words_share_is_not_joined_to_the_word_after_it() -> None:
    assert words_of("skole- og\nkulturudvalget, skole-\nog kulturudvalget") == [
        *("skole", "og", "kulturudvalget"),
        *("skole", "og", "kulturudvalget"),
    ]


@pytest.mark.parametrize("written", ["12.000 kr.", "12000 kr.", "12\u00a0000 kr."])
def test_an_amount_is_the_same_however_its_thousands_are_parted(written: str) -> None:
    assert words_of(written) == ["12000", "kr"]


def test_figures_parted_by_blanks_may_be_one_number_or_two() -> None:
    assert words_of("12 000") == ["12", "000"]
    assert spaced_numbers("i alt 12 000 kr.") == ["12000"]
    assert spaced_numbers("113 91 147") == []


def test_decimals_dates_and_signs() -> None:
    assert words_of("0,54 kr., 13 %, § 17, den 27.08.2025") == [
        *("0,54", "kr", "13", "procent", "paragraf", "17", "den", "27", "08", "2025")
    ]


def test_the_ending_after_an_apostrophe_is_left_out() -> None:
    assert words_of("EDB’en, bus'erne") == ["edb", "bus"]


@pytest.mark.parametrize("nothing", ["", " \n\t", "—…!?", "\x00\ud800"])
def test_a_text_without_words_has_no_tokens(nothing: str) -> None:
    assert tokens(nothing) == []


def test_a_word_is_whole_where_the_end_of_the_line_became_a_blank() -> None:
    assert words_of("for kommu- nens skoler") == ["for", "kommunens", "skoler"]


@pytest.mark.parametrize(
    "text", ["klima- og miljø", "skole- eller fritid", "fra specialist- til", "skole- , hus"]
)
def test_a_hyphen_that_waits_for_the_second_word_joins_nothing(text: str) -> None:
    assert words_of(text)[0] in ("klima", "skole", "fra")
    assert len(words_of(text)) == len(text.replace(" ,", "").split())
