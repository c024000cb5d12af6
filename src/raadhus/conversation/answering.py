"""Whom a question is put to: the council's handbook first when it is a practical one, then all of the material."""

from raadhus.assistant import Answer, answer
from raadhus.conversation.handbook import handbook_versions, is_practical
from raadhus.openness import Reader


def reply(question: str, *, reader: Reader) -> Answer:
    """Answer as `assistant.answer` does; a practical question from the handbook, where it says so."""
    if is_practical(question) and (versions := handbook_versions(reader=reader)):
        said = answer(question, reader=reader, versions=versions)
        if said.answered:
            return said
    return answer(question, reader=reader)
