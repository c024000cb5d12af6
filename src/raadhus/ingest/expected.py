"""Corrected packages as test cases: what reading them should have given, and what it gives today."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from raadhus.core.case_numbers import normal_case_number
from raadhus.documents.models import Version
from raadhus.documents.storage import path_of
from raadhus.ingest.models import IngestedFile
from raadhus.ingest.warnings import own_versions
from raadhus.meetings.choices import Corrected
from raadhus.meetings.corrections import pages_in
from raadhus.meetings.matching import plain
from raadhus.meetings.models import Correction, MeetingSource
from raadhus.meetings.read_titles import read_titles
from raadhus.openness import Reader
from raadhus.parsing import PackageJson, Unreadable, as_contract, read_package

_NAMES = {
    Corrected.TITLE: "title",
    Corrected.CASE: "case_number",
    Corrected.DECISION: "decision",
    Corrected.OUTCOME: "outcome",
}


@dataclass(frozen=True, slots=True)
class Reread:
    """A correction, and what reading the paper again says there; None where it has no such item or annex."""

    correction: Correction
    said: str | None

    @property
    def right(self) -> bool:
        wanted = self.correction.value
        if self.said is None or self.correction.what != Corrected.CASE:
            return self.said == wanted
        return normal_case_number(self.said) == normal_case_number(wanted)


def read_again(*, reader: Reader) -> Iterator[Reread]:
    """Hold the reading of today against every correction the reader may see. Stores nothing."""
    for version in _corrected_versions(reader):
        try:
            meetings = as_contract(read_package(path_of(version.sha256)))["meetings"]
        except Unreadable:
            meetings = []
        for n, source in enumerate(version.meeting_sources.select_related("meeting").order_by("pk")):
            if source.is_current and reader.belongs_to(source.meeting.organization_id):
                items = meetings[n]["items"] if n < len(meetings) else []
                for one in _corrections(source):
                    yield Reread(one, _value_in(_said_of(one, items), one))


def corrected_packages(*, reader: Reader) -> list[PackageJson]:
    """Each file whose meeting has corrections, in the shape of `raadhus inspect`, with the corrected values.

    Those of organizations where the reader has a seat: a package may hold closed items. A meeting told by
    several papers counts for the one that its rows show.
    """
    return [_expected(version, reader) for version in _corrected_versions(reader)]


def corrections_seen(*, reader: Reader) -> list[Correction]:
    """Every correction of a meeting where the reader has a seat, by meeting and item."""
    rows = Correction.objects.select_related("item__meeting__organization")
    if not reader.sees_all:
        rows = rows.filter(item__meeting__organization__in=reader.organizations)
    return list(rows.order_by("item__meeting", "item__position", "pk"))


def _corrected_versions(reader: Reader) -> QuerySet[Version]:
    rows = own_versions(reader=reader).filter(
        meeting_sources__is_current=True, meeting_sources__meeting__items__corrections__isnull=False
    )
    return rows.distinct().order_by("pk")


def _corrections(source: MeetingSource) -> QuerySet[Correction]:
    rows = Correction.objects.filter(item__meeting=source.meeting, item__dropped=False)
    return rows.select_related("item__meeting__organization")


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
    for one in _corrections(source):
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
    said = _annex_of(correction, attachments)
    if said is not None:
        said["first_page"], said["last_page"] = pages_in(correction.value) or (None, None)


def _annex_of(correction: Correction, attachments: list[dict[str, Any]]) -> dict[str, Any] | None:
    named = plain(correction.annex_title)
    return next(
        (a for a in attachments if a["number"] == correction.annex and plain(a["title"]) == named), None
    )


def _value_in(said: dict[str, Any] | None, correction: Correction) -> str | None:
    """What is said where the correction is, written as corrections are."""
    if said is None:
        return None
    if correction.what != Corrected.PAGES:
        return said[_NAMES[Corrected(correction.what)]] or ""
    annex = _annex_of(correction, said["attachments"])
    if annex is None:
        return None
    return f"{annex['first_page']}-{annex['last_page']}" if annex["first_page"] is not None else ""
