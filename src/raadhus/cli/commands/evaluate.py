"""`raadhus evaluate FILE`: put questions with known answers to search and the assistant, and count."""

import argparse
from dataclasses import asdict, dataclass
from typing import Any

from raadhus.assistant import answer
from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import Failure, print_json, say
from raadhus.openness import Reader
from raadhus.search import catch_up, evaluation
from raadhus.search.evaluation import Question, Scores

SAID, QUOTED, QUOTES = 600, 400, 3
"""So much of an answer counts: its beginning, and that of its first quotes."""

OURS = "raadhus"
HEADS = ("", "recall@1", "recall@5", "recall@10", "MRR", "nDCG@10")


@dataclass(frozen=True, slots=True)
class Answering:
    """`right` of the questions with an answer, `refused` of those without; the questions where it went wrong."""

    right: float
    refused: float
    wrong: tuple[str, ...]
    not_refused: tuple[str, ...]


@with_database
def run(arguments: argparse.Namespace) -> int:
    reader = reader_from(arguments.reader)
    try:
        questions = evaluation.questions_in(arguments.questions or evaluation.DEMO_QUESTIONS)
    except (ValueError, UnicodeDecodeError) as error:
        raise Failure(f"Spørgsmålene kan ikke læses: {error}", status=2) from None
    catch_up()
    ranks = evaluation.asked_of(evaluation.our_search(reader), questions)
    search = {OURS: evaluation.scores_of(ranks)}
    missing: dict[str, str] = {}
    if arguments.rivals:
        others, missing = _rivals(questions, reader, arguments.postgresql)
        search |= others
    answering = _answering(questions, reader)
    steps = _steps(questions, reader) if arguments.ablation else {}
    if arguments.json:
        print_json(_document(search, missing, ranks, answering, steps))
        return 0
    _print(questions, search, missing, answering, steps)
    return 0


def _rivals(
    questions: list[Question], reader: Reader, postgresql: str
) -> tuple[dict[str, Scores], dict[str, str]]:
    """The rivals' scores, and why the others have none."""
    scores, missing = {}, {}
    for rival in evaluation.rivals(reader, postgresql=postgresql):
        if rival.stand is None:
            missing[rival.name] = rival.why
            continue
        say(f"{rival.name} ...")
        with rival.stand() as find:
            scores[rival.name] = evaluation.scores_of(evaluation.asked_of(find, questions))
    return scores, missing


def _steps(questions: list[Question], reader: Reader) -> dict[str, Scores]:
    return {
        step: evaluation.scores_of(evaluation.asked_of(evaluation.our_search(reader, weights), questions))
        for step, weights in evaluation.STEPS.items()
    }


def _answering(questions: list[Question], reader: Reader) -> Answering:
    wrong, not_refused = [], []
    for question in questions:
        said = answer(question.text, reader=reader)
        quotes = " ".join(citation.quote[:QUOTED] for citation in said.citations[:QUOTES])
        if not question.answerable:
            not_refused += [question.id] if said.answered else []
        elif not (said.answered and evaluation.holds(f"{said.answer[:SAID]} {quotes}", question)):
            wrong.append(question.id)
    answerable = sum(q.answerable for q in questions)
    return Answering(
        right=1 - len(wrong) / (answerable or 1),
        refused=1 - len(not_refused) / ((len(questions) - answerable) or 1),
        wrong=tuple(wrong),
        not_refused=tuple(not_refused),
    )


def _document(
    search: dict[str, Scores],
    missing: dict[str, str],
    ranks: dict[str, int | None],
    answering: Answering,
    steps: dict[str, Scores],
) -> dict[str, Any]:
    return {
        "search": {name: asdict(scores) for name, scores in search.items()},
        "not_measured": missing,
        "ranks": ranks,
        "answers": asdict(answering),
        "without": {step: asdict(scores) for step, scores in steps.items()},
    }


def _print(
    questions: list[Question],
    search: dict[str, Scores],
    missing: dict[str, str],
    answering: Answering,
    steps: dict[str, Scores],
) -> None:
    print(_line("", *HEADS[1:]))
    for name, scores in search.items():
        print(_row(name, scores))
    for name, why in missing.items():
        print(_line(name, why))
    if steps:
        print("\n" + _line("uden", *HEADS[1:]))
        for step, scores in steps.items():
            print(_row(step, scores))
    print(f"\nSvar rigtige {answering.right:.2f}, afvist {answering.refused:.2f}")
    _name("Ikke fundet blandt de ti første", search[OURS].missed, questions)
    _name("Svaret forkert eller afvist", answering.wrong, questions)
    _name("Skulle være afvist", answering.not_refused, questions)


def _row(name: str, scores: Scores) -> str:
    s = scores
    told = (s.recall_at_1, s.recall_at_5, s.recall_at_10, s.mrr, s.ndcg_at_10)
    return _line(name, *(f"{value:.2f}" for value in told))


def _line(name: str, *cells: str) -> str:
    return f"{name:<46}" + "".join(f"{cell:>11}" for cell in cells)


def _name(what: str, ids: tuple[str, ...], questions: list[Question]) -> None:
    if ids:
        texts = {q.id: q.text for q in questions}
        print(f"\n{what}:")
        for one in ids:
            print(f"  {one}  {texts[one]}")
