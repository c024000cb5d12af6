"""What an account asked: remembered for a while, forgotten on demand. The journal is told nothing of it.

The journal only grows; what may be deleted must not stand in it.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from raadhus.conversation.models import LONGEST, Question, SharedQuestion
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import User


def remember(text: str, *, user: User, by: Reader) -> None:
    """Keep what `user` asked, the newest first; asking the same again moves it up. Raises `NotAllowed`.

    Nothing is kept when `RAADHUS_HISTORY_DAYS` is 0, nor an empty question.
    """
    require_self(user, by)
    text = " ".join(text.split())[:LONGEST]
    if text and settings.RAADHUS_HISTORY_DAYS > 0:
        Question.objects.update_or_create(user=user, text=text, defaults={"asked_at": timezone.now()})


def forget(question: Question, *, by: Reader) -> None:
    """Forget one question. Raises `NotAllowed` for another's."""
    require_self(question.user, by)
    question.delete()


def forget_all(*, by: Reader) -> int:
    """Forget all that the reader asked; returns how many."""
    return Question.objects.of(by).delete()[0]


def forget_old(*, now: datetime | None = None) -> int:
    """Remove questions and links older than `RAADHUS_HISTORY_DAYS` days, whoever's they are; returns how many."""
    limit = (now or timezone.now()) - timedelta(days=settings.RAADHUS_HISTORY_DAYS)
    return (
        Question.objects.older_than(limit).delete()[0] + SharedQuestion.objects.older_than(limit).delete()[0]
    )


def require_self(user: User, reader: Reader) -> None:
    """Raise `NotAllowed` unless the reader is that very account: an administrator has no business here."""
    if user.username != reader.username:
        raise NotAllowed(reader, "another's questions")
