"""Thumbs up and down, from accounts only: no stranger can fill the evaluation set, and each question counts once."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from raadhus.assistant import answer
from raadhus.conversation.choices import Reason
from raadhus.conversation.history import require_self
from raadhus.conversation.models import LONGEST, Verdict
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import User
from raadhus.organisation.readers import reader_of

UNKNOWN = "?"
"""The answer that a person has still to write; `raadhus evaluate` passes over such a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an evaluation set. `answer` is "-" where the right thing is to refuse."""

    id: str
    question: str
    answer: str
    source: str
    verdict: str
    comment: str


def judge(
    text: str, *, helpful: bool, reason: Reason | None = None, comment: str = "", user: User, by: Reader
) -> Verdict:
    """Say whether the answer was of use; said again, the last word counts. Raises `NotAllowed`."""
    require_self(user, by)
    said = {
        "helpful": helpful,
        "reason": "" if helpful or reason is None else reason,
        "comment": " ".join(comment.split())[:500],
        "at": timezone.now(),
    }
    return Verdict.objects.update_or_create(user=user, text=" ".join(text.split())[:LONGEST], defaults=said)[
        0
    ]


def take_back(text: str, *, by: Reader) -> None:
    """Take one's own verdict on a question back."""
    Verdict.objects.of(by).filter(text=" ".join(text.split())[:LONGEST]).delete()


def lines_of_all(*, by: Reader) -> Iterator[Line]:
    """Every verdict as a line of an evaluation set, without names. Raises `NotAllowed` unless `by` sees all.

    The answer of a helpful one is what the assistant finds now for whoever praised it; others wait for a person.
    """
    if not by.sees_all:
        raise NotAllowed(by, "export verdicts")
    for verdict in Verdict.objects.select_related("user"):
        yield Line(
            id=f"v{verdict.pk}",
            question=verdict.text,
            answer=_gold(verdict),
            source="-",
            verdict="ja" if verdict.helpful else f"nej: {verdict.reason or UNKNOWN}",
            comment=verdict.comment,
        )


def _gold(verdict: Verdict) -> str:
    if verdict.reason == Reason.NOT_THERE:
        return "-"
    if not verdict.helpful:
        return UNKNOWN
    said = answer(verdict.text, reader=reader_of(verdict.user, on=timezone.localdate()))
    if not said.citations:
        return UNKNOWN
    found = said.highlight or said.citations[0].quote[slice(*said.citations[0].answers)]
    return " ".join(found.replace("|", " ").split()) or UNKNOWN
