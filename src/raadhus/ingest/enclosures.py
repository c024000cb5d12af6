"""The files that came with a manifest: each a document of its own, stored once however many meetings name it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from django.db.models import Q

from raadhus.core.journal import record
from raadhus.documents import storage
from raadhus.documents.actions import store_version
from raadhus.documents.models import Page, Passage, Version
from raadhus.meetings.actions import versions_of
from raadhus.meetings.models import Attachment, Meeting, Placement
from raadhus.meetings.sealing import seal
from raadhus.openness import Reader
from raadhus.organisation.models import Body, Organization
from raadhus.parsing import ParsedEnclosure, ParsedPackage


class Changed(Exception):
    """A file changed between reading and keeping it."""


def keep_files(package: ParsedPackage) -> Iterator[str]:
    """Keep the enclosures' files and yield the checksum of each that was not there. Raises `Changed`, `OSError`."""
    for enclosure in package.enclosures:
        if storage.path_of(enclosure.package.sha256).exists():
            continue
        kept = (
            storage.keep(enclosure.path)
            if enclosure.path is not None
            else storage.keep_bytes(enclosure.data or b"")
        )
        yield kept
        if kept != enclosure.package.sha256:
            raise Changed


def store_enclosures(
    package: ParsedPackage,
    *,
    by: Reader,
    body: Body,
    organization: Organization | None,
    published_at: datetime | None,
) -> dict[str, Version]:
    """Write the enclosures' rows, in the caller's transaction; returns each one's version by its name.

    A file that is stored already keeps its version; `settle` says afterwards who may see it. What was held back
    as nobody's becomes this meeting's.
    """
    stored: dict[str, Version] = {}
    for enclosure in package.enclosures:
        named = any(
            a.file == enclosure.name for m in package.meetings for i in m.items for a in i.attachments
        )
        public = published_at if named else None
        known = Version.objects.filter(sha256=enclosure.package.sha256).first()
        if known is None:
            read = _closed_with(enclosure)
            known = store_version(
                read, by=by, body=body, document=None, organization=organization, published_at=public
            ).version
        else:
            _belong(known, organization, public)
        stored[enclosure.name] = known
    return stored


def settle(package: ParsedPackage, stored: dict[str, Version]) -> None:
    """Close each enclosure that any annex of any meeting says is closed, and open what none says so any more."""
    for enclosure in package.enclosures:
        version = stored[enclosure.name]
        naming = Attachment.objects.filter(version=version)
        named = naming.exists()
        if naming.filter(Q(closed=True) | Q(item__closed=True)).exists() or (enclosure.closed and not named):
            _set_closed(version, closed=True)
        elif named and not version.meeting_sources.exists():
            _set_closed(version, closed=False)


def _set_closed(version: Version, *, closed: bool) -> None:
    """All of it, pages without text too: an enclosure has no closed parts of its own."""
    Page.objects.filter(version=version).update(closed=closed)
    Passage.objects.filter(page__version=version).update(closed=closed)


def _closed_with(enclosure: ParsedEnclosure) -> ParsedPackage:
    if not enclosure.closed:
        return enclosure.package
    shut = tuple(replace(passage, closed=True) for passage in enclosure.package.passages)
    return replace(enclosure.package, passages=shut)


def _belong(version: Version, organization: Organization | None, published_at: datetime | None) -> None:
    changed = []
    if version.organization_id is None and organization is not None:
        version.organization = organization
        changed.append("organization")
    if published_at is not None and (version.published_at is None or version.published_at > published_at):
        version.published_at = published_at
        changed.append("published_at")
    if changed:
        version.save(update_fields=changed)


class _Home(NamedTuple):
    meeting: Meeting
    attachment: Attachment


def place_enclosures(manifest: Version, attachments: list[Attachment]) -> None:
    """Say of each enclosure's passages under which annex they stand.

    A passage has one place: that of the first meeting that named its file, or of this one's newer agenda.
    """
    homes: dict[int, _Home] = {}
    for attachment in attachments:
        if attachment.version_id != manifest.pk:
            homes.setdefault(attachment.version_id, _Home(attachment.item.meeting, attachment))
    for version, home in homes.items():
        passages = Passage.objects.filter(page__version=version)
        own = Placement.objects.filter(passage__in=passages, meeting=home.meeting)
        own.update(item=home.attachment.item, attachment=home.attachment)
        Placement.objects.bulk_create(
            [
                Placement(
                    passage=passage,
                    meeting=home.meeting,
                    item=home.attachment.item,
                    attachment=home.attachment,
                )
                for passage in passages.filter(placement=None)
            ],
            batch_size=500,
        )


def gaps_filled(package: ParsedPackage) -> bool:
    """True when the manifest names a file that is not stored: it has come since the manifest was."""
    found = {e.package.sha256 for e in package.enclosures}
    there = set(Version.objects.filter(sha256__in=found).values_list("sha256", flat=True))
    return bool(found - there)


def fill_gaps(package: ParsedPackage, version: Version, *, by: Reader, body: Body) -> None:
    """Store the files that have come since and hang them on the annexes that named them."""
    stored = store_enclosures(
        package, by=by, body=body, organization=version.organization, published_at=version.published_at
    )
    meetings = [s.meeting for s in version.meeting_sources.filter(is_current=True).select_related("meeting")]
    place_enclosures(version, [row for meeting in meetings for row in _hang(package, meeting, stored)])
    settle(package, stored)
    for meeting in meetings:
        seal(meeting)
        record("meeting.updated", meeting, actor=by.username, versions=versions_of(meeting))


def _hang(package: ParsedPackage, meeting: Meeting, stored: dict[str, Version]) -> Iterator[Attachment]:
    """Give the meeting's annexes the files that they were missing."""
    rows = Attachment.objects.filter(item__meeting=meeting).select_related("item__meeting")
    by_place = {(row.item.number, row.number): row for row in rows}
    for item in (item for parsed in package.meetings for item in parsed.items):
        for annex in item.attachments:
            row = by_place.get((item.number, annex.number))
            if row is None or annex.file is None or row.version_id == stored[annex.file].pk:
                continue
            row.version = stored[annex.file]
            row.first_page, row.last_page = annex.first_page, annex.last_page
            row.save(update_fields=["version", "first_page", "last_page"])
            yield row
