"""What the host shows no longer: kept, and withdrawn from view once nothing there takes its place."""

from collections.abc import Collection, Iterable

from django.db import transaction
from django.utils import timezone

from raadhus.documents.models import Version
from raadhus.harvest.listing import Listed
from raadhus.harvest.models import RemoteAnnex, RemoteMeeting, Source
from raadhus.meetings.choices import SourceRole
from raadhus.meetings.models import Meeting, MeetingSource
from raadhus.openness import Reader
from raadhus.publication import restore, withdraw, withdraw_document


def missing_from(rows: Iterable[RemoteMeeting], listed: Collection[Listed]) -> list[RemoteMeeting]:
    """Return those that are not in the list, and in whose place (the same body and day) stands nothing new."""
    rows = list(rows)
    known, there = {row.remote_id for row in rows}, {one.remote_id for one in listed}
    fresh = {(one.committee, one.day) for one in listed if one.remote_id not in known}
    return [row for row in rows if row.remote_id not in there and (row.committee, row.date) not in fresh]


def is_suspicious(missing: int, known: int, *, doubted: int) -> bool:
    """Half of the meetings at once: more likely a fault over there than their will. So is what is left of as many that
    were missing, and not believed to be gone, last time."""
    return missing > 0 and (missing * 2 >= known or missing * 4 >= doubted > 0)


def settle(source: Source, *, by: Reader) -> int:
    """Withdraw the meetings that have gone from the list for good, and the annexes that went with an agenda; return
    how many meetings were withdrawn. Doing it twice changes nothing.

    Minutes that are taken back take their meeting with them, though the agenda may be there again: what they told
    stands in its rows until other minutes come.
    """
    meetings = _meetings_of(source)
    there = source.meetings.filter(gone_at=None)
    shown = {meetings.get(pk) for pk in there.exclude(version=None).values_list("version_id", flat=True)}
    current = MeetingSource.objects.filter(is_current=True, version__harvested_as__source=source)
    leading = set(current.values_list("version_id", flat=True))
    awaited = set(there.filter(version=None).values_list("committee", "date"))
    withdrawn = 0
    for row in source.meetings.exclude(gone_at=None).exclude(version=None).filter(withdrawn_at=None):
        if (row.committee, row.date) in awaited:
            continue  # what takes its place has not come yet
        if meetings.get(row.version_id or 0) in shown and row.version_id not in leading:
            _let_go_of_annexes(row, by=by)
            continue
        withdrawn += _withdraw(row, meetings.get(row.version_id or 0), by=by)
    return withdrawn


def put_back(row: RemoteMeeting, *, by: Reader) -> bool:
    """Show the row's meeting again, if it was withdrawn when it went from the list."""
    if row.withdrawn_at is None or row.version_id is None:
        return False
    told = MeetingSource.objects.filter(version=row.version_id, role=SourceRole.PACKAGE)
    for source in told.select_related("meeting"):
        restore(source.meeting, by=by)
    same = told.values("meeting__sources__version")
    row.source.meetings.filter(version__in=same).update(withdrawn_at=None)
    row.withdrawn_at = None
    return True


def withdraw_files(checksums: Collection[str], *, by: Reader) -> None:
    """Withdraw the files of annexes, except those that the host still shows somewhere, and papers of their own."""
    named = RemoteAnnex.objects.filter(sha256__in=checksums, gone_at=None, meeting__gone_at=None)
    left = set(checksums) - set(named.values_list("sha256", flat=True))
    for version in Version.objects.filter(sha256__in=left, meeting_sources=None):
        withdraw_document(version, by=by)


def _meetings_of(source: Source) -> dict[int, int]:
    """The meeting that each harvested version tells of."""
    told = MeetingSource.objects.filter(version__harvested_as__source=source, role=SourceRole.PACKAGE)
    return dict(told.values_list("version_id", "meeting_id"))


@transaction.atomic
def _withdraw(row: RemoteMeeting, meeting: int | None, *, by: Reader) -> int:
    found = Meeting.objects.filter(pk=meeting).first() if meeting is not None else None
    was_public = found is not None and found.published_at is not None
    if found is not None:
        withdraw(found, by=by)
    row.withdrawn_at = timezone.now()
    row.save(update_fields=["withdrawn_at"])
    return int(was_public)


@transaction.atomic
def _let_go_of_annexes(row: RemoteMeeting, *, by: Reader) -> None:
    """The row's meeting is shown by a newer one: annexes that only this one named went with it."""
    left = row.annexes.filter(gone_at=None)
    checksums = {sha256 for sha256 in left.values_list("sha256", flat=True) if sha256}
    left.update(gone_at=timezone.now())
    withdraw_files(checksums, by=by)
