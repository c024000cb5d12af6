"""Titles that must not show: not in a heading, not as something to be found by."""

from collections.abc import Iterable

SHORTEST = 8
"""A shorter title is hidden only where it stands alone: it may be a common word."""


def without(headings: Iterable[str], secret: frozenset[str]) -> list[str]:
    """The headings that neither are nor hold one of the `secret` titles ("Punkt 3: ...")."""
    hidden = [_plain(title) for title in secret]
    return [heading for heading in headings if not any(_tells(_plain(heading), title) for title in hidden)]


def _tells(heading: str, title: str) -> bool:
    return heading == title or (len(title) >= SHORTEST and title in heading)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
