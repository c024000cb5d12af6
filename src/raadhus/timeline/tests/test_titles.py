from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.timeline._titles import likeness, read_title, shared_phrase


def alike(one: str, other: str) -> float:
    return likeness(read_title(one), read_title(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ny svømmehal på havnen", "Ny svømmehal på havnen (KB)"),
        ("Ny svømmehal på havnen", "Drøftelse af ny svømmehal på havnen"),
        ("Forslag fra Ø om mobilfri skoler", "Svar på forslag fra Ø om mobilfri skoler (10 min.)"),
        ("Lukket: Køb af landbrugsejendom", "Køb af landbrugsejendomme"),
        ("Lokalplan 214 for Værftsgrunden", "Lokalplan 214 for Værftsgrunden, endelig vedtagelse"),
    ],
)
def test_the_same_matter_is_seen_through_its_frame(one: str, other: str) -> None:
    assert alike(one, other) >= 0.7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lokalplan 214 for Værftsgrunden", "Lokalplan 215 for Værftsgrunden"),
        ("Takster for madservice 2025", "Takster for madservice 2026"),
        ("Orientering om udvalgsmødet", "Orientering om udvalgsmødet"),
        ("Forberedelse til byrådsmødet", "Forberedelse til byrådsmødet"),
        ("Godkendelse af dagsorden", "Godkendelse af dagsorden"),
    ],
)
def test_another_number_or_nothing_but_a_frame_is_no_likeness(one: str, other: str) -> None:
    assert alike(one, other) == 0


def test_two_words_in_a_row_are_a_subject() -> None:
    one, other = (
        read_title("Støtte til grønne tagterrasser"),
        read_title("Flere grønne tagterrasser i midtbyen"),
    )

    assert shared_phrase(one, other) == "grønne tagterrasser"
    assert shared_phrase(read_title("Grønne tage"), read_title("Røde tage")) is None


@given(
    st.lists(st.sampled_from("ny svømmehal havn 2025 2026 cykelsti langs vej skole (KB)".split()), max_size=6)
)
def test_a_title_is_like_itself_or_says_too_little(words: list[str]) -> None:
    title = read_title(" ".join(words))

    assert likeness(title, title) in (0, 1)


@given(st.lists(st.text(alphabet="abcæøå 12()-:", max_size=30), min_size=2, max_size=2))
def test_likeness_is_the_same_both_ways_and_between_nothing_and_one(texts: list[str]) -> None:
    for one, other in pairwise(texts):
        assert 0 <= alike(one, other) == alike(other, one) <= 1
