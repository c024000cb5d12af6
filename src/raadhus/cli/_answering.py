"""How often is the answer right, how often is a question without one refused, and what if it had to be surer?"""

from dataclasses import dataclass
from itertools import islice

from raadhus.assistant import Answer, answer
from raadhus.openness import Reader
from raadhus.search import evaluation
from raadhus.search.evaluation import Question

SAID, QUOTED, QUOTES = 600, 400, 3
"""So much of an answer counts: its beginning, and that of its first quotes."""

THRESHOLDS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


@dataclass(frozen=True, slots=True)
class Point:
    """What it would be if an answer had to be at least so sure."""

    least: float
    right: float
    refused: float


@dataclass(frozen=True, slots=True)
class Answering:
    """`right` of the questions with an answer, `refused` of those without; the questions where it went wrong."""

    right: float
    refused: float
    wrong: tuple[str, ...]
    not_refused: tuple[str, ...]
    curve: tuple[Point, ...]


def answering(questions: list[Question], reader: Reader) -> Answering:
    wrong, not_refused = [], []
    for question in questions:
        said = answer(question.text, reader=reader)
        if not question.answerable:
            not_refused += [question.id] if said.answered else []
        elif not (said.answered and _is_right(said, question)):
            wrong.append(question.id)
    answerable = sum(q.answerable for q in questions)
    return Answering(
        right=1 - len(wrong) / (answerable or 1),
        refused=1 - len(not_refused) / ((len(questions) - answerable) or 1),
        wrong=tuple(wrong),
        not_refused=tuple(not_refused),
        curve=_curve(questions, reader),
    )


def _curve(questions: list[Question], reader: Reader) -> tuple[Point, ...]:
    """The same for other thresholds: what is given at any sureness, held against how sure it is."""
    given = [(question, answer(question.text, reader=reader, least=0.0)) for question in questions]
    answerable = [(question, said) for question, said in given if question.answerable]
    others = [said for question, said in given if not question.answerable]
    points = []
    for least in THRESHOLDS:
        right = sum(
            _is_sure(said, least) and _is_right(said, question, least) for question, said in answerable
        )
        answered = sum(_is_sure(said, least) for said in others)
        points.append(Point(least, right / (len(answerable) or 1), 1 - answered / (len(others) or 1)))
    return tuple(points)


def _is_sure(said: Answer, least: float) -> bool:
    return said.answered and said.sureness >= least


def _is_right(said: Answer, question: Question, least: float = 0.0) -> bool:
    sure = (citation.quote[:QUOTED] for citation in said.citations if citation.sureness >= least)
    return evaluation.holds(f"{said.answer[:SAID]} {' '.join(islice(sure, QUOTES))}", question)
