"""Subscription, the matches it found, and the mails that tell of them.

No text of a paper is kept here: what a mail says is put together when it is sent, as far as its reader may see
it then.
"""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from raadhus.documents.models import Passage, Version
from raadhus.following.choices import Frequency, Kind, Standing
from raadhus.following.query import Query, query_in
from raadhus.following.querysets import MailQuerySet, MatchQuerySet, SubscriptionQuerySet
from raadhus.meetings.models import AgendaItem


def new_token() -> str:
    return secrets.token_urlsafe(24)


class Subscription(models.Model):
    """A search or a case that somebody follows. Who holds the `token` may read its feed and stop its mail."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="subscriptions")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    address = models.CharField(max_length=1000)
    frequency = models.CharField(max_length=10, choices=Frequency.choices, default=Frequency.DAILY)
    language = models.CharField(max_length=10, default="da")
    token = models.CharField(max_length=64, unique=True, default=new_token)
    created_at = models.DateTimeField(auto_now_add=True)
    paused = models.BooleanField(default=False)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "address"], name="subscription_once"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="subscription_kind"),
            models.CheckConstraint(
                condition=Q(frequency__in=Frequency.values), name="subscription_frequency"
            ),
            models.CheckConstraint(condition=~Q(address=""), name="subscription_asks_for_something"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.kind} {self.address}"

    def get_absolute_url(self) -> str:
        return reverse("subscription", args=[self.pk])

    @property
    def query(self) -> Query:
        return query_in(self.address)


class Mail(models.Model):
    """A mail on its way: which matches it tells of is all it knows. Taken by a guarded update of `next_try_at`."""

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="mails")
    message_id = models.CharField(max_length=200, unique=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.WAITING)
    created_at = models.DateTimeField(auto_now_add=True)
    next_try_at = models.DateTimeField()
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["standing", "next_try_at"], name="mail_due")]
        constraints = [
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="mail_standing"),
            models.CheckConstraint(
                condition=Q(standing=Standing.SENT, sent_at__isnull=False)
                | (~Q(standing=Standing.SENT) & Q(sent_at__isnull=True)),
                name="mail_sent_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.message_id} {self.standing}"


class Match(models.Model):
    """What a subscription found: a passage, or an item on which people here have decided; exactly one is set.

    `fingerprint` is the same for the same text on the same meeting.
    """

    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="matches")
    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()
    mail = models.ForeignKey(Mail, on_delete=models.SET_NULL, null=True, blank=True, related_name="matches")

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "matches"
        indexes = [models.Index(fields=["subscription", "at"], name="match_newest")]
        constraints = [
            models.UniqueConstraint(fields=["subscription", "fingerprint"], name="match_told_once"),
            models.CheckConstraint(
                condition=Q(passage__isnull=False, item__isnull=True)
                | Q(passage__isnull=True, item__isnull=False),
                name="match_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id} -> {self.passage_id or self.item}"


class Awaited(models.Model):
    """A version that becomes public at a moment still to come: it is news then, not when it was stored."""

    version = models.OneToOneField(Version, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.version_id} {self.at}"
