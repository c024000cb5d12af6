"""The order of the best: words covered, words near each other, and whether what is asked for stands there."""

import math
from dataclasses import dataclass

import tantivy

from raadhus.core.danish import answers_of
from raadhus.search._match import Matcher, best_window, coverage
from raadhus.search._query import Asked
from raadhus.search._weights import WEIGHTS, Weights

NEAR = 30
BEFORE, AFTER = 150, 250


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage the index found. `score` is between 0 and about 1; `digest` is the same for the same text."""

    passage_id: int
    score: float
    digest: str = ""
    page_top: str = ""


def idf_weights(asked: Asked, searcher: tantivy.Searcher) -> list[float]:
    """What each word of the query tells: its own weight, more the fewer passages have it."""
    number = searcher.num_docs + 1
    return [
        s.weight * math.log(1 + number / (1 + _frequency(s.word.base, s.word.stem, searcher)))
        for s in asked.words
    ]


def _frequency(base: str, stem: str, searcher: tantivy.Searcher) -> int:
    return max(searcher.doc_freq("base", base), searcher.doc_freq("stem", stem))


def reranked(
    asked: Asked,
    hits: list[tuple[float, tantivy.DocAddress]],
    searcher: tantivy.Searcher,
    by: Weights = WEIGHTS,
) -> list[Candidate]:
    """The index's best hits in their final order, the same text twice only at the end."""
    if not hits:
        return []
    look = _Look(asked, idf_weights(asked, searcher), Matcher(asked, by), by)
    top = max(score for score, _ in hits) or 1.0
    found = [_candidate(look, score / top, searcher.doc(at)) for score, at in hits]
    found.sort(key=lambda c: (-c.score, c.passage_id))
    return _doubles_last(found)


@dataclass(frozen=True, slots=True)
class _Look:
    """What the best are looked at with."""

    asked: Asked
    tells: list[float]
    matcher: Matcher
    by: Weights


def _candidate(look: _Look, bm25: float, document: tantivy.Document) -> Candidate:
    by = look.by
    text, top = _stored(document, "text"), _stored(document, "top")
    heading = f"{_stored(document, 'heading')} / {top}"
    matches = look.matcher.matches(text)
    own = coverage(matches, look.tells)
    with_heading = coverage(matches + look.matcher.matches_of_heading(heading), look.tells)
    covered = own + by.heading * (with_heading - own)
    near, start, end = best_window(matches, look.tells, NEAR)
    score = by.found * bm25 + by.covered * covered + by.near * near
    if look.asked.expected is not None:
        window = text[max(0, start - BEFORE) : end + AFTER]
        score += by.kind * any(True for _ in answers_of(look.asked.expected, window))
    return Candidate(passage_of(document), score, "".join(text.lower().split()), top)


def passage_of(document: tantivy.Document) -> int:
    return int(document["passage"][0])


def _stored(document: tantivy.Document, field: str) -> str:
    return bytes(document[field][0]).decode()


def _doubles_last(found: list[Candidate]) -> list[Candidate]:
    seen: set[str] = set()
    first: list[Candidate] = []
    again: list[Candidate] = []
    for candidate in found:
        (again if candidate.digest in seen else first).append(candidate)
        seen.add(candidate.digest)
    return first + again
