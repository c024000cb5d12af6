"""Whom a question is put to."""

from raadhus.assistant import Answer, answer
from raadhus.openness import Reader


def reply(question: str, *, reader: Reader) -> Answer:
    """Answer as `assistant.answer` does."""
    return answer(question, reader=reader)
