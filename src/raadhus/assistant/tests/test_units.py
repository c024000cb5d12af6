from hypothesis import given
from hypothesis import strategies as st

from raadhus.assistant._units import LONGEST, units


def parts(text: str) -> list[str]:
    return [text[unit.start : unit.end] for unit in units(text)]


def test_sentences_end_where_they_end_and_not_at_an_abbreviation() -> None:
    assert parts("Den koster 2 mio. kr. pr. år, jf. bilag 1. Broen er 4. generation. Ny.") == [
        "Den koster 2 mio. kr. pr. år, jf. bilag 1.",
        "Broen er 4. generation.",
        "Ny.",
    ]


def test_bullets_stand_by_themselves() -> None:
    assert parts("Vi foreslår:\n• en bro\n• to både\n- tre fugle") == [
        "Vi foreslår:",
        "• en bro",
        "• to både",
        "- tre fugle",
    ]


def test_rows_of_amounts_stand_by_themselves() -> None:
    assert parts("Bro 200.000 kr.\nBåd 100.000 kr.") == ["Bro 200.000 kr.", "Båd 100.000 kr."]


@given(st.text(st.sampled_from("aB .\n•-1"), max_size=1500))
def test_units_are_in_order_and_short_enough_to_quote(text: str) -> None:
    at = 0
    for unit in units(text):
        assert at <= unit.start < unit.end
        assert unit.end - unit.start <= LONGEST
        at = unit.end
