"""How well a stretch of a passage answers a question, and when it does not."""

import re
from dataclasses import dataclass
from itertools import pairwise

from raadhus.assistant._units import LONGEST, Unit, units
from raadhus.core.danish import STOPWORDS, answers_of, is_number, words_of
from raadhus.search import Hit, Lens, Match

LIKE = 0.5
"""A word of the question stands there when something at least so alike does."""

SURELY = 0.85
"""In headings and names only the word itself counts, not a compound with it."""

BESIDE = 25
"""So many characters apart a number and what it counts still belong together."""

TITLE = 80
"""A first line so short may be a heading."""

MOST = 2
"""Stretches of one passage that may be quoted."""

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
    def sentence(self) -> str:
        """What answers."""
        return self.hit.text[self.start : self.end]

    @property
    def quote(self) -> str:
        """What answers with what stands around it, as far as a quote may go."""
        start, end = widened(self.hit.text, Unit(self.start, self.end))
        return self.hit.text[start:end]


def must_stand(lens: Lens, number: int, names: frozenset[str]) -> bool:
    """True for a word without which nothing answers: a name, a year, a number."""
    word = lens.words[number]
    return word in names or is_number(word)


def widened(text: str, unit: Unit) -> tuple[int, int]:
    """The place of `unit` with the units after it, then before it, while there is room in a quote."""
    start, end = unit.start, unit.end
    around = units(text)
    for after in (u for u in around if u.start >= unit.end):
        if after.end - start > LONGEST:
            break
        end = after.end
    for before in (u for u in reversed(around) if u.end <= unit.start):
        if end - before.start > LONGEST:
            break
        start = before.start
    return start, end


def names_in(question: str) -> frozenset[str]:
    """Words written with a capital inside a sentence, as they are looked up."""
    return frozenset(word for name in NAME.findall(question) for word in words_of(name))


def best_finds(hit: Hit, lens: Lens) -> list[Find]:
    """The stretches of `hit` that answer best, the best first, none within another's quote."""
    here = lens.matches(hit.text)
    around = [m for m in lens.matches(_over(hit)) if m.likeness >= SURELY]
    found = [_find(hit, unit, lens, here, around) for unit in _stretches(hit.text)]
    best: list[Find] = []
    for find in sorted(found, key=lambda f: (-f.score, f.start)):
        if len(best) < MOST and not any(
            find.start < end and start < find.end for start, end in map(_place, best)
        ):
            best.append(find)
    return best


def _place(find: Find) -> tuple[int, int]:
    return widened(find.hit.text, Unit(find.start, find.end))


def _over(hit: Hit) -> str:
    """What stands over every stretch of a hit: headings, and a first line that is one."""
    first = hit.text.split("\n", 1)[0]
    title = first if len(first) <= TITLE and not first.rstrip().endswith((".", ",", ";")) else ""
    return " / ".join([*hit.heading, hit.page_top, title, hit.title, hit.document, hit.organization or ""])


def _stretches(text: str) -> list[Unit]:
    """Every unit alone and with the one after it, as far as a quote may go."""
    alone = units(text)
    pairs = [Unit(a.start, b.end) for a, b in pairwise(alone) if b.end - a.start <= LONGEST]
    return alone + pairs


def _find(hit: Hit, unit: Unit, lens: Lens, here: list[Match], around: list[Match]) -> Find:
    inside = [m for m in here if unit.start <= m.start and m.end <= unit.end]
    near = lens.coverage(inside + around)
    own = lens.coverage(inside)
    covered = lens.coverage(here + around)
    kinds = _of_kind(hit.text, unit, lens)
    kind = lens.expected is None or bool(kinds)
    beside = any(_is_beside(m, lens, kinds) for m in inside)
    length = (unit.end - unit.start) / LONGEST
    tells = min(_new_words(hit.text[unit.start : unit.end], inside), 3) / 3
    words = 0.35 * own + 0.2 * near + 0.3 * covered
    score = words + 0.25 * kind + 0.12 * beside + 0.2 * tells + 0.15 * hit.score - 0.03 * length
    return Find(hit, unit.start, unit.end, score, covered, near, _missing(lens, here + around), kind)


def _new_words(stretch: str, inside: list[Match]) -> int:
    """How many words a stretch has besides those of the question: a bare heading tells nothing."""
    said = {m.place for m in inside}
    return sum(word not in STOPWORDS for word in words_of(stretch)) - len(said)


def _missing(lens: Lens, matches: list[Match]) -> tuple[int, ...]:
    there = {m.sought for m in matches if m.likeness >= LIKE}
    return tuple(n for n in range(len(lens.words)) if n not in there)


def _of_kind(text: str, unit: Unit, lens: Lens) -> list[tuple[int, int]]:
    """Where something of the kind asked for stands in `unit` that the question did not say itself."""
    if lens.expected is None:
        return []
    said = {word for word in lens.words if is_number(word)}
    found = (
        (unit.start + s, unit.start + e) for s, e in answers_of(lens.expected, text[unit.start : unit.end])
    )
    return [(start, end) for start, end in found if not said.issuperset(words_of(text[start:end]))]


def _is_beside(match: Match, lens: Lens, kinds: list[tuple[int, int]]) -> bool:
    """True for the word that is counted, with a number close before or after it."""
    if match.sought != lens.counted or match.likeness < LIKE:
        return False
    return any(
        -BESIDE < match.start - end < BESIDE or -BESIDE < start - match.end < BESIDE for start, end in kinds
    )
