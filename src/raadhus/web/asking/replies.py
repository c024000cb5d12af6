"""The answer that a page shows, and what goes with it. A model words it where there is one."""

from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.assistant import Answer
from raadhus.assistant.wording import Done, Step, model_in_use, worded
from raadhus.conversation.answering import reply
from raadhus.conversation.handbook import from_handbook
from raadhus.conversation.sharing import sees_all_of
from raadhus.openness import Reader

SET_OUT = ("who", "when", "how_many", "how_much")


@dataclass(frozen=True, slots=True)
class Shown:
    """`handbook` are the passages (ids) cited from the council's handbook; `closed` is true when not everyone may see
    all that is cited: it is not to be passed on."""

    answer: Answer
    handbook: frozenset[int]
    closed: bool

    @property
    def set_out(self) -> str:
        """The number, name or date that was asked for; empty where the answer is read as a whole."""
        short = self.answer.kind in SET_OUT and not self.answer.decisions
        return self.answer.highlight if short else ""

    @property
    def numbers(self) -> list[int]:
        return [citation.number for citation in self.answer.citations]


def shown(question: str, *, reader: Reader) -> Shown:
    """The whole answer, in a model's words where one is in use."""
    for step in steps(question, reader=reader):
        if isinstance(step, Done):
            return of(step.answer)
    raise RuntimeError("no answer came to its end")


def steps(question: str, *, reader: Reader) -> Iterator[Step]:
    """The answer as it comes; the last step is the whole of it."""
    found = reply(question, reader=reader)
    if model_in_use() is None:
        yield Done(found)
    else:
        yield from worded(question, reader=reader, given=found)


def of(answer: Answer) -> Shown:
    passages = cited(answer)
    return Shown(answer, from_handbook(passages), not sees_all_of(passages, reader=Reader.anonymous()))


def cited(answer: Answer) -> list[int]:
    """The passages (ids) that the answer shows anything of."""
    return [one.passage_id for one in (*answer.citations, *answer.nearest)]
