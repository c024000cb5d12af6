"""What meaning adds to one search: the passages that are near, and their place among those the words found."""

import logging
from collections.abc import Sequence

import tantivy

from raadhus.openness import Reader
from raadhus.search._lookup import these
from raadhus.search._query import LONGEST, Asked
from raadhus.search._rank import Candidate, passage_of, reranked
from raadhus.search._weights import Weights
from raadhus.search.language import Days, Organ, Terms, read
from raadhus.search.meaning._asking import vector_of
from raadhus.search.meaning._file import shelf
from raadhus.search.meaning._fusing import fused
from raadhus.search.meaning._nearest import Condition, nearest
from raadhus.search.meaning._setting import setting

FILTERS = (Organ, Terms, Days)

log = logging.getLogger(__name__)


def near(
    text: str,
    asked: Asked,
    *,
    reader: Reader,
    searcher: tantivy.Searcher,
    conditions: list[Condition],
    narrowed: bool,
) -> tuple[int, ...]:
    """Return the passages nearest in meaning to `text` that fulfil the conditions, the nearest first.

    None for an expression (a phrase, a case number, OR, NEAR, -not): there the words decide. None either while the
    model in use has not been through everything once, or does not answer in time.
    """
    chosen, words = setting(), _free_words(text, asked)
    on = shelf(chosen.model) if chosen and words else None
    if chosen is None or on is None:
        return ()
    vector = vector_of(words, chosen)
    if vector is None:
        return ()
    if len(vector) != on.index.d:
        log.warning("Searching by words alone: the model's vectors are of another length than those kept.")
        return ()
    try:
        found = nearest(
            vector, on=on, reader=reader, searcher=searcher, conditions=conditions, narrowed=narrowed
        )
    except (RuntimeError, ValueError, OSError):
        log.warning("Searching by words alone: the neighbours' file cannot be read.", exc_info=True)
        return ()
    return tuple(found)


def _free_words(text: str, asked: Asked) -> str:
    """The text without its filters; empty where it is more than free words."""
    if asked.phrases or asked.cases or not all(isinstance(node, FILTERS) for node in asked.conditions):
        return ""
    free = read(text[:LONGEST]).free
    return free if any(letter.isalpha() for letter in free) else ""


def closer_look(
    asked: Asked,
    hits: list[tuple[float, tantivy.DocAddress]],
    near: Sequence[int],
    searcher: tantivy.Searcher,
    weights: Weights,
) -> list[Candidate]:
    """The index's best hits and those that are near, in one order."""
    by_words = {passage_of(searcher.doc(at)) for score, at in hits if score > 0}
    others = [pk for pk in near if pk not in by_words]
    more = searcher.search(these(others), limit=len(others), count=False).hits if others else []
    looked_at = [hit for hit in hits if hit[0] > 0] + [(0.0, at) for _, at in more]
    return fused(reranked(asked, looked_at, searcher, weights), by_words=by_words, near=near)
