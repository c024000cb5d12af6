"""What the model writes is cut into sentences as it comes, whatever the pieces are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.assistant.wording._sentences import Told, told_in


def told(text: str, *, piece: int = 3) -> list[Told]:
    return list(told_in(text[at : at + piece] for at in range(0, len(text), piece)))


@pytest.mark.parametrize(
    "text",
    [
        "Broen males [1]. Båden sejler [2].",
        "Broen males. [1] Båden sejler. [2]",
        "Broen males.[1]\n\nBåden sejler.[2]",
        "- Broen males [1]\n- Båden sejler [2]\n",
        "1. **Broen males** [1]\n2. *Båden sejler* [2]",
        "<think>Hvad mon? Broen [7]. </think>Broen males [1]. Båden sejler [2].",
    ],
)
def test_sentences_in_many_styles_are_the_same_two(text: str) -> None:
    assert [(t.text.rstrip("."), t.cited) for t in told(text)] == [
        ("Broen males", (1,)),
        ("Båden sejler", (2,)),
    ]


def test_marks_belong_to_their_sentence_wherever_they_stand() -> None:
    assert [t.cited for t in told("Broen [1] males i maj [2][3]. Båden sejler [1, 2].")] == [
        (1, 2, 3),
        (1, 2),
    ]


def test_an_abbreviation_or_a_date_ends_nothing() -> None:
    (one,) = told("Den koster ca. 2 mio. kr. pr. år fra 1. maj kl. 10.30 [1].")
    assert one.alone


def test_two_sentences_with_one_mark_are_not_alone() -> None:
    assert [t.alone for t in told("Broen lukkes. Broen males [1]. Båden sejler [2].")] == [False, True]


def test_only_the_last_sentence_may_have_been_cut() -> None:
    assert [t.ended for t in told("Broen males [1]. Båden sejler [2]")] == [True, False]


@given(st.text(st.sampled_from("aB .[]1,\n<think>/*-"), max_size=300), st.integers(1, 40))
def test_the_size_of_the_pieces_changes_nothing(text: str, piece: int) -> None:
    assert [(t.text, t.cited) for t in told(text, piece=piece)] == [
        (t.text, t.cited) for t in told(text, piece=1)
    ]
