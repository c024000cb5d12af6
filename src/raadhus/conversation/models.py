"""What an account asked, passed on and thought of the answers. No answer is kept: it is asked for again.

Those without an account leave nothing here; their conversation stands in the address of the page alone.
"""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from raadhus.conversation.choices import Reason
from raadhus.conversation.querysets import QuestionQuerySet, SharedQuestionQuerySet, VerdictQuerySet
from raadhus.documents.models import Document
from raadhus.organisation.models import Organization

LONGEST = 300
"""So many characters a question may have."""


def new_token() -> str:
    return secrets.token_urlsafe(24)


class Question(models.Model):
    """A question as it was asked, made whole. The user's own, gone when it is deleted or too old."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="questions")
    text = models.CharField(max_length=LONGEST)
    asked_at = models.DateTimeField(db_index=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "text"], name="question_once"),
            models.CheckConstraint(condition=~Q(text=""), name="question_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.asked_at:%Y-%m-%d}"  # never the words: this may end in a log


class SharedQuestion(models.Model):
    """A question passed on as a link. It is asked again for whoever opens it.

    `audience` are those who may read the question; null: everyone with the link. `passages` (ids) are what the answer
    stood on when it was shared: who may not see every one of them may not see the question either.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=LONGEST)
    token = models.CharField(max_length=64, unique=True, default=new_token)
    audience = models.ForeignKey(Organization, on_delete=models.CASCADE, null=True, related_name="+")
    passages = models.JSONField(default=list)
    shared_at = models.DateTimeField(db_index=True)

    objects = SharedQuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-shared_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.shared_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("shared-question", args=[self.token])


class Verdict(models.Model):
    """What an account thought of the answer to a question; one for each question, the last one counts."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=LONGEST)
    helpful = models.BooleanField()
    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)
    comment = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "text"], name="verdict_once"),
            models.CheckConstraint(condition=Q(reason__in=["", *Reason.values]), name="verdict_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {'+' if self.helpful else '-'}"


class Handbook(models.Model):
    """A document that is the council's handbook: practical questions are answered from it first."""

    document = models.OneToOneField(Document, on_delete=models.CASCADE, related_name="+")
    marked_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.document_id)
