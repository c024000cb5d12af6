"""Which passages mean something like it, among those this reader may be led to and these conditions let through."""

import math
import time
from collections.abc import Collection
from typing import Any

import faiss
import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur, Query

from raadhus.openness import Reader
from raadhus.search._lookup import both, these
from raadhus.search.meaning._file import LOOKED_INTO, Shelf

MOST = 30
"""So many neighbours take part in a search."""
STANDS_OUT = 3.5
"""A neighbour is one that lies so many (robust) deviations nearer than any passage does."""
LISTED = 20_000
"""Filters that leave no more than this are listed, and searched exactly; others are tried on the neighbours found."""
DEPTHS = (200, 2_000, 20_000)

Condition = tuple[Occur, Query]


def nearest(
    vector: NDArray[np.float32],
    *,
    on: Shelf,
    reader: Reader,
    searcher: tantivy.Searcher,
    conditions: list[Condition],
    narrowed: bool,
) -> list[int]:
    """Return the ids of at most `MOST` passages, the nearest first.

    What the reader may not see is left out before anything is compared; the `conditions`, which say it once more, and
    `narrowed` when they say more than that, hold for each passage that comes back.
    """
    allowed = _mask(on, reader)
    listed = _listed(searcher, conditions) if narrowed else None
    if listed is not None:
        allowed &= np.isin(on.passages, listed)
    number, least, found = int(allowed.sum()), _least(on, vector), list[int]()
    for depth in DEPTHS:
        near = _neighbours(on, vector, allowed, min(depth, number), least, everywhere=listed is not None)
        kept = set(_let_through(near, searcher, conditions))
        found = [pk for pk in near if pk in kept][:MOST]
        if len(found) == MOST or len(near) < depth or not narrowed:
            break
    return found


def _mask(on: Shelf, reader: Reader) -> NDArray[np.bool_]:
    """Row by row whether the reader may be led there: the rule of openness, as the index has it."""
    if reader.sees_all:
        return np.ones(len(on.passages), dtype=np.bool_)
    public = (on.public_from > 0) & (on.public_from <= int(time.time()))
    return public | np.isin(on.owners, list(reader.organizations))


def _least(on: Shelf, vector: NDArray[np.float32]) -> float:
    """How alike a passage must be at least.

    There is always a nearest passage, also to a question that nothing answers, and each model has a scale of its
    own. What is usual is read from a sample of what everyone may read; where there is nothing of that, nothing can
    be said to stand out.
    """
    if not len(on.sample):
        return math.inf
    usual = on.sample @ vector
    middle = float(np.median(usual))
    return middle + max(STANDS_OUT * 1.4826 * float(np.median(np.abs(usual - middle))), 1e-3)


def _neighbours(
    on: Shelf,
    vector: NDArray[np.float32],
    allowed: NDArray[np.bool_],
    depth: int,
    least: float,
    *,
    everywhere: bool,
) -> list[int]:
    if depth == 0:
        return []
    bits = np.packbits(allowed, bitorder="little")
    chosen = faiss.IDSelectorBitmap(len(allowed), faiss.swig_ptr(bits))
    faiss.omp_set_num_threads(1)  # the other cores have other searches
    alike, rows = on.index.search(vector[np.newaxis, :], depth, params=_how(on.index, chosen, everywhere))
    return [
        int(on.passages[row]) for how, row in zip(alike[0], rows[0], strict=True) if row >= 0 and how >= least
    ]


def _how(index: Any, chosen: Any, everywhere: bool) -> Any:
    if not isinstance(index, faiss.IndexIVF):
        return faiss.SearchParameters(sel=chosen)  # type: ignore[call-arg]  # missing in faiss's type hints
    cells = index.nlist if everywhere else max(16, int(index.nlist * LOOKED_INTO))
    return faiss.SearchParametersIVF(sel=chosen, nprobe=cells)  # type: ignore[call-arg]


def _listed(searcher: tantivy.Searcher, conditions: list[Condition]) -> list[int] | None:
    """What the conditions leave, where that is little enough to be listed."""
    query = both(Query.all_query(), conditions)
    number = int(searcher.search(query, limit=1).count)  # type: ignore[attr-defined]  # missing in the type hints
    return _passages(searcher, query, max(number, 1)) if number <= LISTED else None


def _let_through(
    passages: Collection[int], searcher: tantivy.Searcher, conditions: list[Condition]
) -> list[int]:
    if not passages:
        return []
    return _passages(searcher, both(these(passages), conditions), len(passages))


def _passages(searcher: tantivy.Searcher, query: Query, limit: int) -> list[int]:
    found = [at for _, at in searcher.search(query, limit=limit, count=False).hits]
    return [int(pk) for pk in searcher.fast_field_values("passage", found) if pk is not None]
