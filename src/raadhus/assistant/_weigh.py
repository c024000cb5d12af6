"""How well a stretch of a passage answers a question, and when it does not."""

import re
from dataclasses import dataclass

from raadhus.assistant._units import LONGEST, Unit, units
from raadhus.core.danish import answers_of, is_number, words_of
from raadhus.search import Hit, Lens, Match

LIKE = 0.5
"""A word of the question stands there when something at least so alike does."""

NAME = re.compile(r"(?<=[a-zæøå,;] )[A-ZÆØÅ][\w-]+")


@dataclass(frozen=True, slots=True)
class Find:
    """A stretch of a hit that may answer, and how surely."""

    hit: Hit
    start: int
    end: int
    score: float
    covered: float
    near: float
    missing: tuple[int, ...]
    has_kind: bool

    @property
    def quote(self) -> str:
        return self.hit.text[self.start : self.end]


def names_in(question: str) -> frozenset[str]:
    """Words written with a capital inside a sentence, as they are looked up."""
    return frozenset(word for name in NAME.findall(question) for word in words_of(name))


def best_find(hit: Hit, lens: Lens) -> Find | None:
    """The stretch of `hit` that answers best; None for an empty passage."""
    here = lens.matches(hit.text)
    around = lens.matches(" / ".join([*hit.heading, hit.title, hit.document, hit.organization or ""]))
    found = [_find(hit, unit, lens, here, around) for unit in _stretches(hit.text)]
    return max(found, key=lambda f: (f.score, -f.start), default=None)


def _stretches(text: str) -> list[Unit]:
    """Every unit alone and with the one after it, as far as a quote may go."""
    alone = units(text)
    pairs = [
        Unit(a.start, b.end) for a, b in zip(alone, alone[1:], strict=False) if b.end - a.start <= LONGEST
    ]
    return alone + pairs


def _find(hit: Hit, unit: Unit, lens: Lens, here: list[Match], around: list[Match]) -> Find:
    inside = [m for m in here if unit.start <= m.start and m.end <= unit.end]
    near = lens.coverage(inside + around)
    own = lens.coverage(inside)
    covered = lens.coverage(here + around)
    kind = _has_kind(hit.text[unit.start : unit.end], lens)
    length = (unit.end - unit.start) / LONGEST
    score = 0.4 * own + 0.2 * near + 0.15 * covered + 0.25 * kind + 0.15 * hit.score - 0.03 * length
    return Find(hit, unit.start, unit.end, score, covered, near, _missing(lens, here + around), kind)


def _missing(lens: Lens, matches: list[Match]) -> tuple[int, ...]:
    there = {m.sought for m in matches if m.likeness >= LIKE}
    return tuple(n for n in range(len(lens.words)) if n not in there)


def _has_kind(stretch: str, lens: Lens) -> bool:
    """True when something of the kind asked for stands there that the question did not say itself."""
    if lens.expected is None:
        return True
    said = {word for word in lens.words if is_number(word)}
    return any(
        not said.issuperset(words_of(stretch[start:end])) for start, end in answers_of(lens.expected, stretch)
    )
