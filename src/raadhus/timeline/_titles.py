"""How much two titles speak of the same thing. Plain Python: the same two titles always score the same."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

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
    """A title's own words (lemma and as written) in order, without its frame, and its numbers."""

    text: str
    words: tuple[tuple[str, str], ...]
    numbers: frozenset[str]

    @property
    def bases(self) -> frozenset[str]:
        return frozenset(base for base, _text in self.words)

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The words that follow each other."""
        return frozenset((a[0], b[0]) for a, b in zip(self.words, self.words[1:], strict=False))

    def telling(self, how_common: Mapping[str, int]) -> list[str]:
        """The rarest words, of which a title must share one to be half like this one.

        Half alike is at least a third of this title's letters in common; the commonest words, less than a third
        together, can not be all of that.
        """
        spare = _weight(self.bases) / 3
        told = sorted(self.bases, key=lambda base: (-how_common.get(base, 0), base))
        for base in list(told):
            spare -= _weight(frozenset({base}))
            if spare <= 0:
                break
            told.remove(base)
        return told


@lru_cache(maxsize=100_000)
def read_title(text: str) -> Title:
    bare = _COMMITTEE.sub(" ", text)
    while (shorter := _SIGNATURE.sub("", bare)) != bare:
        bare = shorter
    seen = words(bare)
    own = [w for w in seen if w.base not in FRAMES and w.text not in STOPWORDS and w.text not in FRAMES]
    return Title(
        text=" ".join(text.lower().split()),
        words=tuple((w.base, w.text) for w in own if not w.text[0].isdigit() and len(w.text) > 1),
        numbers=frozenset(w.text for w in seen if w.text[0].isdigit()),
    )


def likeness(one: Title, other: Title) -> float:
    """From 0 to 1: the share of their own letters that the two have in common.

    Nothing where they carry different numbers (a plan's, a year's), or too little of their own to tell.
    """
    if not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return 0.0
    a, b = one.bases, other.bases
    if min(_weight(a), _weight(b)) < ENOUGH:
        return 0.0
    return 2 * _weight(a & b) / (_weight(a) + _weight(b))


def _weight(bases: frozenset[str]) -> int:
    return sum(min(len(base), LONGEST_WORD) for base in bases)


def shared_phrase(one: Title, other: Title) -> str | None:
    """The first two words or more that follow each other in both, as `one` writes them; None without any.

    Small words between them are left out, with a sign for it: "ændring … styrelsesvedtægten".
    """
    pairs = other.pairs
    phrase: list[str] = []
    for a, b in zip(one.words, one.words[1:], strict=False):
        if (a[0], b[0]) in pairs:
            phrase = phrase or [a[1]]
            phrase.append(b[1])
        elif phrase:
            break
    if sum(map(len, phrase)) < LONG_ENOUGH:
        return None
    return (" " if " ".join(phrase) in one.text else " … ").join(phrase)
