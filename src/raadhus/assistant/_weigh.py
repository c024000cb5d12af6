"""The stretches of a passage that may answer a question, each with its signals and how sure it is."""

import re
from dataclasses import dataclass
from itertools import pairwise

from raadhus.assistant._signals import (
    Signals,
    Span,
    best_span,
    closeness,
    counts,
    is_lost,
    is_other,
    missing,
    new_words,
    related,
    spans_of_kind,
    strayed,
)
from raadhus.assistant._sureness import sureness
from raadhus.assistant._tables import header_of, rows_in
from raadhus.assistant._units import LONGEST, Unit, units
from raadhus.core.danish import is_named, is_number, word, words_of
from raadhus.search import Hit, Lens, Match

SURELY = 0.85
"""In headings and names only the word itself counts, not a compound with it."""

TITLE = 80
"""A first line so short may be a heading."""

NEAR = 200
"""So many characters around a stretch a name still belongs to it."""

MOST = 2
"""Stretches of one passage that may be quoted."""

NAME = re.compile(r"(?<=[a-zæøå,;] )[A-ZÆØÅ][\w-]+")
LEADERS = re.compile(r"\.{5}|(?:\. ){5}")
"""The dots of a table of contents: it names, and tells nothing."""


@dataclass(frozen=True, slots=True)
class Find:
    """A stretch of a hit that may answer. `span` is where the number, name or date asked for stands in the hit.

    `missing` are the numbers of the question's words that stand neither in the passage nor over it; `titled` is the
    share of the question in the item's title.
    """

    hit: Hit
    start: int
    end: int
    span: Span | None
    signals: Signals
    sureness: float
    missing: tuple[int, ...]
    titled: float

    @property
    def sentence(self) -> str:
        """What answers."""
        return self.hit.text[self.start : self.end]

    @property
    def highlight(self) -> str:
        """The number, name or date asked for; none in a row of a table, which has several."""
        row = any(row.start == self.start for row in rows_in(self.hit.text))
        return self.hit.text[slice(*self.span)] if self.span and not row else ""


def must_stand(lens: Lens, number: int, names: frozenset[str]) -> bool:
    """True for a word without which nothing answers: a name, a year, a number."""
    sought = lens.words[number]
    return sought in names or is_number(sought)


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
    return frozenset(word(said).text for name in NAME.findall(question) for said in words_of(name))


def best_finds(hit: Hit, lens: Lens, names: frozenset[str]) -> list[Find]:
    """The stretches of `hit` that answer best, none within another's quote."""
    here = lens.matches(hit.text)
    around = [m for m in lens.matches(_over(hit)) if m.likeness >= SURELY]
    title = lens.coverage(lens.matches(hit.title))
    found = [_find(hit, unit, lens, here, around, names, title) for unit in _stretches(hit.text)]
    best: list[Find] = []
    for find in sorted(found, key=lambda f: (-f.sureness, f.start)):
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
    alone = [unit for unit in units(text) if not LEADERS.search(text, unit.start, unit.end)]
    rows = {row.start for row in rows_in(text)}
    pairs = [
        Unit(a.start, b.end)
        for a, b in pairwise(alone)
        if b.end - a.start <= LONGEST and a.start not in rows and b.start not in rows
    ]
    return alone + pairs


def _find(
    hit: Hit,
    unit: Unit,
    lens: Lens,
    here: list[Match],
    around: list[Match],
    names: frozenset[str],
    title: float,
) -> Find:
    inside = [m for m in here if unit.start <= m.start and m.end <= unit.end]
    if header := header_of(hit.text, unit.start, unit.end):
        around = around + [m for m in here if header[0] <= m.start and m.end <= header[1]]
    absent = missing(lens, here + around)
    spans = spans_of_kind(hit.text, unit.start, unit.end, lens, here)
    span = best_span(hit.text, spans, lens, here)
    close_by = [m for m in here if unit.start - NEAR <= m.start and m.end <= unit.end + NEAR]
    free = lens.expected is None
    counting = span is not None and lens.counted is not None
    counted = counting and span is not None and counts(hit.text, span, lens, here)
    if header and any(m.sought == lens.counted for m in around):
        counted = True  # what a table counts is told over it
    person = span is not None and lens.expected == "person"
    signals = Signals(
        near=lens.coverage(inside + around),
        covered=lens.coverage(here + around),
        close=closeness(span, lens, here) if span else lens.coverage(inside) if free else 0.0,
        related=float(related(span, lens, here) if span else any(m.sought == 0 for m in inside)),
        tells=new_words(hit.text[unit.start : unit.end], inside),
        found=hit.score,
        lost=float(is_lost(lens, absent)),
        strayed=strayed(lens, here + around, close_by + around, names),
        miscounted=float(counting and not counted),
        other=float(counting and not counted and span is not None and is_other(hit.text, span)),
        unnamed=float(person and span is not None and not is_named("person", hit.text[slice(*span)])),
    )
    sure = sureness(signals) if span or free else 0.0
    return Find(hit, unit.start, unit.end, span, signals, sure, absent, title)
