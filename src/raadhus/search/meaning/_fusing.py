"""Words and meaning in one order: reciprocal ranks."""

from collections.abc import Collection, Sequence

from raadhus.search._rank import Candidate

FLAT = 10
"""How much the first places count before the next ones: the fewer, the more."""
BESIDE, INSTEAD = 0.25, 1.0
"""What a place by meaning counts beside one by words: little where the words found all that was asked for, as much
where they found little of it."""
WELL, BADLY = 0.7, 0.3
"""The closer look's score of the best passage where the words have found all, and where they have not."""


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
    counts = _counts(max((c.score for c in worded), default=0.0))

    def weight(candidate: Candidate) -> float:
        ids = (candidate.passage_id, *candidate.again)
        first = min((places[pk] for pk in ids if pk in places), default=None)
        words = 1 / (FLAT + ranks[candidate.passage_id]) if candidate.passage_id in ranks else 0.0
        return words + (counts / (FLAT + first) if first is not None else 0.0)

    return sorted(candidates, key=lambda c: (-weight(c), c.passage_id))


def _counts(best: float) -> float:
    """What a place by meaning counts where the best passage by words has this score."""
    found = min(max((best - BADLY) / (WELL - BADLY), 0.0), 1.0)
    return BESIDE + (INSTEAD - BESIDE) * (1 - found)
