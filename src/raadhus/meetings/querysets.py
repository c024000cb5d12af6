"""Questions about meetings in the domain's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from raadhus.meetings.choices import Outcome
from raadhus.openness import Reader, visible
from raadhus.organisation.models import Organization

if TYPE_CHECKING:  # named in quotes below
    from raadhus.meetings.models import AgendaItem, Attachment, Meeting, MeetingSource  # noqa: F401


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, reader: Reader) -> MeetingQuerySet:
        return self.filter(visible(reader, organization="organization", published="published_at"))

    def of(self, organization: Organization) -> MeetingQuerySet:
        return self.filter(organization=organization)

    def in_year(self, year: int) -> MeetingQuerySet:
        return self.filter(date__year=year)

    def upcoming(self) -> MeetingQuerySet:
        """Those not yet held, the next first."""
        return self.filter(date__gte=timezone.localdate()).order_by("date", "start", "pk")

    def held(self) -> MeetingQuerySet:
        """Those held, the newest first; undated ones last."""
        return self.exclude(date__gte=timezone.localdate()).order_by(
            models.F("date").desc(nulls_last=True), "-start", "-pk"
        )


class MeetingSourceQuerySet(models.QuerySet["MeetingSource"]):
    def visible_to(self, reader: Reader) -> MeetingSourceQuerySet:
        return self.filter(
            visible(reader, organization="version__organization", published="version__published_at")
        )


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def visible_to(self, reader: Reader) -> AgendaItemQuerySet:
        """Those whose title and content the reader may see. An agenda shows the others by number only."""
        return self.filter(
            visible(
                reader,
                organization="meeting__organization",
                published="meeting__published_at",
                closed="closed",
            )
        )

    def closed(self) -> AgendaItemQuerySet:
        return self.filter(closed=True)

    def decided(self) -> AgendaItemQuerySet:
        """Work where the body did something, the newest meeting first and in the agenda's order."""
        decided = self.filter(
            decision__isnull=False, dropped=False, standing=False, meeting__date__isnull=False
        )
        decided = decided.exclude(decision__outcome=Outcome.NONE)
        return decided.order_by("-meeting__date", "-meeting__start", "meeting", "position", "pk")


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def visible_to(self, reader: Reader) -> AttachmentQuerySet:
        """Those that may be named: a file that was withdrawn takes its title with it."""
        own = visible(
            reader,
            organization="item__meeting__organization",
            published="item__meeting__published_at",
            closed="closed",
        )
        items = visible(
            reader,
            organization="item__meeting__organization",
            published="item__meeting__published_at",
            closed="item__closed",
        )
        files = visible(reader, organization="version__organization", published="version__published_at")
        return self.filter(own, items, files)
