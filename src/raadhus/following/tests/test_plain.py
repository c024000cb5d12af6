"""Sentences and addresses: plain values in, plain values out."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.following.query import Query, query_in
from raadhus.following.sentence import LONGEST, sentence_of

TEXT = "Mødet begyndte kl. 16.00. Udvalget vedtog cykelstien, jf. § 17, stk. 4. Den koster 1,05 mio. kr."


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("16.00", "Mødet begyndte kl. 16.00."),
        ("cykelstien", "Udvalget vedtog cykelstien, jf. § 17, stk. 4."),
        ("koster", "Den koster 1,05 mio. kr."),
    ],
)
def test_the_sentence_around_the_word(word: str, sentence: str) -> None:
    start = TEXT.index(word)
    assert sentence_of(TEXT, [(start, start + len(word))]) == sentence


def test_the_sentence_with_most_of_the_words_is_chosen() -> None:
    text = "Broen er lang. Broen og havnen skal renoveres. Havnen er dyb."
    marks = [(0, 5), (15, 20), (24, 30), (47, 53)]
    assert sentence_of(text, marks) == "Broen og havnen skal renoveres."


def test_a_heading_is_no_sentence() -> None:
    text = "Punkt 1: Ny bro\nByrådet sender sagen videre.\nDen nye bro koster 84 mio. kr.\n"
    marks = [(12, 15), (text.index("bro koster"), text.index(" koster"))]
    assert sentence_of(text, marks) == "Den nye bro koster 84 mio. kr."


def test_a_sentence_broken_over_lines_is_one() -> None:
    text = (
        "Udvalget besluttede at anlægge en ny og bredere cykelsti langs hele\nSkolevej i 2027. Sagen slutter."
    )
    assert sentence_of(text, [(48, 56)]).endswith("langs hele Skolevej i 2027.")


@given(st.text(max_size=900), st.lists(st.integers(0, 900), max_size=5))
def test_any_text_gives_a_short_line(text: str, places: list[int]) -> None:
    line = sentence_of(text, [(p, p + 3) for p in sorted(places)])
    assert len(line) <= LONGEST + 4
    assert "\n" not in line


@given(
    st.builds(
        Query,
        text=st.text("abcæøå &=?#", max_size=50).map(lambda t: " ".join(t.split())),
        organization=st.none() | st.integers(1, 10**6),
        since=st.none() | st.dates(),
        case=st.sampled_from(["", "EMN-2031-002204", "12/27845"]),
        choices=st.sampled_from([(), (("aar", "2025"), ("person", "Bo Lund"))]),
    )
)
def test_a_query_survives_its_address(query: Query) -> None:
    assert query_in(query.address) == query


def test_what_makes_no_sense_in_an_address_counts_as_not_said() -> None:
    asked = query_in("q=bro&organ=x&fra=igaar&til=2025-12-31&ukendt=1")
    assert asked == Query(text="bro", until=date(2025, 12, 31))
    assert query_in("").is_empty
