"""One order from two: much by words where they found what was asked for, as much by meaning where they did not."""

from raadhus.search._rank import Candidate
from raadhus.search.meaning._fusing import fused


def by_words(*scores: float) -> list[Candidate]:
    return [Candidate(passage_id=n, score=score) for n, score in enumerate(scores, 1)]


def order(candidates: list[Candidate], near: list[int], words: set[int]) -> list[int]:
    return [c.passage_id for c in fused(candidates, by_words=words, near=near)]


NEIGHBOUR = Candidate(passage_id=9, score=0.0)


def test_where_the_words_found_all_a_neighbour_without_them_comes_after() -> None:
    assert order([*by_words(1.0, 0.9, 0.8), NEIGHBOUR], near=[9], words={1, 2, 3}) == [1, 2, 3, 9]


def test_where_they_found_little_the_nearest_comes_among_the_first() -> None:
    assert order([*by_words(0.2, 0.2, 0.2), NEIGHBOUR], near=[9], words={1, 2, 3}) == [1, 9, 2, 3]


def test_what_both_find_rises() -> None:
    assert order(by_words(0.2, 0.2, 0.2), near=[3], words={1, 2, 3}) == [3, 1, 2]


def test_a_text_in_two_places_has_the_better_place() -> None:
    twice = Candidate(passage_id=2, score=0.2, again=(7,))
    assert order([*by_words(0.2), twice], near=[7], words={1, 2}) == [2, 1]


def test_without_words_the_nearest_is_first() -> None:
    others = [Candidate(passage_id=n, score=0.0) for n in (4, 5, 6)]
    assert order(others, near=[6, 4, 5], words=set()) == [6, 4, 5]
