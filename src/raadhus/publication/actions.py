"""Making a meeting public."""

from datetime import datetime

from django.db import transaction
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
    Version.objects.filter(pk__in=versions, published_at=None).update(published_at=moment)
    record("meeting.published", meeting, actor=by.username, at=moment.isoformat(), versions=versions)
    return meeting
