"""An invented municipality with something closed in every place where something can be closed."""

import hashlib
import io
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from reportlab.pdfgen.canvas import Canvas

from raadhus.cases.models import Case, Step
from raadhus.core.journal import record
from raadhus.core.times import COPENHAGEN
from raadhus.documents.models import Document, Page, Passage, Version
from raadhus.documents.storage import path_of
from raadhus.meetings.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Decision,
    Meeting,
    MeetingSource,
    Placement,
    Recommendation,
)
from raadhus.organisation.models import Body, Membership, Organization, Person, User
from raadhus.search import catch_up

SECRET = "Hemmelighedsgrund"
"""Stands in everything closed, and nowhere else."""
OPEN_PAGE = (
    "Punkt 1: Ny svømmehal\nByrådet sender sagen til Teknisk Udvalg.\nDen nye svømmehal koster 84 mio. kr.\n"
)
MIXED_PAGE = "Punkt 2: Sikre skoleveje\nPunkt 3: Køb af " + SECRET


@dataclass(frozen=True, slots=True)
class Town:
    body: Body
    council: Organization
    committee: Organization
    held: Meeting
    coming: Meeting
    draft: Meeting
    pool: AgendaItem
    roads: AgendaItem
    closed: AgendaItem
    dropped: AgendaItem
    case: Case
    closed_case: Case
    version: Version
    open_version: Version
    roads_passage: Passage
    closed_passage: Passage
    anna: User
    mette: User


def found_town() -> Town:
    body = Body.objects.create(name="Sønderbæk Kommune")
    council = Organization.objects.create(body=body, name="Byrådet", classification="council")
    committee = Organization.objects.create(body=body, name="Teknisk Udvalg", classification="committee")
    held = _meeting(council, datetime(2025, 8, 27, 16, tzinfo=COPENHAGEN), kind="minutes")
    coming = _meeting(council, timezone.now() + timedelta(days=7), kind="agenda")
    draft = _meeting(council, timezone.now() + timedelta(days=21), kind="agenda", published_at=None)
    version = _version(council, "Referat", OPEN_PAGE, MIXED_PAGE)
    open_version = _version(council, "Dagsorden", OPEN_PAGE)
    MeetingSource.objects.create(
        meeting=held, version=version, role="package", kind="minutes", first_page=1, last_page=2,
        is_current=True, told={},
    )  # fmt: skip
    case = Case.objects.create(body=body, number="EMN-2031-002204")
    closed_case = Case.objects.create(body=body, number="EMN-2025-009999")
    pages = list(version.pages.order_by("number"))
    pool = _item(held, "1", "Ny svømmehal", case=case, source_page=pages[0], source_start=0, source_end=21)
    roads = _item(held, "2", "Sikre skoleveje", source_page=pages[1])
    closed = _item(
        held, "3", f"Køb af {SECRET}", case=closed_case, visibility="closed", source_page=pages[1],
        presenters=[f"Direktør for {SECRET}"],
    )  # fmt: skip
    dropped = _item(held, "4", "Cykelparkering", dropped=True)
    _item(draft, "1", f"Kladde om {SECRET}")
    _decide(pool, "Byrådet sender sagen til Teknisk Udvalg.", "referred", pages[0], (22, 62))
    _decide(roads, "Byrådet vedtog indstillingen.", "adopted", pages[1], (0, 10))
    _decide(closed, f"{SECRET} købes.", "adopted", pages[1], (25, 40))
    for item in (pool, closed):
        Recommendation.objects.create(
            item=item, position=1, text=f"At {item.title} besluttes.", source_page=pages[0]
        )
    _annex(pool, 1, "Notat om placering", version)
    _annex(pool, 2, f"Priser {SECRET}", version, closed=True)
    _annex(closed, 1, f"Kort over {SECRET}", version)
    text = "Magistraten anbefaler forslaget."
    _step(case, version, text, pages[0])
    _step(case, version, f"Lukket drøftelse af {SECRET}", pages[1], closed=True)
    roads_passage = Passage.objects.create(page=pages[1], start=0, end=24, heading=["Sikre skoleveje"])
    closed_passage = Passage.objects.create(
        page=pages[1], start=25, end=len(MIXED_PAGE), heading=[SECRET], closed=True
    )
    pool_passage = Passage.objects.create(
        page=pages[0], start=0, end=len(OPEN_PAGE), heading=["Ny svømmehal"]
    )
    for passage, item in ((pool_passage, pool), (roads_passage, roads), (closed_passage, closed)):
        Placement.objects.create(passage=passage, meeting=held, item=item)
    anna, mette = _user("anna", "Anna Birk", council), _user("mette", "Mette Holm", committee)
    assert anna.person is not None
    Attendance.objects.create(meeting=held, person=anna.person, status="present")
    Attendance.objects.create(
        meeting=held, person=Person.objects.create(body=body, name="Bo Lund"), status="excused"
    )
    record("test.stored", version, actor="test", versions=[version.pk, open_version.pk])
    catch_up()
    return Town(
        body, council, committee, held, coming, draft, pool, roads, closed, dropped, case, closed_case,
        version, open_version, roads_passage, closed_passage, anna, mette,
    )  # fmt: skip


def _meeting(organization: Organization, start: datetime, **fields: Any) -> Meeting:
    values = {"published_at": timezone.now(), "location": "Byrådssalen"} | fields
    day = start.astimezone(COPENHAGEN).date()
    return Meeting.objects.create(
        body=organization.body, organization=organization, date=day, start=start, **values
    )


def _version(organization: Organization, title: str, *texts: str) -> Version:
    """A PDF with one page for each text, kept as an original; pages that hold the secret are closed."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for text in texts:
        canvas.drawString(72, 720, text.split("\n")[0])
        canvas.showPage()
    canvas.save()
    original = buffer.getvalue()
    sha256 = hashlib.sha256(original).hexdigest()
    path_of(sha256).parent.mkdir(parents=True, exist_ok=True)
    path_of(sha256).write_bytes(original)
    version = Version.objects.create(
        document=Document.objects.create(body=organization.body, title=f"{title} 27. august 2025"),
        number=1,
        sha256=sha256,
        file_name=f"{title} æøå.pdf",
        size=len(original),
        format="firstagenda-pdf",
        media_type="application/pdf",
        page_count=len(texts),
        received_at=timezone.now(),
        organization=organization,
        published_at=timezone.now(),
    )
    for number, text in enumerate(texts, 1):
        Page.objects.create(
            version=version, number=number, text=text, width=595, height=842, closed=SECRET in text
        )
    return version


def _item(meeting: Meeting, number: str, title: str, **fields: Any) -> AgendaItem:
    values = {"visibility": "open", "position": int(number), "duration_minutes": 15} | fields
    return AgendaItem.objects.create(meeting=meeting, number=number, title=title, **values)


def _decide(item: AgendaItem, text: str, outcome: str, page: Page, stretch: tuple[int, int]) -> None:
    Decision.objects.create(
        item=item,
        text=text,
        outcome=outcome,
        source_page=page,
        source_start=stretch[0],
        source_end=stretch[1],
    )


def _annex(item: AgendaItem, number: int, title: str, version: Version, **fields: Any) -> None:
    Attachment.objects.create(
        item=item, number=number, title=title, version=version, first_page=1, last_page=2, **fields
    )


def _step(case: Case, version: Version, text: str, page: Page, **fields: Any) -> None:
    Step.objects.create(
        case=case, version=version, organization_name="Magistraten", date=date(2025, 8, 19), number="4",
        text=text, source_page=page, **fields,
    )  # fmt: skip


def _user(username: str, name: str, organization: Organization) -> User:
    person = Person.objects.create(body=organization.body, name=name)
    Membership.objects.create(person=person, organization=organization)
    return User.objects.create_user(username, password="saa-hemmeligt-2026", person=person)
