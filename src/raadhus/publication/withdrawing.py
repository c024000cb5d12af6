"""Taking out of view again what was public, and putting it back as it was. Nothing is deleted."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from raadhus.core.journal import record
from raadhus.core.models import JournalEntry
from raadhus.documents.models import Version
from raadhus.meetings.actions import versions_of
from raadhus.meetings.choices import SourceRole
from raadhus.meetings.models import Attachment, Meeting, MeetingSource
from raadhus.openness import Reader, require_seat

WITHDRAWN = "meeting.withdrawn"


@transaction.atomic
def withdraw(meeting: Meeting, *, by: Reader) -> Meeting:
    """Keep the meeting and its papers, and show them to the body's own members only.

    A paper that another public meeting shows too stays in view. Withdrawing what is not public changes nothing.
    Raises `NotAllowed`.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_seat(by, meeting.organization_id, "withdraw a meeting")
    if meeting.published_at is None:
        return meeting
    hidden = list(Version.objects.filter(pk__in=_own_papers(meeting)).exclude(published_at=None))
    record(
        WITHDRAWN,
        meeting,
        actor=by.username,
        versions=versions_of(meeting),
        published_at=meeting.published_at.isoformat(),
        hidden=[[version.pk, _moment_of(version).isoformat()] for version in hidden],
    )
    Version.objects.filter(pk__in=[version.pk for version in hidden]).update(published_at=None)
    meeting.published_at = None
    meeting.save(update_fields=["published_at"])
    return meeting


@transaction.atomic
def restore(meeting: Meeting, *, by: Reader) -> Meeting:
    """Show again what `withdraw` hid last, from the moment it was public before, and nothing besides.

    A meeting that was never withdrawn, or is restored already, is left as it is. Raises `NotAllowed`.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    require_seat(by, meeting.organization_id, "restore a meeting")
    told = JournalEntry.objects.about(meeting).filter(verb__in=(WITHDRAWN, "meeting.restored"))
    last = told.order_by("-pk").first()
    if last is None or last.verb != WITHDRAWN:
        return meeting
    for pk, moment in last.data["hidden"]:
        Version.objects.filter(pk=pk, published_at=None).update(published_at=datetime.fromisoformat(moment))
    meeting.published_at = meeting.published_at or datetime.fromisoformat(last.data["published_at"])
    meeting.save(update_fields=["published_at"])
    record("meeting.restored", meeting, actor=by.username, versions=versions_of(meeting))
    return meeting


@transaction.atomic
def withdraw_document(version: Version, *, by: Reader) -> Version:
    """Keep a document, and show it to the body's own members only; `publish_document` shows it again.

    Withdrawing what is not public changes nothing. Raises `NotAllowed`.
    """
    version = Version.objects.select_for_update().get(pk=version.pk)
    require_seat(by, version.organization_id, "withdraw a document")
    if version.published_at is not None:
        version.published_at = None
        version.save(update_fields=["published_at"])
        record("document.withdrawn", version, actor=by.username, versions=[version.pk])
    return version


def _own_papers(meeting: Meeting) -> set[int]:
    """The versions that are this meeting's packages or annexes, and no other public meeting's."""
    told = meeting.sources.filter(role=SourceRole.PACKAGE).values_list("version_id", flat=True)
    annexed = Attachment.objects.filter(item__meeting=meeting).values_list("version_id", flat=True)
    own = {*told, *annexed}
    elsewhere = Meeting.objects.exclude(pk=meeting.pk).exclude(published_at=None)
    shown = MeetingSource.objects.filter(version__in=own, role=SourceRole.PACKAGE, meeting__in=elsewhere)
    named = Attachment.objects.filter(version__in=own, item__meeting__in=elsewhere, item__dropped=False)
    return (
        own
        - set(shown.values_list("version_id", flat=True))
        - set(named.values_list("version_id", flat=True))
    )


def _moment_of(version: Version) -> datetime:
    return version.published_at or timezone.now()
