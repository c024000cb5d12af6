"""Telling verbs from other words, as far as a dictionary of forms can."""

from raadhus.core.danish._words import Word, lemma

PAST = ("ede", "te", "et", "t")


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
