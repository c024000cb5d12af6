"""A town hall of any size, straight into the database: a stand-in for decades of packages."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime, timedelta
from multiprocessing import get_context
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from bench.invented import Inventor

ITEMS, PAGES, ON_PAGE = 5, 2, 4
"""A package has so many items, each so many pages, each so many passages."""

IN_PACKAGE = ITEMS * PAGES * ON_PAGE
AT_ONCE = 250
BODIES = "Byrådet,Magistraten,Teknisk Udvalg,Kulturudvalget,Børneudvalget,Ældreudvalget,Socialudvalget"

Item = tuple[str, list[list[str]]]


def add_packages(passages: int) -> int:
    """Add invented packages with at least so many passages; return how many versions were stored."""
    number = -(-passages // IN_PACKAGE)
    lots = [(start, min(AT_ONCE, number - start)) for start in range(0, number, AT_ONCE)]
    # Spawned: a fork would share the database connection.
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as workers:
        for (start, _), packages in zip(lots, workers.map(_invented, lots), strict=True):
            _store(start, packages)
    return number


def _invented(lot: tuple[int, int]) -> list[list[Item]]:
    start, number = lot
    inventor = Inventor(seed=start)
    return [[_item(inventor) for _ in range(ITEMS)] for _ in range(number)]


def _item(inventor: Inventor) -> Item:
    return inventor.title(), [[inventor.text() for _ in range(ON_PAGE)] for _ in range(PAGES)]


@transaction.atomic
def _store(start: int, packages: list[list[Item]]) -> None:
    """The rows that `ingest` would have made. One item in ten is closed."""
    from raadhus.core.models import JournalEntry
    from raadhus.documents.models import Document, Page, Passage, Version
    from raadhus.meetings.choices import Kind, Visibility
    from raadhus.meetings.models import AgendaItem, Meeting, Placement
    from raadhus.organisation.models import Body, Organization

    body, _ = Body.objects.get_or_create(name="Fjordby Kommune")
    owners = [Organization.objects.get_or_create(body=body, name=name)[0] for name in BODIES.split(",")]
    whose = [owners[(start + n) % len(owners)] for n in range(len(packages))]
    days = [date(1990, 1, 3) + timedelta(days=(start + n) * 13_000 // 25_000) for n in range(len(packages))]
    documents = _added(Document, (Document(body=body, title=f"Dagsorden {day}") for day in days))
    versions = _added(Version, (_version(Version, d, start + n, whose[n]) for n, d in enumerate(documents)))
    meetings = _added(
        Meeting,
        (
            Meeting(body=body, organization=o, date=day, kind=Kind.MINUTES, published_at=_yesterday())
            for o, day in zip(whose, days, strict=True)
        ),
    )
    items = iter(
        _added(
            AgendaItem,
            (
                AgendaItem(
                    meeting=meeting,
                    number=str(n),
                    position=n,
                    title=title,
                    visibility=Visibility.CLOSED if (meeting.pk + n) % 10 == 0 else Visibility.OPEN,
                )
                for meeting, package in zip(meetings, packages, strict=True)
                for n, (title, _) in enumerate(package, 1)
            ),
        )
    )
    pages: list[Any] = []
    told: list[tuple[Any, str, list[str]]] = []
    for version, package in zip(versions, packages, strict=True):
        number = 0
        for title, leaves in package:
            item = next(items)
            for texts in leaves:
                number += 1
                pages.append(Page(version=version, number=number, text="\n\n".join(texts)))
                told.append((item, title, texts))
    _added(Page, pages)
    placed = list(_passages(Passage, pages, told))
    _added(Passage, (passage for passage, _ in placed))
    _added(Placement, (Placement(passage=p, meeting_id=i.meeting_id, item=i) for p, i in placed))
    _added(
        JournalEntry,
        (
            JournalEntry(
                verb="version.stored",
                actor="bench",
                subject="documents.version",
                subject_id=v.pk,
                data={"versions": [v.pk]},
                at=timezone.now(),
            )
            for v in versions
        ),
    )


def _version(kind: Any, document: Any, number: int, owner: Any) -> Any:
    return kind(
        document=document,
        number=1,
        sha256=f"bench{document.pk:059}",
        file_name=f"bench-{number}.pdf",
        size=1,
        format="bench",
        media_type="application/pdf",
        page_count=ITEMS * PAGES,
        received_at=timezone.now(),
        organization=owner,
        published_at=_yesterday(),
    )


def _passages(
    kind: Any, pages: list[Any], told: list[tuple[Any, str, list[str]]]
) -> Iterator[tuple[Any, Any]]:
    for page, (item, title, texts) in zip(pages, told, strict=True):
        at = 0
        for text in texts:
            yield kind(page=page, start=at, end=at + len(text), heading=[title]), item
            at += len(text) + 2


def _added(model: Any, rows: Iterator[models.Model] | list[Any]) -> list[Any]:
    return list(model.objects.bulk_create(rows, batch_size=2000))


def _yesterday() -> datetime:
    return timezone.now() - timedelta(days=1)
