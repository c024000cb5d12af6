"""The order of the best: words covered, words near each other, and whether what is asked for stands there."""

import math
import re
from dataclasses import dataclass, replace
from functools import lru_cache

import tantivy

from raadhus.core.danish import answers_of, is_named
from raadhus.search._match import REMEMBERED, Match, Matcher, best_window, coverage
from raadhus.search._query import Asked, Sought
from raadhus.search._weights import WEIGHTS, Weights

NEAR = 30
ENOUGH = 200
"""So many letters are enough to say something; a line or two is mostly a title."""
BESIDE = 25
"""A number stands so many letters before what it counts at most: "31 nyvalgte medlemmer"."""
BEFORE, AFTER = 150, 250
LEADERS = re.compile(r"\.{8}|(?:\. ){8}")
NO_SIGN = re.compile(r"[\W_]+")
CONTENTS = 3
"""So many lines with leaders are a table of contents."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage the index found. `score` is between 0 and about 1.

    `digest` is the same for the same text, however it is broken into lines and numbered; `again` are the
    passages with the same text, the best first.
    """

    passage_id: int
    score: float
    digest: str = ""
    page_top: str = ""
    again: tuple[int, ...] = ()


def idf_weights(asked: Asked, searcher: tantivy.Searcher, rarity: float = 1.0) -> list[float]:
    """What each word of the query tells: its own weight, more the fewer passages have it.

    A `rarity` below 1 lets the rarest word outweigh the others less: it may be one that no paper uses so. Only what
    everybody may read is counted: a score must not tell whether a word stands in something closed.
    """
    number = searcher.num_docs + 1
    return [s.weight * math.log(1 + number / (1 + _frequency(s, searcher))) ** rarity for s in asked.words]


def _frequency(sought: Sought, searcher: tantivy.Searcher) -> int:
    """In how many open passages it stands: what is closed has fields of its own."""
    return max(searcher.doc_freq("base", sought.word.base), searcher.doc_freq("stem", sought.word.stem))


def reranked(
    asked: Asked,
    hits: list[tuple[float, tantivy.DocAddress]],
    searcher: tantivy.Searcher,
    by: Weights = WEIGHTS,
) -> list[Candidate]:
    """The index's best hits in their final order, the same text once, with the others' places."""
    if not hits:
        return []
    look = _Look(asked, idf_weights(asked, searcher, by.rarity), Matcher(asked, by), by)
    top = max(score for score, _ in hits) or 1.0
    found = [_candidate(look, score / top, searcher.doc(at)) for score, at in hits]
    found.sort(key=lambda c: (-c.score, c.passage_id))
    return _folded(found)


@dataclass(frozen=True, slots=True)
class _Look:
    """What the best are looked at with."""

    asked: Asked
    tells: list[float]
    matcher: Matcher
    by: Weights


def _candidate(look: _Look, bm25: float, document: tantivy.Document) -> Candidate:
    by = look.by
    text, top, headings = (_stored(document, field) for field in ("text", "top", "heading"))
    matches = look.matcher.matches(text)
    body = _body_of(text, headings)
    told = [m for m in matches if m.start >= body]
    over = look.matcher.matches_of_heading(f"{headings} / {top}") + matches[: len(matches) - len(told)]
    own = coverage(told, look.tells)
    covered = own + by.heading * (coverage(told + over, look.tells) - own)
    near, start, end = best_window(told, look.tells, NEAR)
    within = [m for m in told if start <= m.start and m.end <= end]
    if within:
        near += by.heading_near * (coverage(within + over, look.tells) - near)
    score = by.found * bm25 + by.covered * covered + by.near * near
    if look.asked.expected is not None:
        score += by.kind * _answering(look, text, told, max(body, start - BEFORE), max(end, body) + AFTER)
    score += by.substance * min(1.0, (len(text) - body) / ENOUGH)
    return Candidate(passage_of(document), score, _squeezed(text[body:] or text), top)


def _answering(look: _Look, text: str, told: list[Match], first: int, last: int) -> float:
    """How surely something of the kind that is asked for stands near the words: 0 to 1.

    A number right beside what is counted is surer than one anywhere near; a name is surer than an office.
    """
    expected = look.asked.expected
    if expected is None:
        return 0.0
    near = [text[first + start : first + end] for start, end in answers_of(expected, text[first:last])]
    if not near:
        return 0.0
    if expected == "person":
        return 1.0 if any(is_named(expected, found) for found in near) else look.by.office
    if look.asked.counted is None:
        return 1.0
    things = (match for match in told if match.sought == look.asked.counted)
    return 1.0 if any(_counts(text, thing.start) for thing in things) else look.by.elsewhere


def _counts(text: str, at: int) -> bool:
    """Whether a number stands right before `at`."""
    before = text[max(0, at - 2 * BESIDE) : at]
    return any(end >= len(before) - BESIDE for _, end in answers_of("number", before))


@lru_cache(maxsize=REMEMBERED)
def _squeezed(text: str) -> str:
    """Letters and figures only: line breaks, hyphens and dots differ from print to print."""
    return NO_SIGN.sub("", text).lower()


@lru_cache(maxsize=REMEMBERED)
def _body_of(text: str, headings: str) -> int:
    """Where a passage begins to say something: after its own title, which says no more than the headings do.

    A table of contents is nothing but titles.
    """
    if len(LEADERS.findall(text)) >= CONTENTS:
        return len(text)
    at = 0
    for heading in headings.split(" / "):
        at = _after(heading, text, at)
    return at


def _after(heading: str, text: str, at: int) -> int:
    """Where `heading` ends that begins at `at`, over one line or several; `at` when it does not stand there."""
    end = at
    for word in heading.split():
        while text[end : end + 1].isspace():
            end += 1
        if not text.startswith(word, end):
            return at
        end += len(word)
    return end


def passage_of(document: tantivy.Document) -> int:
    return int(document["passage"][0])


def _stored(document: tantivy.Document, field: str) -> str:
    return bytes(document[field][0]).decode()


def _folded(found: list[Candidate]) -> list[Candidate]:
    places: dict[str, list[int]] = {}
    for candidate in found:
        places.setdefault(candidate.digest, []).append(candidate.passage_id)
    best = {ids[0]: tuple(ids[1:]) for ids in places.values()}
    kept = (c for c in found if c.passage_id in best)
    return [replace(c, again=best[c.passage_id]) if best[c.passage_id] else c for c in kept]
