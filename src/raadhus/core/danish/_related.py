"""Nouns made from verbs and the way back: "anbefale" and "anbefaling", "vedtage" and "vedtagelse"."""

from collections.abc import Iterator

from raadhus.core.danish._words import lemma

ENDINGS = ("ning", "else", "ing", "sel")


def related(base: str) -> tuple[str, ...]:
    """Lemmas of the dictionary that are `base` as a noun or as a verb; without `base` itself."""
    if len(base) < 5:
        return ()
    return tuple(form for form in dict.fromkeys(_derived(base)) if form != base and lemma(form) == form)


def _derived(base: str) -> Iterator[str]:
    for ending in ENDINGS:
        if base.endswith(ending) and len(base) > len(ending) + 3:
            yield base.removesuffix(ending) + "e"
    if base.endswith("e"):
        root = base.removesuffix("e")
        for ending in ENDINGS:
            yield root + ending
