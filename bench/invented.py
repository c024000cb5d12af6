"""Believable passages in any number: Danish that reads like minutes, with words of its own.

The invented municipality's stories are the school: which word follows which. Numbers, names and compounds are made
up anew, so that the vocabulary grows with the material as it does in a town hall.
"""

import random
import re
from bisect import bisect
from collections import defaultdict
from functools import cache
from importlib.resources import files
from itertools import accumulate

from raadhus.core.danish import word

_YEARS = re.compile(r"\{y(?:[+-]\d+)?\}")
_SENTENCE = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÆØÅ])")
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")

FIRST = "Al Birke Blå Dam Eg Elme Fugle Gran Hassel Hede Hvid Kær Lille Lind Mose Nør Pile Ravn Sand Sten Sø".split()
LAST = "bjerg by bæk dal feld gård havn holm hus høj kilde lev lund mark næs rup sted strup tofte vang vig".split()
GIVEN = "Agnes Aksel Birgit Dagmar Ebbe Elin Finn Gerda Iben Jarl Karl Liv Nora Otto Ragna Signe Vera".split()
NEW_COMPOUNDS, NEW_NAMES, NEW_NUMBERS = 0.12, 0.35, 0.7
SHARES = list(accumulate([3, 8, 14, 20, 20, 15, 10, 6, 4]))
"""How many passages in a hundred have one, two, three ... sentences."""


class Inventor:
    """Makes passages; the same seed makes the same ones."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)
        self._follows, self._begins = _school()
        self._first, self._last = _parts()

    def title(self) -> str:
        return self.sentence().rstrip(".")[:90]

    def text(self) -> str:
        number = bisect(SHARES, self._dice.random() * SHARES[-1]) + 1
        return " ".join(self.sentence() for _ in range(number))

    def sentence(self) -> str:
        first, second = self._dice.choice(self._begins)
        said = [self._varied(first)]
        while second and len(said) < 45:
            said.append(self._varied(second))
            first, second = second, self._dice.choice(self._follows[first, second])
        return " ".join(said)

    def _varied(self, token: str) -> str:
        dice = self._dice.random()
        if token[0].isdigit():
            return _NUMBER.sub(self._number, token, count=1) if dice < NEW_NUMBERS else token
        if token[0].isupper() and token[1:2].islower():
            return self._named(token) if dice < NEW_NAMES and token in _names() else token
        if dice < NEW_COMPOUNDS and len(token) > 8 and token.isalpha():
            return self._dice.choice(self._first) + self._dice.choice(self._last)
        return token

    def _number(self, match: re.Match[str]) -> str:
        return "".join(str(self._dice.randrange(1, 10)) if sign.isdigit() else sign for sign in match.group())

    def _named(self, token: str) -> str:
        end = token[len(token.rstrip(".,:;")) :] if token[-1] in ".,:;" else ""
        place = self._dice.choice(FIRST) + self._dice.choice(LAST)
        return (f"{self._dice.choice(GIVEN)} {place}" if self._dice.random() < 0.4 else place) + end


@cache
def _sentences() -> list[list[str]]:
    stories = files("raadhus.demo") / "stories"
    text = "\n".join(
        file.read_text(encoding="utf-8")
        for file in sorted(stories.iterdir(), key=lambda f: f.name)
        if file.name.endswith(".txt")
    )
    lines = (line for line in _YEARS.sub("2026", text).splitlines() if len(line) > 60 and "|" not in line)
    return [found.lstrip("- ").split() for line in lines for found in _SENTENCE.split(line)]


@cache
def _school() -> tuple[dict[tuple[str, str], list[str]], list[tuple[str, str]]]:
    """Which words follow two others ("" ends a sentence), and which two begin one."""
    follows: dict[tuple[str, str], list[str]] = defaultdict(list)
    begins = []
    for said in _sentences():
        if len(said) < 4:
            continue
        begins.append((said[0], said[1]))
        for first, second, third in zip(said, said[1:], [*said[2:], ""], strict=False):
            follows[first, second].append(third)
    return dict(follows), begins


@cache
def _names() -> frozenset[str]:
    """Words with a capital inside a sentence."""
    return frozenset(token for said in _sentences() for token in said[1:] if token[0].isupper())


@cache
def _parts() -> tuple[list[str], list[str]]:
    """First and last parts of the stories' compounds, as they are written."""
    first, last = set(), set()
    for token in {t.strip(".,:;()").lower() for said in _sentences() for t in said}:
        parts = word(token).parts if token.isalpha() else ()
        if len(parts) == 2:
            cut = token.find(parts[1][:4], 3)
            if cut > 2:
                first.add(token[:cut])
                last.add(token[cut:])
    return sorted(first), sorted(last)
