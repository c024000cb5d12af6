"""The journal: append-only, one row for every change worth remembering.

It is audit trail, search feed and source of the workload figures at once. A consumer marks each entry
as done; it never remembers "the last id", because transactions commit out of order.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, NoReturn

from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone


class JournalQuerySet(models.QuerySet["JournalEntry"]):
    def unseen_by(self, consumer: str) -> "JournalQuerySet":
        """Entries that `consumer` has not marked yet, oldest first. Those below its floor are not looked through."""
        marks = JournalMark.objects.filter(consumer=consumer, entry=OuterRef("pk"))
        floor = JournalFloor.objects.filter(consumer=consumer).values("mark__entry")[:1]
        return self.filter(~Exists(marks), pk__gt=Coalesce(Subquery(floor), 0)).order_by("pk")

    def about(self, subject: models.Model) -> "JournalQuerySet":
        return self.filter(subject=subject._meta.label_lower, subject_id=subject.pk)

    def update(self, **kwargs: Any) -> NoReturn:
        raise TypeError("the journal is append-only")

    def delete(self) -> NoReturn:
        raise TypeError("the journal is append-only")


class JournalEntry(models.Model):
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.CharField(max_length=150)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()
    data = models.JSONField(default=dict)

    objects = JournalQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "journal entries"
        indexes = [models.Index(fields=["subject", "subject_id"])]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.subject} {self.subject_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("the journal is append-only")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError("the journal is append-only")


class JournalMark(models.Model):
    """`consumer` has dealt with `entry`."""

    consumer = models.CharField(max_length=80)
    entry = models.ForeignKey(JournalEntry, on_delete=models.CASCADE, related_name="marks")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["consumer", "entry"], name="journal_mark_once_per_consumer")
        ]

    def __str__(self) -> str:
        return f"{self.consumer}: {self.entry_id}"


class JournalFloor(models.Model):
    """`consumer` has dealt with every entry up to the marked one, and all of them are `SETTLED`.

    It makes a look at the journal cost what is new, not what there is; it goes when the mark it stands on goes.
    """

    consumer = models.CharField(max_length=80, unique=True)
    mark = models.ForeignKey(JournalMark, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.consumer}: {self.mark_id}"


SETTLED = timedelta(days=1)
"""No transaction is open so long: an entry written before has been committed, or never will be."""


def mark_done(consumer: str, entries: Iterable[JournalEntry]) -> None:
    """Mark `entries` as dealt with by `consumer`; marking twice is harmless."""
    JournalMark.objects.bulk_create(
        [JournalMark(consumer=consumer, entry=entry) for entry in entries], ignore_conflicts=True
    )
    _raise_floor(consumer)


def _raise_floor(consumer: str) -> None:
    settled = JournalEntry.objects.filter(at__lt=timezone.now() - SETTLED).order_by("-at").first()
    if settled is None:
        return
    waiting = JournalEntry.objects.unseen_by(consumer).values_list("pk", flat=True).first()
    marks = JournalMark.objects.filter(consumer=consumer, entry__lte=settled.pk)
    if waiting is not None:
        marks = marks.filter(entry__lt=waiting)
    mark = marks.order_by("-entry").first()
    if mark is not None:
        JournalFloor.objects.update_or_create(consumer=consumer, defaults={"mark": mark})
