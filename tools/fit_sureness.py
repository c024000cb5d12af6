#!/usr/bin/env python3
"""Fit the weights of `raadhus/assistant/_sureness.py` on the questions to the invented municipality.

usage: RAADHUS_HOME=<a house with nothing but `raadhus demo`> .venv/bin/python tools/fit_sureness.py

Every stretch that search brings for a question is an example: it answers, or it does not. Logistic regression by
Newton's method; each question weighs the same. Prints how well the questions are foretold from each other, at each
threshold, and the weights to put into the module.
"""

import math
import os
import random
from collections.abc import Sequence

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.project.settings")
django.setup()

from raadhus.assistant._citations import citation_of  # noqa: E402 - Django first
from raadhus.assistant._looking import look  # noqa: E402
from raadhus.assistant._signals import Signals  # noqa: E402
from raadhus.assistant._weigh import Find  # noqa: E402
from raadhus.assistant.understanding import understood  # noqa: E402
from raadhus.openness import Reader  # noqa: E402
from raadhus.search import catch_up, evaluation  # noqa: E402

RIDGE = 1.0
"""Holds the weights back where the examples say little."""

PARTS = 5
"""Each part of the questions is foretold from the others."""

WEIGHT = 4.0
"""What a question weighs, however many stretches it brings."""

QUOTES = 3
"""So many quotes of an answer are looked at."""

Example = tuple[list[float], bool, bool]
"""The signals after a 1 for the constant; whether the stretch answers; whether its quote does."""

Asked = tuple[bool, list[Example]]
"""Is the question answerable, and what was found for it?"""


def examples_of(question: evaluation.Question) -> list[Example]:
    asked = understood(question.text)
    if asked.kind == "decision":
        return []
    finds = look(asked, reader=Reader.operator()).finds
    return [_example(find, question) for find in finds if find.sureness > 0]


def _example(find: Find, question: evaluation.Question) -> Example:
    quote = citation_of(find.hit, find.start, find.end, number=1).quote
    answers = question.answerable and evaluation.holds(find.sentence, question)
    return [1.0, *find.signals.values()], answers, question.answerable and evaluation.holds(quote, question)


def fitted(questions: Sequence[list[Example]]) -> list[float]:
    size = len(questions[0][0][0])
    weights = [0.0] * size
    for _ in range(30):
        gradient = [-RIDGE * w if n else 0.0 for n, w in enumerate(weights)]
        bend = [
            [RIDGE if n == m and n else 1e-6 if n == m else 0.0 for m in range(size)] for n in range(size)
        ]
        for examples in questions:
            for values, answers, _ in examples:
                p = chance(weights, values)
                for n in range(size):
                    gradient[n] += (answers - p) * values[n] * WEIGHT / len(examples)
                    for m in range(size):
                        bend[n][m] += p * (1 - p) * values[n] * values[m] * WEIGHT / len(examples)
        step = solved(bend, gradient)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def chance(weights: list[float], values: list[float]) -> float:
    return 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, values, strict=True))))


def solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss: `matrix` x = `right`."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for n in range(size):
        pivot = max(range(n, size), key=lambda m: abs(rows[m][n]))
        rows[n], rows[pivot] = rows[pivot], rows[n]
        for m in range(size):
            if m != n and rows[m][n]:
                factor = rows[m][n] / rows[n][n]
                rows[m] = [a - factor * b for a, b in zip(rows[m], rows[n], strict=True)]
    return [row[-1] / row[n] for n, row in enumerate(rows)]


def foretold(asked: Sequence[Asked]) -> list[tuple[bool, float, bool]]:
    """For each question: is it answerable, how sure is the best stretch, and is it right?"""
    found = []
    for part in range(PARTS):
        weights = fitted(
            [examples for n, (_, examples) in enumerate(asked) if n % PARTS != part and examples]
        )
        found += [_best(weights, *one) for one in asked[part::PARTS]]
    return found


def _best(weights: list[float], answerable: bool, examples: list[Example]) -> tuple[bool, float, bool]:
    ranked = sorted(((chance(weights, values), a, q) for values, a, q in examples), reverse=True)
    right = bool(ranked) and (ranked[0][1] or any(quoted for _, _, quoted in ranked[:QUOTES]))
    return answerable, ranked[0][0] if ranked else 0.0, right


def table(found: Sequence[tuple[bool, float, bool]]) -> str:
    """For each threshold: right answers among the answerable, refusals among the others."""
    there = [(sure, right) for answerable, sure, right in found if answerable]
    not_there = [sure for answerable, sure, _ in found if not answerable]
    lines = []
    for percent in range(10, 60, 2):
        least = percent / 100
        answered = sum(sure >= least and right for sure, right in there) / len(there)
        refused = sum(sure < least for sure in not_there) / len(not_there)
        lines.append(f"{least:.2f}  {answered:.3f}  {refused:.3f}")
    return "\n".join(lines)


def main() -> None:
    catch_up()
    files = (evaluation.DEMO_QUESTIONS, evaluation.NEAR_MISSES)
    questions = [q for file in files for q in evaluation.questions_in(file)]
    asked = [(q.answerable, examples_of(q)) for q in questions if understood(q.text).kind != "decision"]
    random.Random(3).shuffle(asked)
    print(table(foretold(asked)), end="\n\n")
    constant, *weights = fitted([examples for _, examples in asked if examples])
    print(f"CONSTANT = {constant:.2f}")
    print("WEIGHTS = {")
    for name, weight in zip(Signals.__dataclass_fields__, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print("}")


if __name__ == "__main__":
    main()
