"""Making a meeting public."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from raadhus.core.journal import record
from raadhus.documents.models import Version
from raadhus.meetings.actions import versions_of
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader, require_seat


@transaction.atomic
def publish(meeting: Meeting, *, by: Reader, at: datetime | None = None) -> Meeting:
    """Let everyone see the meeting and its papers from `at` (now when None); closed items stay closed.

    Publishing what is public already changes nothing. Raises `NotAllowed`.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_seat(by, meeting.organization_id, "publish a meeting")
    moment = at or timezone.now()
    if meeting.published_at is not None and meeting.published_at <= moment:
        return meeting
    meeting.published_at = moment
    meeting.save(update_fields=["published_at"])
    versions = versions_of(meeting)
    _not_yet_public(moment).filter(pk__in=versions).update(published_at=moment)
    record("meeting.published", meeting, actor=by.username, at=moment.isoformat(), versions=versions)
    return meeting


@transaction.atomic
def publish_document(version: Version, *, by: Reader, at: datetime | None = None) -> Version:
    """Let everyone see a document that tells of no meeting, from `at` (now when None).

    Publishing what is public already changes nothing. Raises `NotAllowed`.
    """
    version = Version.objects.select_for_update().get(pk=version.pk)
    require_seat(by, version.organization_id, "publish a document")
    moment = at or timezone.now()
    if _not_yet_public(moment).filter(pk=version.pk).update(published_at=moment):
        record("document.published", version, actor=by.username, at=moment.isoformat(), versions=[version.pk])
    version.refresh_from_db()
    return version


def _not_yet_public(moment: datetime) -> QuerySet[Version]:
    """Drafts, and what was to be public only later than `moment`."""
    return Version.objects.filter(Q(published_at=None) | Q(published_at__gt=moment))
