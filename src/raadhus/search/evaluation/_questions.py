"""A file of questions: tab-separated `id, question, answer, source`, the answer as it stands in the papers."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

DEMO_QUESTIONS = Path(__file__).with_name("demo-questions.tsv")
"""Our own, about the invented municipality."""

NEAR_MISSES = Path(__file__).with_name("near-misses.tsv")
"""More of them: most ask for what stands near something that is there, and is not."""

LOOKED_AT = 1200
"""So much of a passage counts: what a hit shows."""

_BROKEN = re.compile(r"(\w)-\s+(?=[a-zæøå])")


@dataclass(frozen=True, slots=True)
class Question:
    """`answers` are texts any one of which is the answer; none when it is to be refused."""

    id: str
    text: str
    answers: tuple[str, ...]

    @property
    def answerable(self) -> bool:
        return bool(self.answers)


def questions_in(path: Path) -> list[Question]:
    """The questions of a file, in order; an answer of "-" is none, one of "?" is not known yet and left out.

    Raises `OSError` and `ValueError`.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or not {"id", "question", "answer"} <= rows[0].keys():
        raise ValueError(f"{path}: id, question, answer")
    return [_question(row) for row in rows if row["question"] and row["answer"] != "?"]


def _question(row: dict[str, str]) -> Question:
    answer = (row["answer"] or "").strip()
    answers = () if answer in ("", "-") else tuple(flat(a) for a in answer.split("|"))
    return Question(row["id"], row["question"], answers)


def flat(text: str) -> str:
    """Lower case, on one line, words broken over two lines made whole."""
    return " ".join(_BROKEN.sub(r"\1", text).lower().split())


def holds(text: str, question: Question) -> bool:
    """True when the answer stands in `text`."""
    said = flat(text)
    return any(answer in said for answer in question.answers)
