"""Passages that were found before, as a reader may see them now."""

from collections.abc import Iterable

from raadhus.openness import Reader
from raadhus.search._abbreviations import long_forms
from raadhus.search._hits import hits_of
from raadhus.search._query import understood
from raadhus.search._rank import Candidate
from raadhus.search._results import Hit


def found_again(passages: Iterable[int], *, text: str, reader: Reader) -> list[Hit]:
    """Return the passages with these ids as hits of `text`, in their order.

    Those the reader may not see today are left out: a right may have ended since they were found.
    """
    candidates = [Candidate(passage_id=pk, score=0.0) for pk in passages]
    asked = understood(text, long_forms=long_forms(text, reader=reader))
    return hits_of(candidates, asked=asked, reader=reader)
