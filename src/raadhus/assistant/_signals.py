"""What speaks for and against a stretch of a passage as the answer to a question: named numbers from 0 to 1."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from raadhus.core.danish import STOPWORDS, answers_of, is_named, is_number, word, words_of
from raadhus.search import Lens, Match

LIKE = 0.5
"""A word of the question stands there when something at least so alike does."""

CLOSE = 60
"""So many characters from what answers, its own sentence mostly."""

SAME = 0.7
"""So alike is the same word, or one of its family."""

ENDING = 5
"""So long an ending may a word have ("-ernes")."""

TELLING = 3
"""So many words besides those of the question are enough for a stretch to tell something."""

Span = tuple[int, int]

_AFTER = re.compile(r"\s*(?:[^\W\d]+,?[\s-]+){0,4}[^\W\d]*")
"""Between a number and what it counts: a few words ("9 små, nye havne")."""
_BEFORE = re.compile(r"[\s:=–-]*(?:(?:i alt|er|var|på|ca\.?)[\s:]*){0,2}")
"""Between what is counted and its number: "Antal medlemmer: 31", "elever i alt 31"."""
_UNIT = re.compile(
    r"\s*(?:%|(?:pct|procent|kr|kroner|mio|mia|mill|km|m²|m2|meter|cm|kg|tons?|timer?|minut\w*|dage?|uger?|år)\b)",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\s*(?:%|[^\W\d])")
"""A number that is followed by a unit or a word counts that."""


@dataclass(frozen=True, slots=True)
class Signals:
    """Shares of the question, by weight, or 0 and 1; those that speak against an answer come last.

    `near` stands in the stretch or over it, `covered` in the passage or over it, `close` beside what answers. `related`
    is 1 when the word for what is asked of the thing ("ejer", "formand", "koster") stands beside it. `tells` is more
    the more a stretch says besides the question, `found` is the search's score. `lost` is 1 when the rarest noun or
    name of the question is not there at all, `strayed` names that stand far from the stretch. `miscounted` is 1 for a
    number of something else than the question counts, `other` for one with a unit, `unnamed` for a role where a name
    was asked for.
    """

    near: float
    covered: float
    close: float
    related: float
    tells: float
    found: float
    lost: float
    strayed: float
    miscounted: float
    other: float
    unnamed: float

    def values(self) -> list[float]:
        return [getattr(self, field.name) for field in fields(self)]


def spans_of_kind(text: str, start: int, end: int, lens: Lens, here: Sequence[Match]) -> list[Span]:
    """Where something of the kind asked for stands that the question did not say itself."""
    if lens.expected is None:
        return []
    said = {word for word in lens.words if is_number(word)}
    found = ((start + s, start + e) for s, e in answers_of(lens.expected, text[start:end]))
    told = [(s, e) for s, e in found if not said.issuperset(words_of(text[s:e]))]
    if lens.expected == "person":
        told = [span for span in told if not _said(text, span, here)]
    return told


def _said(text: str, span: Span, here: Sequence[Match]) -> bool:
    """True when every word of `span` is one of the question."""
    inside = {(m.start, m.end) for m in here if m.start < span[1] and span[0] < m.end and m.likeness >= LIKE}
    return len(inside) >= len(words_of(text[slice(*span)]))


def related(span: Span, lens: Lens, here: Sequence[Match]) -> bool:
    """True when the word that says what is asked of the thing ("ejer", "formand", "koster") stands beside `span`."""
    start, end = span
    return any(
        m.sought == 0 and m.likeness >= SAME and start - CLOSE <= m.start and m.end <= end + CLOSE
        for m in here
    )


def strayed(lens: Lens, there: Sequence[Match], near: Sequence[Match], names: frozenset[str]) -> float:
    """The share of the question's names that stand in the passage, but not near the stretch."""
    far = set(missing(lens, near)) - set(missing(lens, there))
    return share(lens, [n for n in far if lens.words[n] in names or is_number(lens.words[n])])


def is_other(text: str, span: Span) -> bool:
    """True for a number with a unit of its own: "51 meter", "87 pct." count nothing."""
    return _UNIT.match(text, span[1]) is not None


def best_span(text: str, spans: Sequence[Span], lens: Lens, here: Sequence[Match]) -> Span | None:
    """Which of `spans` answers: the one that counts what is counted, is a name, has most of the question beside it."""

    def rank(span: Span) -> tuple[bool, bool, float, int]:
        named = lens.expected is not None and is_named(lens.expected, text[slice(*span)])
        return (counts(text, span, lens, here), named, closeness(span, lens, here), -span[0])

    return max(spans, key=rank) if spans else None


def closeness(span: Span, lens: Lens, here: Sequence[Match]) -> float:
    start, end = span
    return lens.coverage([m for m in here if start - CLOSE <= m.start and m.end <= end + CLOSE])


def counts(text: str, span: Span, lens: Lens, here: Sequence[Match]) -> bool:
    """True when the word after "hvor mange" is what the number counts: "31 medlemmer", "Antal medlemmer: 31"."""
    if lens.counted is None:
        return False
    start, end = span
    thing = word(lens.words[lens.counted]).stem
    for match in here:
        if match.sought != lens.counted or match.likeness < LIKE:
            continue
        if not _is_head(thing, text[match.start : match.end].lower()):
            continue
        if end <= match.start and _AFTER.fullmatch(text, end, match.start):
            return match.start - end <= 1 or not is_other(text, span)
        if match.end <= start and _BEFORE.fullmatch(text, match.end, start) and not _OTHER.match(text, end):
            return True
    return False


def _is_head(thing: str, compound: str) -> bool:
    """True for "elbiler" where "biler" are counted, not for "bilgarager": a compound is what its last part is."""
    at = compound.rfind(thing)
    return at < 0 or len(compound) - at - len(thing) <= ENDING


def missing(lens: Lens, matches: Sequence[Match]) -> tuple[int, ...]:
    """The numbers of the words of the question that do not stand there."""
    there = {m.sought for m in matches if m.likeness >= LIKE}
    return tuple(n for n in range(len(lens.words)) if n not in there)


def is_lost(lens: Lens, absent: Sequence[int]) -> bool:
    """True when the word that tells most, verbs and light words apart, is one of the absent."""
    nouns = [n for n, light in enumerate(lens.light) if not light]
    return bool(nouns) and max(nouns, key=lambda n: lens.weights[n]) in absent


def share(lens: Lens, words: Sequence[int]) -> float:
    total = sum(lens.weights)
    return sum(lens.weights[n] for n in words) / total if total else 0.0


def new_words(stretch: str, inside: Sequence[Match]) -> float:
    """A bare heading tells nothing besides the words of the question."""
    said = {m.place for m in inside}
    new = sum(word not in STOPWORDS for word in words_of(stretch)) - len(said)
    return max(0, min(new, TELLING)) / TELLING
