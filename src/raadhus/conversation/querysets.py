"""Questions about what somebody asked, in the domain's words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

from raadhus.openness import Reader

if TYPE_CHECKING:  # named in quotes below
    from raadhus.conversation.models import Question, SharedQuestion, Verdict  # noqa: F401


class QuestionQuerySet(models.QuerySet["Question"]):
    def of(self, reader: Reader) -> QuestionQuerySet:
        """The reader's own; what another asked is nobody's business, not even an administrator's."""
        return self.filter(user__username=reader.username)

    def older_than(self, moment: datetime) -> QuestionQuerySet:
        return self.filter(asked_at__lt=moment)


class SharedQuestionQuerySet(models.QuerySet["SharedQuestion"]):
    def of(self, reader: Reader) -> SharedQuestionQuerySet:
        return self.filter(user__username=reader.username)

    def older_than(self, moment: datetime) -> SharedQuestionQuerySet:
        return self.filter(shared_at__lt=moment)


class VerdictQuerySet(models.QuerySet["Verdict"]):
    def of(self, reader: Reader) -> VerdictQuerySet:
        return self.filter(user__username=reader.username)
