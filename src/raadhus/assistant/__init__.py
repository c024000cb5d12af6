"""Assistant: what do the passages say, and where? Answers with the proof beside them."""

from raadhus.assistant._answer import Answer, Citation, Kind, Later, Matter, Searched, Told
from raadhus.openness import Reader

__all__ = ["Answer", "Citation", "Kind", "Later", "Matter", "Searched", "Told", "answer"]


def answer(question: str, *, reader: Reader) -> Answer:
    """Answer from the passages that `reader` may see; refuse when they do not say it."""
    # Django reads this file before its tables are there.
    from raadhus.assistant._assistant import answered

    return answered(question, reader=reader)
