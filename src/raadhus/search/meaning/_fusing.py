"""Words and meaning in one order: reciprocal ranks."""

from collections.abc import Collection, Sequence

from raadhus.search._rank import Candidate

FLAT = 10
"""How much the first places count before the next ones: the fewer, the more."""
BY_MEANING = 0.5
"""What a place by meaning counts beside a place by words."""


def fused(
    candidates: Sequence[Candidate], *, by_words: Collection[int], near: Sequence[int]
) -> list[Candidate]:
    """Return `candidates`, best by words first, in the order that both ways of finding give together.

    `by_words` are the passages that hold the words, `near` those that mean something like it, the nearest first. The
    score of a candidate stays what the closer look at its words gave.
    """
    places = {pk: place for place, pk in enumerate(near)}
    worded = [c for c in candidates if any(pk in by_words for pk in (c.passage_id, *c.again))]
    ranks = {c.passage_id: place for place, c in enumerate(worded)}

    def weight(candidate: Candidate) -> float:
        first = min(
            (places[pk] for pk in (candidate.passage_id, *candidate.again) if pk in places), default=None
        )
        words = 1 / (FLAT + ranks[candidate.passage_id]) if candidate.passage_id in ranks else 0.0
        return words + (BY_MEANING / (FLAT + first) if first is not None else 0.0)

    return sorted(candidates, key=lambda c: (-weight(c), c.passage_id))
