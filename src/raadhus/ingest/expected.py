"""Corrected packages as test cases: what reading them should have given."""

from typing import Any

from raadhus.documents.models import Version
from raadhus.ingest.models import IngestedFile
from raadhus.ingest.warnings import own_versions
from raadhus.meetings.choices import Corrected
from raadhus.meetings.corrections import pages_in
from raadhus.meetings.matching import plain
from raadhus.meetings.models import Correction, MeetingSource
from raadhus.meetings.read_titles import read_titles
from raadhus.openness import Reader
from raadhus.parsing import PackageJson

_NAMES = {
    Corrected.TITLE: "title",
    Corrected.CASE: "case_number",
    Corrected.DECISION: "decision",
    Corrected.OUTCOME: "outcome",
}


def corrected_packages(*, reader: Reader) -> list[PackageJson]:
    """Each file whose meeting has corrections, in the shape of `raadhus inspect`, with the corrected values.

    Those of organizations where the reader has a seat: a package may hold closed items. A meeting told by
    several papers counts for the one that its rows show.
    """
    rows = own_versions(reader=reader).filter(
        meeting_sources__is_current=True, meeting_sources__meeting__items__corrections__isnull=False
    )
    return [_expected(version, reader) for version in rows.distinct().order_by("pk")]


def corrections_seen(*, reader: Reader) -> list[Correction]:
    """Every correction of a meeting where the reader has a seat, by meeting and item."""
    rows = Correction.objects.select_related("item__meeting__organization")
    if not reader.sees_all:
        rows = rows.filter(item__meeting__organization__in=reader.organizations)
    return list(rows.order_by("item__meeting", "item__position", "pk"))


def _expected(version: Version, reader: Reader) -> PackageJson:
    read = IngestedFile.objects.filter(version=version).exclude(status="unchanged").order_by("-pk").first()
    sources = version.meeting_sources.select_related("meeting").order_by("pk")
    return {
        "source": {
            "file": version.file_name,
            "sha256": version.sha256,
            "pages": version.page_count,
            "format": version.format,
        },
        "meetings": [_meeting(source, reader) for source in sources],
        "warnings": read.warnings if read else [],
    }


def _meeting(source: MeetingSource, reader: Reader) -> dict[str, Any]:
    told: dict[str, Any] = source.told
    if not source.is_current or not reader.belongs_to(source.meeting.organization_id):
        return told
    corrections = Correction.objects.filter(item__meeting=source.meeting, item__dropped=False)
    for one in corrections.select_related("item"):
        said = _said_of(one, told.get("items", []))
        if said is None:
            continue
        if one.what == Corrected.PAGES:
            _set_pages(one, said["attachments"])
        else:
            said[_NAMES[Corrected(one.what)]] = one.value or None
    return told


def _said_of(correction: Correction, items: list[dict[str, Any]]) -> dict[str, Any] | None:
    """What the paper says of the item: the one of its number, and of its title where several have that."""
    item = correction.item
    same = [said for said in items if said["number"][:20] == item.number]
    if len(same) > 1:
        titles = {plain(title) for title in (item.title, read_titles([item]).get(item.pk, ""))}
        same = [said for said in same if plain(said["title"] or "") in titles]
    return same[0] if len(same) == 1 else None


def _set_pages(correction: Correction, attachments: list[dict[str, Any]]) -> None:
    pages = pages_in(correction.value)
    for said in attachments:
        if said["number"] == correction.annex and plain(said["title"]) == plain(correction.annex_title):
            said["first_page"], said["last_page"] = pages or (None, None)
