"""Nouns made from verbs and the way back: "anbefale" and "anbefaling", "lede" and "leder"."""

from collections.abc import Iterator

from raadhus.core.danish._words import lemma

ENDINGS = ("ning", "else", "ing", "sel")
SHORTEST = 4


def related(base: str) -> tuple[str, ...]:
    """Lemmas of the dictionary that are `base` as a noun or as a verb; without `base` itself."""
    if len(base) < SHORTEST:
        return ()
    return tuple(form for form in dict.fromkeys((*_derived(base), *_doers(base))) if form != base)


def _derived(base: str) -> Iterator[str]:
    """What is done, and the doing of it."""
    long = [ending for ending in ENDINGS if base.endswith(ending) and len(base) > len(ending) + 3]
    found = [base.removesuffix(ending) + "e" for ending in long]
    if base.endswith("e") and len(base) > SHORTEST:
        found += [base.removesuffix("e") + ending for ending in ENDINGS]
    yield from (form for form in found if lemma(form) == form)


def _doers(base: str) -> Iterator[str]:
    """What is done, and who does it: "leder" alone reads as the verb, "ledere" as the noun."""
    if base.endswith("e") and lemma(base + "re") == base + "r":
        yield base + "r"
    if base.endswith("er") and lemma(base[:-1]) == base[:-1] and lemma(base) in (base, base[:-1]):
        yield base.removesuffix("r")
