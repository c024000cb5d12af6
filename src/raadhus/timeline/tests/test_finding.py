from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.timeline._finding import FoundLink, Treatment, link_between, links_among
from raadhus.timeline._nearness import COMMON_PHRASE, near_each, terms_of
from raadhus.timeline.choices import LinkKind
from raadhus.timeline.models import SURE

COUNCIL, COMMITTEE, LATER = 1, 2, 3
POOL = "Ny svømmehal på havnen"


def treatment(
    item: int, organization: int | None, text: str = POOL, *, after: int | None = 0, **more: object
) -> Treatment:
    day = None if after is None else date(2026, 3, 4) + timedelta(days=after)
    return Treatment(item=item, meeting=item, organization=organization, date=day, text=text, **more)  # type: ignore[arg-type]


def between(one: Treatment, other: Treatment) -> FoundLink | None:
    found = link_between(one, other)
    assert found == link_between(other, one)
    return found


def test_a_committee_takes_up_what_it_was_sent() -> None:
    sent = treatment(1, COUNCIL, sent_to=COMMITTEE, undone=True)
    found = between(sent, treatment(2, COMMITTEE, "Drøftelse af svømmehal på havnen", after=21))

    assert found is not None
    assert (found.kind, found.item, found.other) == (LinkKind.REFERRAL, 1, 2)
    assert found.score >= SURE


def test_what_came_before_it_was_sent_was_not_sent() -> None:
    sent = treatment(1, COUNCIL, sent_to=COMMITTEE, undone=True)
    found = between(sent, treatment(2, COMMITTEE, after=-21))

    assert found is not None
    assert found.kind == LinkKind.TITLE


@pytest.mark.parametrize(("after", "sure"), [(21, True), (200, False)])
def test_the_same_title_in_another_body_is_sure_for_half_a_year(after: int, sure: bool) -> None:
    found = between(treatment(1, COUNCIL), treatment(2, COMMITTEE, after=after))

    assert found is not None
    assert (found.score >= SURE) == sure


def test_after_more_than_a_year_a_title_says_nothing() -> None:
    assert between(treatment(1, COUNCIL), treatment(2, COMMITTEE, after=500)) is None


def test_without_a_date_a_title_only_suggests() -> None:
    found = between(treatment(1, COUNCIL), treatment(2, COMMITTEE, after=None))

    assert found is not None
    assert found.score < SURE


def test_a_body_that_is_done_with_a_matter_takes_up_another_of_that_name() -> None:
    done = treatment(1, COUNCIL)
    again = treatment(2, COUNCIL, after=21)

    assert between(done, again) is None
    assert between(treatment(3, COUNCIL, undone=True), again) is not None


def test_two_case_numbers_are_two_cases_however_alike() -> None:
    found = between(
        treatment(1, COUNCIL, cases=frozenset({7})), treatment(2, COMMITTEE, after=9, cases=frozenset({8}))
    )

    assert found is not None
    assert found.score < SURE


def test_what_shares_a_number_needs_no_other_reason() -> None:
    number = frozenset({7})
    assert between(treatment(1, COUNCIL, cases=number), treatment(2, COMMITTEE, cases=number)) is None


def test_one_subject_in_two_titles_is_a_suggestion() -> None:
    found = between(
        treatment(1, COUNCIL, "Forslag fra Ø om flere grønne tagterrasser i midtbyen"),
        treatment(2, COMMITTEE, "Regler for grønne tagterrasser på boligforeningers ejendomme", after=-90),
    )

    assert found is not None
    assert (found.facts, found.score < SURE) == ({"phrase": "grønne tagterrasser"}, True)


WORDS = (
    "svømmehal havn cykelsti å skole renovering nyt anlæg grønne tage lokalplan 214 215 Værftsgrunden".split()
)


class OnPaper:
    """The terms of a few titles, without a database."""

    def __init__(self, treatments: Mapping[int, Treatment]) -> None:
        self._holders = defaultdict(list)
        for pk, one in treatments.items():
            for term in terms_of(one.title):
                self._holders[term].append(pk)

    def how_common(self, terms: Collection[str]) -> dict[str, int]:
        return {term: len(self._holders[term]) for term in terms}

    def holders(self, terms: Collection[str]) -> dict[str, list[int]]:
        return {term: self._holders[term] for term in terms}


def test_two_words_that_very_many_titles_have_are_no_subject() -> None:
    many = {n: treatment(n, n, f"Støtte til grønne tagterrasser {n}") for n in range(1, COMMON_PHRASE + 2)}

    assert near_each({1: many[1].title}, OnPaper(many))[1].by_phrase == frozenset()
    few = {n: many[n] for n in (1, 2)}
    assert near_each({1: many[1].title}, OnPaper(few))[1].by_phrase == {1, 2}


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), min_size=2, max_size=12))
def test_looking_among_many_finds_what_looking_at_every_pair_does(titles: list[list[str]]) -> None:
    many = {n: treatment(n, n % 3, " ".join(words), after=n) for n, words in enumerate(titles, 1)}
    every = [link_between(one, other) for one, other in combinations(many.values(), 2)]

    near = near_each({pk: one.title for pk, one in many.items()}, OnPaper(many))
    among = {found.key: found for found in links_among(many, near)}
    assert among == {found.key: found for found in every if found is not None}
