"""A small town hall for tests: organizations, meetings and passages, made row by row."""

import itertools
from datetime import date, datetime, timedelta

from django.utils import timezone

from raadhus.cases.models import Case
from raadhus.core.journal import record
from raadhus.documents.models import Document, Page, Passage, PassageKind, Version
from raadhus.meetings.choices import Kind, Outcome, SourceRole, Visibility
from raadhus.meetings.models import AgendaItem, Decision, Meeting, MeetingSource, Placement
from raadhus.openness import Reader
from raadhus.organisation.models import Body, Organization

CARLA = Reader.anonymous()
DRIFT = Reader.operator()
_numbers = itertools.count(1)


def bo(*organizations: Organization) -> Reader:
    """Bo, who sits in `organizations`."""
    return Reader("bo", organizations=frozenset(o.pk for o in organizations))


def organization(name: str = "Byrådet", **names: str) -> Organization:
    body, _ = Body.objects.get_or_create(name="Fjordby Kommune")
    return Organization.objects.get_or_create(body=body, name=name, defaults=names)[0]


def version(
    owner: Organization | None = None,
    *,
    published: datetime | None = None,
    draft: bool = False,
    title: str = "Pakke",
) -> Version:
    """A version of `owner`'s, published yesterday unless told otherwise."""
    body, _ = Body.objects.get_or_create(name="Fjordby Kommune")
    number = next(_numbers)
    return Version.objects.create(
        document=Document.objects.create(body=body, title=title),
        number=1,
        sha256=f"{number:064}",
        file_name=f"pakke-{number}.pdf",
        size=1,
        format="test",
        media_type="application/pdf",
        page_count=1,
        received_at=timezone.now(),
        organization=owner,
        published_at=None if draft else published or timezone.now() - timedelta(days=1),
    )


def passages(
    of: Version,
    *texts: str,
    heading: tuple[str, ...] = (),
    kind: str = PassageKind.TEXT,
    closed: bool = False,
) -> list[Passage]:
    """One new page of `of` with `texts` on it, a passage each."""
    page = Page.objects.create(
        version=of, number=of.pages.count() + 1, text="\n\n".join(texts), width=1, height=1, closed=closed
    )
    made, at = [], 0
    for text in texts:
        made.append(
            Passage.objects.create(
                page=page, start=at, end=at + len(text), heading=list(heading), kind=kind, closed=closed
            )
        )
        at += len(text) + 2
    return made


def item(
    of: Version,
    title: str = "",
    *,
    day: date = date(2026, 3, 4),
    case: str | None = None,
    closed: bool = False,
    decision: str = "",
    outcome: Outcome = Outcome.ADOPTED,
) -> AgendaItem:
    """An item of the owner's meeting that day, as `of` tells it."""
    owner = of.organization
    assert owner is not None
    meeting, _ = Meeting.objects.get_or_create(
        body=owner.body,
        organization=owner,
        date=day,
        defaults={"kind": Kind.MINUTES, "published_at": of.published_at},
    )
    MeetingSource.objects.get_or_create(
        meeting=meeting,
        version=of,
        defaults={
            "role": SourceRole.PACKAGE,
            "kind": Kind.MINUTES,
            "first_page": 1,
            "last_page": 1,
            "told": {},
        },
    )
    number = case and Case.objects.get_or_create(body=owner.body, number=case)[0]
    made = AgendaItem.objects.create(
        meeting=meeting,
        number="1",
        position=1,
        title=title,
        case=number or None,
        visibility=Visibility.CLOSED if closed else Visibility.OPEN,
    )
    if decision:
        Decision.objects.create(item=made, text=decision, outcome=outcome)
    return made


def place(on: AgendaItem, *which: Passage) -> None:
    for passage in which:
        Placement.objects.create(passage=passage, meeting=on.meeting, item=on)


def tell(*versions: Version, verb: str = "version.stored") -> None:
    """Write in the journal that the passages of `versions` are new or changed."""
    record(verb, versions[0], actor="anna", versions=[v.pk for v in versions])
