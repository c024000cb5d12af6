"""`raadhus evaluate FILE`: put questions with known answers to search and the assistant, and count."""

import argparse
from dataclasses import asdict
from typing import Any

from django.conf import settings

from raadhus.cli._answering import Answering, answering
from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import Failure, print_json, say
from raadhus.openness import Reader
from raadhus.search import catch_up, evaluation
from raadhus.search.evaluation import Question, Scores

OURS = "raadhus"
BY_WORDS = "raadhus, ordene alene"
HEADS = ("", "recall@1", "recall@5", "recall@10", "MRR", "nDCG@10")


@with_database
def run(arguments: argparse.Namespace) -> int:
    reader = reader_from(arguments.reader)
    try:
        questions = evaluation.questions_in(arguments.questions or evaluation.DEMO_QUESTIONS)
        near_misses = [] if arguments.questions else evaluation.questions_in(evaluation.NEAR_MISSES)
    except (ValueError, UnicodeDecodeError) as error:
        raise Failure(f"Spørgsmålene kan ikke læses: {error}", status=2) from None
    catch_up()
    if settings.RAADHUS_EMBEDDING_ADDRESS:
        _with_meaning()
    ranks = evaluation.asked_of(evaluation.our_search(reader), questions)
    search = {OURS: evaluation.scores_of(ranks)}
    if settings.RAADHUS_EMBEDDING_ADDRESS:
        by_words = evaluation.our_search(reader, by_meaning=False)
        search[BY_WORDS] = evaluation.scores_of(evaluation.asked_of(by_words, questions))
    missing: dict[str, str] = {}
    if arguments.rivals:
        others, missing = _rivals(questions, reader, arguments.postgresql)
        search |= others
    answers = answering([*questions, *near_misses], reader)
    steps = _steps(questions, reader) if arguments.ablation else {}
    if arguments.json:
        print_json(_document(search, missing, ranks, answers, steps))
        return 0
    _print([*questions, *near_misses], search, missing, answers, steps)
    return 0


def _with_meaning() -> None:
    """See that the model is there before it is measured."""
    from raadhus.search import meaning  # what it needs is there only where it is turned on

    now = meaning.status(reader=Reader.operator())
    if not meaning.wait_for_model() or now is None or not now.in_use:
        say("Søgning på betydning er slået til, men ikke klar (se raadhus embed): her måles ordene alene.")


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
    print("\n" + _line("svar, der er mindst så sikre", "rigtige", "afvist"))
    for point in answering.curve:
        print(_line(f"{point.least:.2f}", f"{point.right:.2f}", f"{point.refused:.2f}"))
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
