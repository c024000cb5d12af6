"""Storing a version of a document: its file, pages and passages, in the caller's transaction."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, Max, OuterRef
from django.utils import timezone

from raadhus.core.journal import record
from raadhus.documents.models import Document, Page, Passage, Version
from raadhus.openness import Reader
from raadhus.organisation.models import Body, Organization
from raadhus.parsing import Found, ParsedPackage, Span


@dataclass(frozen=True, slots=True)
class Stored:
    """A version as it lies in the database, with its pages by number and its passages in order."""

    version: Version
    pages: dict[int, Page]
    passages: list[Passage]
    enclosures: dict[str, Version] = field(default_factory=dict)
    """The files that came with it, by the names its attachments use."""

    def version_of(self, file: str | None) -> Version:
        """The version an attachment's pages are in: its own file's, or this one."""
        return self.version if file is None else self.enclosures[file]

    def source_of(self, found: Found[object] | None) -> dict[str, object]:
        """The provenance columns of a row that was read at `found` (its first stretch)."""
        if found is None or not found.spans:
            return {}
        return self.source_at(found.spans[0])

    def source_at(self, span: Span) -> dict[str, object]:
        return {
            "source_page": self.pages[span.page],
            "source_start": span.start,
            "source_end": span.end,
        }


def store_version(
    package: ParsedPackage,
    *,
    by: Reader,
    body: Body,
    document: Document | None,
    organization: Organization | None,
    published_at: datetime | None,
) -> Stored:
    """Make a new version of `document` (a new one when None) from a parsed package.

    A page is closed as soon as one passage on it is; of a page without any, see `close_silent_pages`.
    """
    if document is None:
        document = Document.objects.create(body=body, title=package.title[:500])
    last = document.versions.aggregate(last=Max("number"))["last"] or 0
    version = Version.objects.create(
        document=document,
        number=last + 1,
        sha256=package.sha256,
        file_name=package.file_name[:300],
        size=package.size,
        format=package.format,
        media_type=package.media_type,
        page_count=len(package.pages),
        received_at=timezone.now(),
        organization=organization,
        published_at=published_at,
    )
    closed_pages = {p.page for p in package.passages if p.closed}
    pages = Page.objects.bulk_create(
        [
            Page(
                version=version,
                number=page.number,
                text=page.text,
                width=page.width,
                height=page.height,
                closed=page.number in closed_pages,
            )
            for page in package.pages
        ],
        batch_size=500,
    )
    by_number = {page.number: page for page in pages}
    passages = Passage.objects.bulk_create(
        [
            Passage(
                page=by_number[p.page],
                start=p.start,
                end=p.end,
                heading=list(p.heading),
                kind=p.kind,
                closed=p.closed,
            )
            for p in package.passages
        ],
        batch_size=500,
    )
    close_silent_pages(version)
    record("version.stored", version, actor=by.username, versions=[version.pk], sha256=version.sha256)
    return Stored(version, by_number, passages)


def close_silent_pages(version: Version) -> None:
    """Close pages without a passage (scans, pictures) that follow or precede a closed page.

    Nobody has read what is on them, so nobody can say that they do not belong to what is closed beside them.
    """
    if not version.pages.filter(closed=True).exists():
        return
    passages = Passage.objects.filter(page=OuterRef("pk"))
    pages = version.pages.order_by("number").values_list("pk", "closed", Exists(passages))
    run: list[int] = []
    before = False
    for pk, closed, tells in pages:
        if not tells and not closed:
            run.append(pk)
            continue
        if run and (before or closed):
            Page.objects.filter(pk__in=run).update(closed=True)
        run, before = [], closed
    if run and before:
        Page.objects.filter(pk__in=run).update(closed=True)
