"""Telling verbs from other words, as far as a dictionary of forms can."""

from collections.abc import Iterator, Sequence

from raadhus.core.danish._words import Word, lemma

PAST = ("ede", "te", "et", "t")
ALONE = "af an bort efter frem fra gennem ind mod ned om op over sammen tilbage ud under".split()
PARTICLES = {**{word: word for word in ALONE}, "imod": "mod", "igennem": "gennem"}
"""As they stand apart, and as they begin a word. "til", "for" and "på" belong to what follows more often."""
FARTHEST = 4
"""A verb and its particle stand so close: "sat penge af", "deles op i to"."""


def is_verb(word: Word) -> bool:
    """True for a form of a verb ("drøftede", "bundet"): there are other words for what it says."""
    base = word.base
    if not base.endswith("e") or lemma(base) is None or len(word.text) < 3:
        return False
    if lemma(base + "rne") == base:
        return False  # a noun too: "klynge", "klyngerne"
    root = base.removesuffix("e")
    if word.text.startswith(root):
        return any(lemma(root + ending) == base for ending in PAST[:2])
    return word.text[0] == base[0]


def joined_verbs(words: Sequence[Word]) -> Iterator[tuple[Word, str]]:
    """Verbs whose particle stands apart, each with what they are in one word: "sat ... af" is "afsætte"."""
    for at, verb in enumerate(words):
        if not verb.base.endswith("e"):
            continue
        for particle in words[at + 1 : at + 1 + FARTHEST]:
            joined = PARTICLES.get(particle.text, "") + verb.base
            if joined != verb.base and lemma(joined) == joined:
                yield verb, joined
