"""What does an answer cost as the town hall grows? Without a language model, as a reader who may not see all."""

import statistics
from typing import TypedDict

LIMIT_MS = 150.0


class Answered(TypedDict):
    """Milliseconds for an answer, whatever was found; `answered` of `questions` were not refused."""

    questions: int
    answered: int
    median_ms: float
    p95_ms: float


def measure_asking(asked: list[str]) -> Answered:
    """Ask each question once, after ten that are not counted. The town stands and Django is set up."""
    from raadhus.assistant import answer
    from raadhus.openness import Reader

    carla = Reader.anonymous()
    for text in asked[:10]:
        answer(text, reader=carla)
    said = [answer(text, reader=carla) for text in asked]
    took = [one.took_ms for one in said]
    return Answered(
        questions=len(asked),
        answered=sum(one.answered for one in said),
        median_ms=round(statistics.median(took), 1),
        p95_ms=round(statistics.quantiles(took, n=20)[-1], 1),
    )
