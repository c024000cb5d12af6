"""Writing the journal. Call it inside the transaction that makes the change."""

from typing import Any

from django.db import models

from raadhus.core.models import JournalEntry


def record(verb: str, subject: models.Model, *, actor: str, **data: Any) -> JournalEntry:
    """Append one entry: `actor` did `verb` to `subject`. `data` must be JSON-able."""
    return JournalEntry.objects.create(
        verb=verb,
        subject=subject._meta.label_lower,
        subject_id=subject.pk,
        actor=actor,
        data=data,
    )
