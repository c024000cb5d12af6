"""From the model's pieces of text to sentences, each with the numbers that it cites."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from raadhus.assistant._units import units

_END = re.compile(r"(?:[^\S\n]*\[\d[\d, ]*\])+[.!?]?(?=\n|\s+[A-ZÆØÅ\d»\"“(*#•–-])|\n+")
_MARK = re.compile(r"\s*\[(\d[\d, ]*)\]")
_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL | re.IGNORECASE)
_BEGUN_THOUGHT = re.compile(r"<think(?:ing)?>(?!.*</think)|<[a-z]{0,8}$", re.DOTALL | re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-•*–]|\d{1,2}[.)])\s+")
_BOLD = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)")
MOST_LETTERS = 1500
"""A sentence is never so long; what has not ended by then is cut and dropped."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as the model told it, without its marks.

    `alone` is false for two sentences with marks for one; `ended` for the last one, which may have been cut off.
    """

    text: str
    cited: tuple[int, ...]
    new_line: bool
    alone: bool
    ended: bool


def told_in(pieces: Iterable[str]) -> Iterator[Told]:
    """Every sentence, as soon as it has ended. A block of thoughts is left out."""
    waiting, new_line = "", False
    for piece in pieces:
        waiting = _THOUGHT.sub(_kept_open, waiting + piece)
        while end := _END.search(waiting, 0, _thinking_from(waiting)):
            yield from _told(waiting[: end.end()], new_line=new_line, ended=True)
            new_line = waiting[: end.end()].endswith("\n") or waiting[end.end() :].startswith("\n")
            waiting = waiting[end.end() :]
        if len(waiting) > MOST_LETTERS and _thinking_from(waiting) == len(waiting):
            yield Told(waiting[:MOST_LETTERS], (), new_line, alone=False, ended=True)
            waiting = ""
    yield from _told(_THOUGHT.sub("", waiting), new_line=new_line, ended=False)


def _thinking_from(text: str) -> int:
    """Where a thought begins that has not ended, or may be about to begin."""
    begun = _BEGUN_THOUGHT.search(text)
    return begun.start() if begun else len(text)


def _kept_open(thought: re.Match[str]) -> str:
    """Nothing of a thought that has ended; one that goes on stays until it has."""
    return "" if "</think" in thought.group().lower() else thought.group()


def _told(text: str, *, new_line: bool, ended: bool) -> Iterator[Told]:
    cited = tuple(dict.fromkeys(int(n) for mark in _MARK.findall(text) for n in re.findall(r"\d{1,6}", mark)))
    bare = _BOLD.sub("", _BULLET.sub("", _MARK.sub("", text)))
    bare = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(bare.split()))
    if re.search(r"\w", bare):
        yield Told(bare, cited, new_line, alone=len(units(bare)) == 1, ended=ended)
