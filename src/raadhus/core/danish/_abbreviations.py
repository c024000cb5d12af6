"""Abbreviations as a text explains them: "Social- og Beskæftigelsesudvalget (SBU)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.core.danish._words import word_as_written

_EXPLAINED = re.compile(r"\((?P<short>[A-ZÆØÅ][A-Za-zÆØÅæøå]{0,5}[A-ZÆØÅ])\)")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*-?")
_BREAK = re.compile(r"[.:;!?()\n]")
_SMALL = frozenset("og for af i på til om med samt ved den det de".split())
LONGEST, FARTHEST = 8, 160


@dataclass(frozen=True, slots=True)
class Explained:
    """`clear` when the letters of `short` are, in order, how the words of `long` and their parts begin."""

    short: str
    long: str
    clear: bool


def explained_in(text: str) -> Iterator[Explained]:
    """The abbreviations that stand in brackets after what they stand for."""
    if "(" not in text:
        return
    for match in _EXPLAINED.finditer(text):
        before = _BREAK.split(text[max(0, match.start() - FARTHEST) : match.start()])[-1]
        told = list(_WORD.finditer(before))
        if told and (found := _explained(match["short"], before, told)):
            yield found


def _explained(short: str, before: str, told: "list[re.Match[str]]") -> Explained | None:
    letters = short.lower()
    for number in range(1, min(LONGEST, len(told)) + 1):
        words = [match.group() for match in told[-number:]]
        if words[0].lower() not in _SMALL and _fits(letters, [_beginnings(word) for word in words]):
            return Explained(short, " ".join(before[told[-number].start() :].split()), clear=len(letters) > 1)
    for number in range(min(LONGEST, len(told), len(letters) + 1), 1, -1):
        if told[-number].group()[0] == short[0]:
            return Explained(short, " ".join(before[told[-number].start() :].split()), clear=False)
    return None


def _beginnings(word: str) -> tuple[str, bool]:
    """How the word and then its parts begin; and whether the word may be passed over."""
    low = word.lower().strip("-")
    if low in _SMALL:
        return low[0], True
    pieces = [piece[0] for piece in re.split("[-’']", low) if piece]
    if len(pieces) > 1:
        return "".join(pieces), False
    parts = word_as_written(low).parts
    return low[0] + "".join(part[0] for part in parts[1:]), False


def _fits(letters: str, words: list[tuple[str, bool]]) -> bool:
    """Each word gives its first letter, then as many of its parts' as are needed, in order."""
    if not words:
        return not letters
    (begins, small), rest = words[0], words[1:]
    if small and _fits(letters, rest):
        return True
    return any(letters.startswith(given) and _fits(letters[len(given) :], rest) for given in _given(begins))


def _given(begins: str) -> set[str]:
    """The first letter alone, or with some of the following in order: "bu" of "beskæftigelses-udvalg"."""
    found = {begins[0]}
    for letter in begins[1:]:
        found |= {given + letter for given in found}
    return found
