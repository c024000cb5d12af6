"""How well a text fits a query, word by word: for the order of hits, for marks and for answers."""

from dataclasses import dataclass
from functools import lru_cache

from raadhus.core.danish import Word, forms_in, raw_tokens, tokens, word_as_written
from raadhus.search._numbers import keys_kept, keys_sought, named_in
from raadhus.search._query import Asked, Sought
from raadhus.search._weights import WEIGHTS, Weights

EXACT = 1.0
SHOWN = WEIGHTS.as_part
"""Matches at least so good are marked in the text."""


@dataclass(frozen=True, slots=True)
class Match:
    """The word number `sought` of the query stands at `place` (counted in words), so and so alike."""

    sought: int
    place: int
    start: int
    end: int
    likeness: float


REMEMBERED = 8192
"""Passages whose words are kept ready: the same ones turn up in search after search. About 30 MB when full."""


@lru_cache(maxsize=REMEMBERED)
def _raw_tokens(text: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a passage as they stand, in order and each once."""
    raws = tuple(raw_tokens(text))
    return raws, frozenset(raws)


class Matcher:
    """Finds the words of one query in many texts; each word that turns up is looked at once."""

    def __init__(self, asked: Asked, weights: Weights = WEIGHTS) -> None:
        self._words = asked.words
        self._weights = weights
        self._seen: set[str] = set()
        self._known: dict[str, tuple[tuple[int, float], ...]] = {}
        self._headings: dict[str, list[Match]] = {}
        self._long = [(n, long) for n, s in enumerate(asked.words) for long in s.long]
        self._numbers = {s.word.text: n for n, s in enumerate(asked.words) if _may_be_a_form(s.word.text)}
        self._cases = {
            key: n
            for n, s in enumerate(asked.words)
            if s.word.text in asked.cases
            for key in keys_sought(s.word.text)
        }
        self._forms = {
            form
            for s in asked.words
            for form in (s.word.base, s.word.stem, *s.word.parts, *s.related, *s.alike)
        }

    def matches(self, text: str) -> list[Match]:
        """Every word of `text` that is one of the sought ones in some form, in order."""
        found: list[Match] = []
        raws, each = _raw_tokens(text)
        self._look_at(each)
        known = self._known
        if self._numbers:
            found += self._matches_of_forms(text)
        if self._cases:
            found += self._matches_of_cases(text)
        at = 0
        if not each.isdisjoint(known):
            for place, raw in enumerate(raws):
                if raw in known:
                    at = _standing(raw, text, at)
                    found += [Match(sought, place, at, at + len(raw), like) for sought, like in known[raw]]
                    at += len(raw)
        if self._long:
            found += self._matches_of_long_forms(text, raws)
        return sorted(found, key=_in_order) if self._numbers or self._long or self._cases else found

    def _matches_of_long_forms(self, text: str, raws: tuple[str, ...]) -> list[Match]:
        """Where what an abbreviation stands for is written out."""
        bases = [word_as_written(raw).base for raw in raws]
        found = []
        for sought, long in self._long:
            for place in range(len(bases) - len(long) + 1):
                if tuple(bases[place : place + len(long)]) == long:
                    told = tokens(text)[place : place + len(long)]
                    found.append(Match(sought, place, told[0].start, told[-1].end, self._weights.same_word))
        return found

    def _matches_of_cases(self, text: str) -> list[Match]:
        """Case numbers, however they are written."""
        return [
            Match(self._cases[key], len(raw_tokens(text[: named.start])), named.start, named.end, EXACT)
            for named in named_in(text)
            for key in keys_kept(named.number)
            if key in self._cases
        ]

    def _matches_of_forms(self, text: str) -> list[Match]:
        """Amounts, dates and paragraphs that are written otherwise than the ones sought."""
        return [
            Match(self._numbers[form.text], len(raw_tokens(text[: form.start])), form.start, form.end, EXACT)
            for form in forms_in(text)
            if form.text in self._numbers
        ]

    def matches_of_heading(self, heading: str) -> list[Match]:
        """The same, remembered: many passages stand under one heading."""
        if heading not in self._headings:
            self._headings[heading] = self.matches(heading)
        return self._headings[heading]

    def _look_at(self, raws: frozenset[str]) -> None:
        """Keep those of `raws` that are sought in some form; most are not, so this is where time goes."""
        forms = self._forms
        for raw in raws - self._seen:
            seen = word_as_written(raw)
            if seen.base in forms or seen.stem in forms or (seen.parts and not forms.isdisjoint(seen.parts)):
                alike = ((n, likeness(sought, seen, self._weights)) for n, sought in enumerate(self._words))
                if likenesses := tuple((n, like) for n, like in alike if like > 0):
                    self._known[raw] = likenesses
        self._seen |= raws


def _in_order(match: Match) -> int:
    return match.place


def _may_be_a_form(text: str) -> bool:
    return text.isdecimal() or text[:1] == "§" or (text[:1] == "d" and text[1:].isdecimal())


def _standing(raw: str, text: str, at: int) -> int:
    """Where the token `raw` stands next in `text`, not as a piece of another word or number."""
    while True:
        at = text.index(raw, at)
        end = at + len(raw)
        if not (_joined(text[at - 1 : at], raw[0]) or _joined(raw[-1], text[end : end + 1])):
            return at
        at += 1


def _joined(left: str, right: str) -> bool:
    return (left.isalpha() and right.isalpha()) or (left.isdigit() and right.isdigit())


def likeness(sought: Sought, seen: Word, by: Weights = WEIGHTS) -> float:
    """From 0 (another word) to 1 (the very form)."""
    w = sought.word
    if seen.text == w.text:
        return EXACT
    if seen.base == w.base and by.same_word:
        return by.same_word
    if seen.stem == w.stem and by.same_stem:
        return by.same_stem
    if seen.base in sought.related:
        return by.same_root
    if seen.base in sought.alike:
        return by.other_word
    if w.base in seen.parts:
        return by.as_part
    if any(form in seen.parts for form in sought.related):
        return by.as_part * by.same_root
    if seen.base in w.parts or (w.parts and seen.parts and set(w.parts) & set(seen.parts)):
        return by.half
    return 0.0


def coverage(matches: list[Match], weights: list[float]) -> float:
    """The share of the query, by weight, that the matches cover."""
    best = [0.0] * len(weights)
    for match in matches:
        if match.likeness > best[match.sought]:
            best[match.sought] = match.likeness
    total = sum(weights)
    return sum(map(float.__mul__, best, weights)) / total if total else 0.0


def best_window(matches: list[Match], weights: list[float], width: int) -> tuple[float, int, int]:
    """The share covered within `width` words of the place where most stands, and that place as offsets."""
    best = (0.0, 0, 0)
    start = 0
    for end in range(len(matches)):
        while matches[end].place - matches[start].place >= width:
            start += 1
        share = coverage(matches[start : end + 1], weights)
        if share > best[0]:
            best = (share, matches[start].start, matches[end].end)
    return best
