"""Pages without text, read as pictures: queued from the journal, read one by one, told of like any new text."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from raadhus.core.journal import record
from raadhus.core.models import JournalEntry, mark_done
from raadhus.documents.actions import close_silent_pages
from raadhus.documents.models import Page, Passage, PassageKind, Scan, ScanStatus
from raadhus.documents.storage import path_of
from raadhus.meetings.models import Attachment, Meeting, Placement
from raadhus.meetings.sealing import seal
from raadhus.parsing import scans

CONSUMER = "scans"
ENTRIES_AT_ONCE = 500
PDF = "application/pdf"
TAKEN = timedelta(minutes=10)
"""So long a page that somebody reads is left to them; then they are thought to have died."""


def queue() -> int:
    """Put the pages without text of every version the journal tells of in the queue; return how many came."""
    came = 0
    while entries := list(JournalEntry.objects.unseen_by(CONSUMER)[:ENTRIES_AT_ONCE]):
        versions = [e.subject_id for e in entries if e.verb == "version.stored"]
        pages = Page.objects.filter(version__in=versions, version__media_type=PDF, text="", scan=None)
        with transaction.atomic():
            came += len(Scan.objects.bulk_create([Scan(page=page) for page in pages], ignore_conflicts=True))
            mark_done(CONSUMER, entries)
    return came


def waiting() -> int:
    """How many pages are still to be read."""
    return Scan.objects.filter(status=ScanStatus.WAITING).count()


def read_waiting(*, most: int | None = None, progress: Callable[[int], None] | None = None) -> int:
    """Read waiting pages, at most `most`; return how many were dealt with. Nothing where Tesseract is missing.

    Safe beside other processes that do the same, and after a crash: a page half read is read again.
    """
    number = 0
    while (most is None or number < most) and scans.can_read() and (scan := _next()) is not None:
        _read(scan)
        number += 1
        if progress is not None:
            progress(1)
    return number


def _next() -> Scan | None:
    """Take the first page that waits, by a guarded update, so that no two readers take the same."""
    now = timezone.now()
    free = Q(taken_at=None) | Q(taken_at__lt=now - TAKEN)
    while (scan := Scan.objects.filter(free, status=ScanStatus.WAITING).order_by("pk").first()) is not None:
        mine = Scan.objects.filter(pk=scan.pk, status=ScanStatus.WAITING, taken_at=scan.taken_at)
        if mine.update(taken_at=now):
            return Scan.objects.select_related("page__version").get(pk=scan.pk)
    return None


def _read(scan: Scan) -> None:
    page = scan.page
    try:
        found = scans.read_scan(path_of(page.version.sha256), page.number)
    except scans.CannotRead:
        _end(scan, ScanStatus.FAILED, None)
        return
    if not found.passages:
        _end(scan, ScanStatus.EMPTY, found.confidence)
        return
    with transaction.atomic():
        _store(page, found)
        _end(scan, ScanStatus.READ, found.confidence)


def _end(scan: Scan, status: ScanStatus, confidence: float | None) -> None:
    Scan.objects.filter(pk=scan.pk).update(status=status, confidence=confidence)


def _store(page: Page, found: scans.Scan) -> None:
    """Give the page its text and passages, in the annex it stands in; closed where the page is closed."""
    page.text = found.text
    page.save(update_fields=["text"])
    annex = (
        Attachment.objects.filter(
            version=page.version, first_page__lte=page.number, last_page__gte=page.number
        )
        .select_related("item")
        .first()
    )
    over = [annex.item.title, annex.title] if annex else []
    passages = Passage.objects.bulk_create(
        [
            Passage(
                page=page,
                start=p.start,
                end=p.end,
                heading=[*filter(None, over), *p.heading],
                kind=PassageKind.ANNEX if annex else PassageKind.TEXT,
                closed=page.closed,
            )
            for p in found.passages
        ]
    )
    if annex:
        Placement.objects.bulk_create(
            [
                Placement(passage=p, meeting=annex.item.meeting, item=annex.item, attachment=annex)
                for p in passages
            ]
        )
    for meeting in Meeting.objects.filter(sources__version=page.version).distinct():
        seal(meeting)
    close_silent_pages(page.version)
    record("page.read", page, actor="", versions=[page.version_id])
