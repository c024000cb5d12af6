"""An invented municipality that hides something in every place where something can be hidden.

Each hidden thing has a word of its own, which stands in it and nowhere else, and the body whose members may read it.
What anybody may see is known from this file alone; no rule of the house is asked.
"""

import hashlib
import io
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils import timezone
from reportlab.pdfgen.canvas import Canvas

from raadhus.cases.actions import case_numbered
from raadhus.cases.models import Case, Step
from raadhus.core.journal import record
from raadhus.documents.models import Document, Page, Passage, Version
from raadhus.documents.storage import path_of
from raadhus.ingest.models import IngestedFile, IngestRun
from raadhus.meetings.models import (
    AgendaItem,
    Attachment,
    Correction,
    Decision,
    Meeting,
    MeetingSource,
    Placement,
    Recommendation,
)
from raadhus.organisation.models import Body, Membership, Organization, Person, User
from raadhus.search import catch_up
from raadhus.timeline import linking

COUNCIL, BIRDS = "Byrådet", "Fugleudvalget"
BODIES = (COUNCIL, BIRDS)
COMMON = "mågereder"
"""Stands in every passage, open and closed: what finds all that a reader may find."""
SYLLABLES = "kvab slum rint gjalp frim blusk tverk snuft".split()
ENDINGS = {"vang": "vold", "sted": "stol"}
"""How hidden words end, and how words of the same make end that stand nowhere."""
NUMBER, HIDDEN_NUMBER = "EMN-2031-000123", "EMN-2031-000{}77"


@dataclass(frozen=True, slots=True)
class Secret:
    """`word` may be read by members of `owner` only."""

    what: str
    word: str
    owner: str

    @property
    def nonsense(self) -> str:
        """A word of the same make that stands nowhere."""
        return self.word[:-4] + ENDINGS[self.word[-4:]]


@dataclass(slots=True)
class Known:
    """A row with an address of its own; `owner` None: everybody may see it."""

    pk: int
    owner: str | None


@dataclass(slots=True)
class Place:
    """`passages` are those put down, by kind: (pk, owner, year, body)."""

    secrets: list[Secret] = field(default_factory=list)
    meetings: list[Known] = field(default_factory=list)
    items: list[Known] = field(default_factory=list)
    versions: list[Known] = field(default_factory=list)
    pages: list[tuple[int, int, str | None]] = field(default_factory=list)
    cases: list[tuple[str, str | None]] = field(default_factory=list)
    passages: list[tuple[int, str | None, str, str]] = field(default_factory=list)
    organizations: dict[str, Organization] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)

    def hidden_from(self, seats: frozenset[str]) -> list[Secret]:
        return [secret for secret in self.secrets if secret.owner not in seats]

    def may(self, owner: str | None, seats: frozenset[str]) -> bool:
        return owner is None or owner in seats


SEATS: dict[str, frozenset[str]] = {
    "anonymous": frozenset(),
    "carla": frozenset(),
    "bo": frozenset({BIRDS}),
    "anna": frozenset({COUNCIL}),
}
"""Who sits where: nobody, a citizen with an account, a member of another committee, a member of the council."""


def found_hiding_place() -> Place:
    place = Place()
    body = Body.objects.create(name="Hjelmsund Kommune")
    for name, kind in ((COUNCIL, "council"), (BIRDS, "committee")):
        place.organizations[name] = Organization.objects.create(body=body, name=name, classification=kind)
    for username, seats in SEATS.items():
        if username != "anonymous":
            place.users[username] = _user(body, username, [place.organizations[name] for name in seats])
    for nth, owner in enumerate(BODIES):
        _Papers(place, body, owner, nth).put_down()
    place.cases.append((NUMBER, None))
    linking.catch_up()
    catch_up()
    return place


def _user(body: Body, username: str, seats: list[Organization]) -> User:
    person = Person.objects.create(body=body, name=username.capitalize())
    for organization in seats:
        Membership.objects.create(person=person, organization=organization)
    return User.objects.create_user(
        username, email=f"{username}@example.dk", password="saa-hemmeligt-2031", person=person
    )


class _Papers:
    """One body's meetings: an open one with closed things in it, a wholly closed one, a draft, one to come out."""

    def __init__(self, place: Place, body: Body, owner: str, nth: int) -> None:
        self.place, self.body, self.owner, self.nth = place, body, owner, nth
        self.of = place.organizations[owner]
        self._made = 0

    def secret(self, what: str) -> str:
        first, second = divmod(self._made, len(SYLLABLES))
        self._made += 1
        word = SYLLABLES[second] + SYLLABLES[(first + second + 1) % len(SYLLABLES)] + list(ENDINGS)[self.nth]
        self.place.secrets.append(Secret(what, word, self.owner))
        return word

    def put_down(self) -> None:
        self._open_meeting()
        self._closed_meeting()
        self._draft()
        self._to_come_out()
        self._closed_document()

    def _open_meeting(self) -> None:
        version = self.version("Dagsorden", public=True)
        meeting = self.meeting(date(2031, 3, 4), version, public=True)
        item = self.item(meeting, "1", "Ny fyrtårnsvej", case=NUMBER)
        page = self.page(version)
        self.passage(page, f"Fyrtårnsvejen går forbi {COMMON}, siger {self.owner}.", item=item)
        self.passage(page, f"{self.owner} vedtog fyrtårnsvejen ved {COMMON}.", item=item, kind="decision")
        Decision.objects.create(
            item=item, text=f"{self.owner} vedtog fyrtårnsvejen.", outcome="adopted", source_page=page
        )
        annex = self.annex(item, 2, f"Skøn {self.secret('title of a closed annex')}", version, closed=True)
        closed = self.page(version, closed=True)
        told = f"{self.secret('text of a closed annex')} koster mere end {COMMON}."
        self.passage(closed, told, item=item, attachment=annex, closed=True)
        stretch = self.page(version, closed=True)
        self.passage(stretch, f"{self.secret('a closed stretch of pages')} ved {COMMON}.", closed=True)
        mixed = self.page(version, closed=True)
        self.passage(mixed, f"Åbent fra {self.owner} om {COMMON} på en lukket side.", item=item)
        told = f"{self.secret('a closed passage on a mixed page')} og {COMMON}."
        self.passage(mixed, told, closed=True)
        short = f"K{SYLLABLES[self.nth][0]}V".upper()
        self.passage(
            self.page(version, closed=True),
            f"{self.secret('an abbreviation learnt from closed text').capitalize()}udvalget ({short}) ser {COMMON}.",
            closed=True,
        )
        self.closed_item(meeting, version, "2", outcome="postponed")
        self.put_right(meeting, version)
        self.step(version, closed=True)
        self.tell(version, meeting)

    def _closed_meeting(self) -> None:
        version = self.version(f"Lukket møde {self.secret('document of a closed meeting')}", owner=self.owner)
        Version.objects.filter(pk=version.pk).update(published_at=timezone.now())
        meeting = self.meeting(date(2030, 3, 5), version, public=True)
        self.closed_item(meeting, version, "1", outcome="adopted")
        self.tell(version, meeting)

    def _draft(self) -> None:
        version = self.version(f"Kladde {self.secret('document of a draft')}", owner=self.owner)
        meeting = self.meeting(date(2029, 3, 6), version, public=False)
        item = self.item(meeting, "1", f"Kladde {self.secret('title in a draft')}", owner=self.owner)
        text = f"Kladden om {self.secret('text of a draft')} og {COMMON}."
        self.passage(self.page(version, owner=self.owner), text, item=item, owner=self.owner)
        Decision.objects.create(
            item=item, text=f"Kladden {self.secret('decision in a draft')}.", outcome="adopted"
        )
        reprint = self.version("Pakke med et optryk", public=True)
        self.passage(self.page(reprint), f"Et optryk fra {self.owner} om {COMMON}.", item=item)
        self.tell(version, meeting)
        self.tell(reprint, meeting)

    def _to_come_out(self) -> None:
        tomorrow = timezone.now() + timedelta(days=1)
        version = self.version(f"Senere {self.secret('document of tomorrow')}", owner=self.owner)
        Version.objects.filter(pk=version.pk).update(published_at=tomorrow)
        meeting = self.meeting(date(2028, 3, 7), version, public=False)
        Meeting.objects.filter(pk=meeting.pk).update(published_at=tomorrow)
        item = self.item(meeting, "1", f"Senere {self.secret('title of tomorrow')}", owner=self.owner)
        text = f"I morgen {self.secret('text of tomorrow')} om {COMMON}."
        self.passage(self.page(version, owner=self.owner), text, item=item, owner=self.owner)
        self.tell(version, meeting)

    def _closed_document(self) -> None:
        version = self.version(f"Notat {self.secret('title of a closed document')}", owner=self.owner)
        Version.objects.filter(pk=version.pk).update(published_at=timezone.now())
        text = f"{self.secret('text of a closed document')} om {COMMON}."
        self.passage(self.page(version, closed=True), text, closed=True)
        self.tell(version)

    def closed_item(self, meeting: Meeting, version: Version, number: str, *, outcome: str) -> None:
        title = f"Køb af {self.secret('title of a closed item')}"
        hidden = HIDDEN_NUMBER.format(f"{self.nth}{meeting.date.year % 10}" if meeting.date else "")
        presenters = [f"Direktør {self.secret('presenter of a closed item').capitalize()}"]
        item = self.item(
            meeting, number, title, owner=self.owner, case=hidden, visibility="closed", presenters=presenters
        )
        self.place.cases.append((hidden, self.owner))
        page = self.page(version, closed=True)
        self.passage(page, f"{self.secret('text of a closed item')} ved {COMMON}.", item=item, closed=True)
        decision = f"{self.secret('decision on a closed item')} købes ved {COMMON}."
        self.passage(page, decision, item=item, kind="decision", closed=True)
        Decision.objects.create(item=item, text=decision, outcome=outcome, source_page=page)
        Recommendation.objects.create(
            item=item, position=1, text=f"At {self.secret('recommendation on a closed item')} købes."
        )
        self.annex(item, 1, f"Kort {self.secret('annex of a closed item')}", version)

    def put_right(self, meeting: Meeting, version: Version) -> None:
        """The closed item was read wrongly and has been corrected; an open passage stands under its old title."""
        item = AgendaItem.objects.get(meeting=meeting, closed=True)
        told = f"Køb af {self.secret('what the papers call a corrected closed item')}"
        Correction.objects.create(
            item=item,
            what="title",
            told=told,
            value=item.title,
            by="anna",
            at=timezone.now(),
            look_again=True,
        )
        under = Passage.objects.filter(page__version=version, closed=False).order_by("pk").first()
        assert under is not None
        Passage.objects.filter(pk=under.pk).update(heading=[told])
        unsure = f"Er {self.secret('a warning that names a closed item')} en overskrift?"
        IngestedFile.objects.create(
            run=IngestRun.objects.create(by="anna"), file_name=version.file_name, status="imported",
            version=version, warnings=[{"page": 1, "code": "unsure", "message": unsure}], left=1,
        )  # fmt: skip

    def version(self, title: str, *, public: bool = False, owner: str | None = None) -> Version:
        number = Version.objects.count() + 1
        sheet = io.BytesIO()
        canvas = Canvas(sheet, pagesize=(595, 842))
        for _ in range(8):
            canvas.drawString(72, 720, title)
            canvas.showPage()
        canvas.save()
        original = sheet.getvalue() + str(number).encode()
        sha256 = hashlib.sha256(original).hexdigest()
        path_of(sha256).parent.mkdir(parents=True, exist_ok=True)
        path_of(sha256).write_bytes(original)
        made = Version.objects.create(
            document=Document.objects.create(body=self.body, title=title), number=1, sha256=sha256,
            file_name=f"{title}.pdf", size=len(original), format="firstagenda-pdf",
            media_type="application/pdf", page_count=0, received_at=timezone.now(), organization=self.of,
            published_at=timezone.now() - timedelta(hours=1) if public else None,
        )  # fmt: skip
        self.place.versions.append(Known(made.pk, owner))
        return made

    def meeting(self, day: date, version: Version, *, public: bool) -> Meeting:
        start = datetime.combine(day, datetime.min.time(), timezone.get_current_timezone())
        made = Meeting.objects.create(
            body=self.body, organization=self.of, date=day, kind="minutes",
            start=start + timedelta(hours=16), end=start + timedelta(hours=18),
            published_at=timezone.now() - timedelta(hours=1) if public else None,
        )  # fmt: skip
        MeetingSource.objects.create(
            meeting=made, version=version, role="package", kind="minutes", first_page=1, last_page=1,
            is_current=True, told={},
        )  # fmt: skip
        self.place.meetings.append(Known(made.pk, None if public else self.owner))
        return made

    def item(
        self, meeting: Meeting, number: str, title: str, *, owner: str | None = None, case: str = "",
        visibility: str = "open", presenters: list[str] | None = None,
    ) -> AgendaItem:  # fmt: skip
        made = AgendaItem.objects.create(
            meeting=meeting, number=number, position=int(number), title=title, visibility=visibility,
            case=case_numbered(self.body, case) if case else None, presenters=presenters or [],
        )  # fmt: skip
        self.place.items.append(Known(made.pk, owner))
        return made

    def page(self, version: Version, *, closed: bool = False, owner: str | None = None) -> Page:
        number = version.pages.count() + 1
        Version.objects.filter(pk=version.pk).update(page_count=number)
        made = Page.objects.create(
            version=version, number=number, text="", width=595, height=842, closed=closed
        )
        self.place.pages.append((version.pk, number, self.owner if closed else owner))
        return made

    def passage(
        self, page: Page, text: str, *, item: AgendaItem | None = None, attachment: Attachment | None = None,
        kind: str = "text", closed: bool = False, owner: str | None = None,
    ) -> None:  # fmt: skip
        start = len(page.text) + 2 if page.text else 0
        page.text = f"{page.text}\n\n{text}" if page.text else text
        page.save()
        made = Passage.objects.create(page=page, start=start, end=len(page.text), kind=kind, closed=closed)
        if item is not None:
            Placement.objects.create(passage=made, meeting=item.meeting, item=item, attachment=attachment)
        year = str(item.meeting.date.year) if item is not None and item.meeting.date else ""
        self.place.passages.append((made.pk, self.owner if closed else owner, year, self.owner))

    def annex(
        self, item: AgendaItem, number: int, title: str, version: Version, *, closed: bool = False
    ) -> Attachment:
        return Attachment.objects.create(
            item=item, number=number, title=title, version=version, first_page=1, last_page=5, closed=closed
        )

    def step(self, version: Version, *, closed: bool) -> None:
        Step.objects.create(
            case=Case.objects.get(number=NUMBER), version=version, organization_name="Magistraten",
            date=date(2031, 2, 1), number="4", closed=closed,
            text=f"Sendes til {self.owner}: {self.secret('a closed step of an open case')}.",
        )  # fmt: skip

    def tell(self, version: Version, meeting: Meeting | None = None) -> None:
        record("version.stored", version, actor="anna", versions=[version.pk])
        if meeting is not None:
            record("meeting.created", meeting, actor="anna", versions=[version.pk])
