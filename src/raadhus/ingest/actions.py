"""From a path to rows: each file in one transaction, so that nothing is ever half stored."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.core.journal import record
from raadhus.core.locks import alone
from raadhus.core.text import displayable
from raadhus.documents import storage
from raadhus.documents.actions import Stored, store_version
from raadhus.documents.models import Document, Version
from raadhus.ingest.enclosures import (
    Changed,
    fill_gaps,
    gaps_filled,
    keep_files,
    place_enclosures,
    settle,
    store_enclosures,
)
from raadhus.ingest.models import IngestedFile, IngestRun, IngestStatus
from raadhus.meetings.corrections import place_again
from raadhus.meetings.matching import find_meeting
from raadhus.meetings.models import MeetingSource, Placement
from raadhus.meetings.sealing import seal
from raadhus.meetings.telling import PublicAlready, Told, is_list, organization_of, tell_meeting
from raadhus.openness import NotAllowed, Reader, require_seat
from raadhus.organisation.models import Body
from raadhus.parsing import (
    HELD_BACK,
    Paper,
    ParsedPackage,
    Unreadable,
    as_contract,
    papers,
    read_paper,
)

Progress = Callable[[str, int], None]
"""Called after each file with its name and the number of pages read."""


class FileChanged(Exception):
    """The file changed between reading and keeping it."""


def ingest(
    path: Path,
    *,
    by: Reader,
    body: Body | None = None,
    publish: bool = True,
    progress: Progress | None = None,
) -> IngestRun:
    """Store every paper at `path` (a file, a folder or a ZIP of one) and say what became of each.

    A file that cannot be read or stored is refused with its reason and the rest goes on. A file that is
    stored already changes nothing, unless files that its manifest names have come since. `publish` false keeps
    what is new as drafts; so are kept files that lie with a manifest that does not name them.
    """
    body = body or Body.objects.get_or_create(name=settings.RAADHUS_BODY)[0]
    run = IngestRun.objects.create(by=by.username)
    try:
        for paper in papers(path):
            done = _ingest_paper(paper, run=run, by=by, body=body, publish=publish and not paper.loose)
            if progress is not None:
                progress(displayable(paper.path.name), done.version.page_count if done.version else 0)
    except Unreadable as unreadable:
        _refuse(run, path, unreadable.reason)
    run.finished_at = timezone.now()
    run.save(update_fields=["finished_at"])
    return run


def _ingest_paper(paper: Paper, *, run: IngestRun, by: Reader, body: Body, publish: bool) -> IngestedFile:
    file = paper.path
    name = displayable(str(file))
    try:
        known = _stored_before(file)
        if known is not None and not known.may_name_files:
            return _unchanged(run, file, known)
        package = read_paper(paper)
        if known is not None and not gaps_filled(package):
            list(keep_files(package))  # puts back what has gone
            return _unchanged(run, file, known)
        # One file at a time on this machine: what one import takes out again, another may not lean on.
        with alone(Path(settings.RAADHUS_HOME) / "ingest.lock"):
            return _keep_and_store(package, file, run=run, by=by, body=body, publish=publish)
    except Unreadable as unreadable:
        return _refuse(run, file, unreadable.reason)
    except (FileChanged, Changed):
        return _refuse(run, file, _("Filen blev ændret, mens den blev læst: %s") % name)
    except PublicAlready as public:
        reason = _(
            "Mødet %(meeting)s er allerede offentligt, så en kladde til det kan ikke holdes tilbage: %(file)s"
        )
        return _refuse(run, file, reason % {"meeting": public.meeting, "file": name})
    except NotAllowed:
        return _refuse(
            run,
            file,
            _("Du har ikke ret til at indlæse papirer for dette organ: %s") % name,
        )
    except DatabaseError as error:
        reason = _("Filen kunne ikke gemmes i databasen (%(error)s): %(file)s")
        return _refuse(run, file, reason % {"error": error, "file": name})
    except OSError as error:
        return _refuse(run, file, _cannot_store(file, error))


def _keep_and_store(
    package: ParsedPackage, file: Path, *, run: IngestRun, by: Reader, body: Body, publish: bool
) -> IngestedFile:
    """Keep the original and write its rows; where the rows fail, the original goes out again."""
    known = Version.objects.filter(sha256=package.sha256).first()
    if known is not None and not gaps_filled(package):
        return _unchanged(run, file, known)  # another process was first
    storage.sweep()
    kept = []
    try:
        kept.append(storage.keep(file))
        if kept[0] != package.sha256:
            raise FileChanged
        kept += keep_files(package)
        with transaction.atomic():
            if known is not None:
                fill_gaps(package, known, by=by, body=body)
                return _ingested(run, file, package, known, replaces=True)
            version, replaces = store_package(package, by=by, body=body, publish=publish)
            return _ingested(run, file, package, version, replaces=replaces)
    except BaseException:
        for sha256 in kept:
            if not Version.objects.filter(sha256=sha256).exists():
                storage.discard(sha256)
        raise


def _stored_before(file: Path) -> Version | None:
    """The version whose original this very file is; its stored copy is put back if it has gone."""
    try:
        with file.open("rb") as handle:
            sha256 = hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return None  # the reader says why, in its own words
    known = Version.objects.filter(sha256=sha256).first()
    if known is not None and not storage.path_of(sha256).exists():
        storage.keep(file)
    return known


def store_package(package: ParsedPackage, *, by: Reader, body: Body, publish: bool) -> tuple[Version, bool]:
    """Write a parsed package's rows; returns its version, and whether that replaces an earlier one.

    A document that speaks of closed items in a layout nobody knows becomes a draft, whatever `publish` says.
    Runs in the caller's transaction; the original is kept by then. Raises `NotAllowed`, `PublicAlready`.
    """
    first = package.meetings[0] if package.meetings else None
    organization = organization_of(first, body=body) if first else None
    require_seat(by, organization.pk if organization else None, "take papers in")
    held_back = any(warning.code in HELD_BACK for warning in package.warnings)
    published_at = timezone.now() if publish and not held_back else None
    document = _document_of(package, body=body)
    stored = store_version(
        package,
        by=by,
        body=body,
        document=document,
        organization=organization,
        published_at=published_at,
    )
    stored.enclosures.update(
        store_enclosures(package, by=by, body=body, organization=organization, published_at=published_at)
    )
    shapes = as_contract(package)["meetings"]
    tellings = [
        tell_meeting(parsed, stored, told=told, body=body, by=by, published_at=published_at)
        for parsed, told in zip(package.meetings, shapes, strict=True)
    ]
    _place(package, stored, tellings)
    place_enclosures(stored.version, [annex for told in tellings for annex in told.attachments.values()])
    settle(package, stored.enclosures)
    for told in tellings:
        place_again(told.meeting)
        seal(told.meeting)
    return stored.version, document is not None


def _ingested(
    run: IngestRun, file: Path, package: ParsedPackage, version: Version, *, replaces: bool
) -> IngestedFile:
    version.ingested_as.update(left=0)
    done = IngestedFile.objects.create(
        run=run,
        file_name=displayable(file.name)[:300],
        sha256=package.sha256,
        status=IngestStatus.UPDATED if replaces else IngestStatus.IMPORTED,
        version=version,
        warnings=[{"page": w.page, "code": w.code, "message": w.message} for w in package.warnings],
        left=len(package.warnings),
    )
    record("file.ingested", done, actor=run.by, status=done.status, sha256=done.sha256)
    return done


def _document_of(package: ParsedPackage, *, body: Body) -> Document | None:
    """The document that this package is a new version of: the one that told of the same meeting."""
    if is_list(package.format):
        return None
    for parsed in package.meetings:
        if parsed.role != "package":
            continue
        meeting = find_meeting(parsed, body=body, organization=organization_of(parsed, body=body))
        source = (
            MeetingSource.objects.filter(meeting=meeting, role="package")
            .exclude(version__format__endswith="-list")
            .order_by("-pk")
            .first()
            if meeting
            else None
        )
        if source is not None:
            return source.version.document
    return None


def _place(package: ParsedPackage, stored: Stored, tellings: list[Told]) -> None:
    """Say of each passage in which meeting, item and annex it stands."""
    placements = []
    for parsed, passage in zip(package.passages, stored.passages, strict=True):
        if parsed.meeting is None:
            continue
        told = tellings[parsed.meeting]
        annex = (parsed.item or "", parsed.attachment or 0)
        placements.append(
            Placement(
                passage=passage,
                meeting=told.meeting,
                item=told.items.get(parsed.item) if parsed.item else None,
                attachment=told.attachments.get(annex),
            )
        )
    Placement.objects.bulk_create(placements, batch_size=500)


def _unchanged(run: IngestRun, file: Path, version: Version) -> IngestedFile:
    return IngestedFile.objects.create(
        run=run,
        file_name=displayable(file.name)[:300],
        sha256=version.sha256,
        status=IngestStatus.UNCHANGED,
        version=version,
    )


def _refuse(run: IngestRun, file: Path, reason: str) -> IngestedFile:
    return IngestedFile.objects.create(
        run=run, file_name=displayable(file.name)[:300], status=IngestStatus.REFUSED, reason=reason
    )


def _cannot_store(file: Path, error: OSError) -> str:
    name = displayable(str(file))
    return _("Filen kunne ikke gemmes (%(why)s): %(file)s") % {
        "why": error.strerror or error,
        "file": name,
    }
