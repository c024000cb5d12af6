import pytest

from raadhus.core.danish import distance


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("badebro", "badebro", 0),
        ("badebor", "badebro", 1),
        ("svømehal", "svømmehal", 0.5),
        ("vertskab", "værtskab", 0.5),
        ("aaben", "åben", 0),
        ("kaj", "kajer", 2),
        ("", "bro", 3),
    ],
)
def test_two_words_are_so_far_apart(one: str, other: str, far: float) -> None:
    assert distance(one, other) == far
    assert distance(other, one) == far
