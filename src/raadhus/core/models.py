"""The journal: append-only, one row for every change worth remembering.

It is audit trail, search feed and source of the workload figures at once. A consumer marks each entry
as done; it never remembers "the last id", because transactions commit out of order.
"""

from collections.abc import Iterable
from typing import Any, NoReturn

from django.db import models
from django.db.models import Exists, OuterRef


class JournalQuerySet(models.QuerySet["JournalEntry"]):
    def unseen_by(self, consumer: str) -> "JournalQuerySet":
        """Entries that `consumer` has not marked yet, oldest first."""
        marks = JournalMark.objects.filter(consumer=consumer, entry=OuterRef("pk"))
        return self.filter(~Exists(marks)).order_by("pk")

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


def mark_done(consumer: str, entries: Iterable[JournalEntry]) -> None:
    """Mark `entries` as dealt with by `consumer`; marking twice is harmless."""
    JournalMark.objects.bulk_create(
        [JournalMark(consumer=consumer, entry=entry) for entry in entries], ignore_conflicts=True
    )
