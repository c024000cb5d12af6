"""How much two titles speak of the same thing. Plain Python: the same two titles always score the same."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from raadhus.core.danish import STOPWORDS, words
from raadhus.core.times import MONTHS

# What titles are framed with; it says what a body does with a matter, never which matter.
FRAMES = frozenset(
    """sag punkt forslag svar orientering drøftelse status indstilling lukke lukket åben åbent skriftlig forberedelse
    møde byrådsmøde udvalgsmøde byråd magistrat udvalg dagsorden referat godkendelse opfølgning genbehandling
    behandling genoptagelse genoptage første anden redegørelse beslutning beslutningsforslag beslutningsmemo forklæde
    notat memo bilag rådmand spørgsmål orienteringspunkt spørgetid borger kommune gensidig fællesmøde temadrøftelse
    mødeplan vedrørende nummer dato langs""".split()
) | frozenset(MONTHS)
_SIGNATURE = re.compile(r"\s*\((?:[A-ZÆØÅ]{2,5}(?:\s*[/,]\s*[A-ZÆØÅ]{2,5})*|\d+ min\.?)\)\s*$")
_COMMITTEE = re.compile(r"(?:[A-ZÆØÅ]\w*-? og )?[A-ZÆØÅ][\w-]*-?udvalget\b|\b\w+ Udvalg\b")
ENOUGH = 10
"""So many letters of its own a title must have to be like another."""
LONGEST_WORD = 12
LONG_ENOUGH = 12
"""So many letters two words in a row must have together to be a subject."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title's own words (lemma and as written) in order, without its frame, and its numbers.

    `weights` are the letters that each lemma counts for, `weight` those of all; `pairs` are the lemmas that follow
    each other.
    """

    text: str
    words: tuple[tuple[str, str], ...]
    numbers: frozenset[str]
    weights: Mapping[str, int]
    weight: int
    pairs: frozenset[tuple[str, str]]


@lru_cache(maxsize=100_000)
def read_title(text: str) -> Title:
    bare = _COMMITTEE.sub(" ", text)
    while (shorter := _SIGNATURE.sub("", bare)) != bare:
        bare = shorter
    seen = words(bare)
    own = [w for w in seen if w.base not in FRAMES and w.text not in STOPWORDS and w.text not in FRAMES]
    told = tuple((w.base, w.text) for w in own if not w.text[0].isdigit() and len(w.text) > 1)
    weights = {base: min(len(base), LONGEST_WORD) for base, _text in told}
    return Title(
        text=" ".join(text.lower().split()),
        words=told,
        numbers=frozenset(w.text for w in seen if w.text[0].isdigit()),
        weights=weights,
        weight=sum(weights.values()),
        pairs=frozenset((a[0], b[0]) for a, b in pairwise(told)),
    )


def likeness(one: Title, other: Title) -> float:
    """From 0 to 1: the share of their own letters that the two have in common.

    Nothing where they carry different numbers (a plan's, a year's), or too little of their own to tell.
    """
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return 0.0
    if min(one.weight, other.weight) < ENOUGH:
        return 0.0
    common = sum(weight for base, weight in one.weights.items() if base in other.weights)
    return 2 * common / (one.weight + other.weight)


def shared_phrase(one: Title, other: Title) -> str | None:
    """The first two words or more that follow each other in both, as `one` writes them; None without any.

    Small words between them are left out, with a sign for it: "ændring … styrelsesvedtægten".
    """
    both = one.pairs & other.pairs
    if not both:
        return None
    phrase: list[str] = []
    for a, b in pairwise(one.words):
        if (a[0], b[0]) in both:
            phrase = phrase or [a[1]]
            phrase.append(b[1])
        elif phrase:
            break
    if sum(map(len, phrase)) < LONG_ENOUGH:
        return None
    return (" " if " ".join(phrase) in one.text else " … ").join(phrase)
