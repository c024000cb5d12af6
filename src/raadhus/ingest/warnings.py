"""What an import was not sure of, for the organization's own people to look at: a warning may name what is closed."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from raadhus.core.journal import record
from raadhus.documents.models import Version
from raadhus.ingest.models import AcceptedWarning, IngestedFile, IngestStatus
from raadhus.openness import Reader, require_seat


@dataclass(frozen=True, slots=True)
class Warned:
    """One warning; `position` is its place in the file's list. `accepted`: who has looked at it, and when."""

    position: int
    page: int
    code: str
    message: str
    accepted: AcceptedWarning | None


def own_versions(*, reader: Reader) -> QuerySet[Version]:
    """The files whose warnings the reader may see: those of organizations where the reader has a seat."""
    rows = Version.objects.all()
    return rows if reader.sees_all else rows.filter(organization__in=reader.organizations)


def left_to_look_at(*, reader: Reader) -> QuerySet[Version]:
    """The reader's own files with warnings left, the last received first; each says how many (`left`)."""
    rows = own_versions(reader=reader).filter(ingested_as__left__gt=0)
    rows = rows.annotate(left=F("ingested_as__left"))
    return rows.select_related("document", "organization").order_by("-received_at", "-pk")


def warnings_of(version: Version, *, reader: Reader) -> list[Warned]:
    """The file's warnings by page, as it was read last. Raises `NotAllowed` for those without a seat."""
    require_seat(reader, version.organization_id, "see the warnings of an import")
    file = _last_reading(version).first()
    if file is None:
        return []
    accepted = {row.position: row for row in file.accepted.all()}
    told = [
        Warned(n, w["page"], w["code"], w["message"], accepted.get(n)) for n, w in enumerate(file.warnings)
    ]
    return sorted(told, key=lambda one: (one.page, one.position))


@transaction.atomic
def accept_warnings(version: Version, positions: Collection[int], *, by: Reader) -> int:
    """Say of these warnings that somebody has looked; returns how many are new. Raises `NotAllowed`.

    Positions that name no warning count for nothing; saying it twice changes nothing.
    """
    require_seat(by, version.organization_id, "accept the warnings of an import")
    file = _last_reading(version).select_for_update().first()
    if file is None:
        return 0
    known = set(file.accepted.values_list("position", flat=True))
    new = sorted({n for n in positions if 0 <= n < len(file.warnings)} - known)
    if not new:
        return 0
    now = timezone.now()
    AcceptedWarning.objects.bulk_create(
        AcceptedWarning(file=file, position=n, by=by.username, at=now) for n in new
    )
    file.left = len(file.warnings) - len(known) - len(new)
    file.save(update_fields=["left"])
    record("warnings.accepted", file, actor=by.username, positions=new)
    return len(new)


def _last_reading(version: Version) -> QuerySet[IngestedFile]:
    read = version.ingested_as.filter(status__in=(IngestStatus.IMPORTED, IngestStatus.UPDATED))
    return read.order_by("-pk")
