"""Which titles are worth comparing: those that share a rare word or two words in a row. Plain values only."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from raadhus.timeline._titles import Title

LEAST_LIKE = 0.5
"""Titles less alike are no reason for anything."""
LEAST = LEAST_LIKE / (2 - LEAST_LIKE)
"""At least this share of a title's own letters it then has in common with the other."""
COMMON_PHRASE = 25
"""Two words in a row that so many titles of about two years have are a field of work, no matter of their own."""


@dataclass(frozen=True, slots=True)
class Near:
    """Items to compare with: the letters that each has in common at the most, and those that share a phrase."""

    letters: Mapping[int, int]
    by_phrase: frozenset[int]

    @property
    def everyone(self) -> set[int]:
        return set(self.letters) | self.by_phrase


class Shelf(Protocol):
    """Where the titles stand by their terms: a word's lemma, or two that follow each other with a blank between."""

    def how_common(self, terms: Collection[str]) -> Mapping[str, int]:
        """The number of titles with each term; terms that none has may be left out."""

    def holders(self, terms: Collection[str]) -> Mapping[str, Iterable[int]]:
        """The items with each term."""


def terms_of(title: Title) -> set[str]:
    return set(title.weights) | _phrases(title)


def near_each(titles: Mapping[int, Title], shelf: Shelf) -> dict[int, Near]:
    """For each title the items that may be `LEAST_LIKE` it or share a telling phrase: no such item is left out."""
    how_common = shelf.how_common({term for title in titles.values() for term in terms_of(title)})
    telling = {pk: _telling(title, how_common) for pk, title in titles.items()}
    phrases = {
        pk: [term for term in _phrases(title) if how_common.get(term, 0) <= COMMON_PHRASE]
        for pk, title in titles.items()
    }
    holders = shelf.holders(
        {term for told in (telling, phrases) for terms in told.values() for term in terms}
    )
    return {
        pk: Near(
            _alike(title, telling[pk], holders),
            frozenset(one for term in phrases[pk] for one in holders.get(term, ())),
        )
        for pk, title in titles.items()
    }


def _phrases(title: Title) -> set[str]:
    return {" ".join(two) for two in title.pairs}


def _telling(title: Title, how_common: Mapping[str, int]) -> list[str]:
    """The rarest words, of which another title must share one to be `LEAST_LIKE` this one.

    The commonest, less than a third of its letters together, can not be all that the two share.
    """
    spare = title.weight * LEAST
    told = sorted(title.weights, key=lambda base: (-how_common.get(base, 0), base))
    for base in list(told):
        spare -= title.weights[base]
        if spare <= 0:
            break
        told.remove(base)
    return told


def _alike(title: Title, telling: list[str], holders: Mapping[str, Iterable[int]]) -> dict[int, int]:
    """Those with enough letters in common if they have all the common words besides, and how many that is."""
    common: dict[int, int] = {}
    for base in telling:
        weight = title.weights[base]
        for one in holders.get(base, ()):
            common[one] = common.get(one, 0) + weight
    besides = title.weight - sum(title.weights[base] for base in telling)
    least = title.weight * LEAST - besides
    return {one: letters + besides for one, letters in common.items() if letters >= least}
