"""Titles that must not show: not in a heading, not as something to be found by."""

from collections.abc import Iterable
from functools import lru_cache

SHORTEST = 8
"""A shorter title is hidden only where it stands alone: it may be a common word."""


def without(headings: Iterable[str], secret: frozenset[str]) -> list[str]:
    """The headings that neither are nor hold one of the `secret` titles ("Punkt 3: ...")."""
    if not secret:
        return list(headings)
    hidden = _plain_ones(secret)
    plain = ((heading, _plain(heading)) for heading in headings)
    return [heading for heading, said in plain if not any(_tells(said, title) for title in hidden)]


def _tells(heading: str, title: str) -> bool:
    return heading == title or (len(title) >= SHORTEST and title in heading)


@lru_cache(maxsize=256)
def _plain_ones(secret: frozenset[str]) -> tuple[str, ...]:
    """Worked out once for the many passages of a paper."""
    return tuple(_plain(title) for title in secret)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
