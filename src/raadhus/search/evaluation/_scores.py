"""From the places where the answers stood to recall, MRR and nDCG."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from raadhus.openness import Reader
from raadhus.search._search import search
from raadhus.search._weights import WEIGHTS, Weights
from raadhus.search.evaluation._questions import LOOKED_AT, Question, holds

DEPTH = 10

Finder = Callable[[str], Iterable[str]]
"""From a question to the texts found, best first."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares from 0 to 1. `missed` are the questions whose answer is not among the first ten."""

    questions: int
    recall_at_1: float
    recall_at_5: float
    recall_at_10: float
    mrr: float
    ndcg_at_10: float
    missed: tuple[str, ...]


def our_search(reader: Reader, weights: Weights = WEIGHTS, *, by_meaning: bool = True) -> Finder:
    def find(text: str) -> Iterable[str]:
        found = search(text, reader=reader, limit=DEPTH, weights=weights, by_meaning=by_meaning)
        return (hit.text for hit in found.hits)

    return find


def asked_of(find: Finder, questions: Iterable[Question]) -> dict[str, int | None]:
    """At which place (from 1) each answerable question's answer stood; None when it was not found."""
    return {q.id: _rank(q, find(q.text)) for q in questions if q.answerable}


def _rank(question: Question, texts: Iterable[str]) -> int | None:
    found = (n for n, text in enumerate(texts, 1) if n <= DEPTH and holds(text[:LOOKED_AT], question))
    return next(found, None)


def scores_of(ranks: dict[str, int | None]) -> Scores:
    """One answer is enough: nDCG is that of the first place where it stands."""
    number = len(ranks) or 1
    found = [rank for rank in ranks.values() if rank is not None]
    return Scores(
        questions=len(ranks),
        recall_at_1=sum(rank <= 1 for rank in found) / number,
        recall_at_5=sum(rank <= 5 for rank in found) / number,
        recall_at_10=len(found) / number,
        mrr=sum(1 / rank for rank in found) / number,
        ndcg_at_10=sum(1 / math.log2(rank + 1) for rank in found) / number,
        missed=tuple(question for question, rank in ranks.items() if rank is None),
    )
