"""A small town hall for tests: bodies, meetings and items, made row by row."""

import itertools
from datetime import date, datetime, timedelta

from django.utils import timezone

from raadhus.cases.actions import case_numbered
from raadhus.cases.models import Step
from raadhus.core.journal import record
from raadhus.documents.models import Document, Page, Version
from raadhus.meetings.choices import Kind, Outcome, SourceRole, Visibility
from raadhus.meetings.models import AgendaItem, Attachment, Decision, Meeting, MeetingSource
from raadhus.openness import Reader
from raadhus.organisation.models import Body, Organization
from raadhus.organisation.naming import classify

CARLA = Reader.anonymous()
DRIFT = Reader.operator()
SPRING = date(2026, 3, 4)
_numbers = itertools.count(1)


def body() -> Body:
    return Body.objects.get_or_create(name="Fjordby Kommune")[0]


def organization(name: str) -> Organization:
    return Organization.objects.get_or_create(
        body=body(), name=name, department="", defaults={"classification": classify(name)}
    )[0]


def bo(*names: str) -> Reader:
    """Bo, who sits in the bodies of those names."""
    return Reader("bo", organizations=frozenset(organization(name).pk for name in names))


def page(of: Organization | None = None, *, published: datetime | None = None, draft: bool = False) -> Page:
    """The only page of a paper of that body's."""
    number = next(_numbers)
    version = Version.objects.create(
        document=Document.objects.create(body=body(), title=f"Pakke {number}"),
        number=1,
        sha256=f"{number:064}",
        file_name=f"pakke-{number}.pdf",
        size=1,
        format="test",
        media_type="application/pdf",
        page_count=1,
        received_at=timezone.now(),
        organization=of,
        published_at=None if draft else published or timezone.now() - timedelta(days=1),
    )
    return Page.objects.create(version=version, number=1, text="", width=1, height=1)


def item(
    where: str,
    title: str,
    *,
    after: int = 0,
    number: str = "1",
    case: str | None = None,
    closed: bool = False,
    draft: bool = False,
    decision: str = "",
    outcome: Outcome = Outcome.ADOPTED,
    undated: bool = False,
) -> AgendaItem:
    """An item of a meeting of that body, `after` days into the spring; the journal is told of it."""
    held_by = organization(where)
    day = None if undated else SPRING + timedelta(days=after)
    meeting = Meeting.objects.filter(organization=held_by, date=day).first() if day else None
    if meeting is None:
        paper = page(held_by, draft=draft)
        meeting = Meeting.objects.create(
            body=body(), organization=held_by, date=day, kind=Kind.MINUTES,
            published_at=paper.version.published_at,
        )  # fmt: skip
        MeetingSource.objects.create(
            meeting=meeting, version=paper.version, role=SourceRole.PACKAGE, kind=Kind.MINUTES,
            first_page=1, last_page=1, is_current=True, told={},
        )  # fmt: skip
    made = AgendaItem.objects.create(
        meeting=meeting,
        number=number,
        position=meeting.items.count() + 1,
        title=title,
        case=case_numbered(body(), case) if case else None,
        visibility=Visibility.CLOSED if closed else Visibility.OPEN,
    )
    if decision:
        Decision.objects.create(item=made, text=decision, outcome=outcome)
    tell(made)
    return made


def annex(on: AgendaItem, case: str, *, number: int = 1, closed: bool = False) -> None:
    version = on.meeting.sources.get().version
    Attachment.objects.create(
        item=on, number=number, title="Notat", version=version, case_number=case, closed=closed
    )
    tell(on)


def told(
    by: AgendaItem, where: str, *, after: int, number: str, text: str = "", closed: bool = False
) -> Step:
    """What the paper of `by` tells of an earlier meeting."""
    version = by.meeting.sources.get().version
    known = Organization.objects.filter(body=body(), name=where).first()
    assert by.case is not None
    tell(by)
    return Step.objects.create(
        case=by.case, version=version, organization_name=where, organization=known,
        date=SPRING + timedelta(days=after), number=number, text=text, closed=closed,
        source_page=version.pages.get(),
    )  # fmt: skip


def tell(changed: AgendaItem) -> None:
    record("meeting.updated", changed.meeting, actor="anna")
