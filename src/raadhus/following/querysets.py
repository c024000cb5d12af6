"""Questions about subscriptions, what they found, and their mail, in the domain's words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

from raadhus.following.choices import Frequency, Standing
from raadhus.openness import Reader

if TYPE_CHECKING:  # named in quotes below
    from raadhus.following.models import Mail, Match, Subscription  # noqa: F401


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def of(self, reader: Reader) -> SubscriptionQuerySet:
        """The reader's own; what another follows is nobody's business, not even the operator's on the web."""
        return self.filter(user__username=reader.username)

    def active(self) -> SubscriptionQuerySet:
        return self.filter(paused=False, user__is_active=True).select_related("user__person")

    def mailed(self) -> SubscriptionQuerySet:
        return self.active().exclude(frequency=Frequency.FEED).exclude(user__email="")


class MatchQuerySet(models.QuerySet["Match"]):
    def pending(self) -> MatchQuerySet:
        """Those not yet told of by mail."""
        return self.filter(mail=None)

    def newest(self) -> MatchQuerySet:
        return self.order_by("-at", "-pk")


class MailQuerySet(models.QuerySet["Mail"]):
    def due(self, now: datetime) -> MailQuerySet:
        return self.filter(standing=Standing.WAITING, next_try_at__lte=now).order_by("next_try_at", "pk")
