"""What a package becomes when it is read: frozen values, each with the place it was read from."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Generic, Literal, TypeVar, get_args

Role = Literal["package", "nested"]
Kind = Literal["agenda", "minutes"]
Visibility = Literal["open", "closed", "unknown"]
AttendanceStatus = Literal["present", "excused"]
PassageKind = Literal["item", "decision", "recommendation", "annex", "text"]
Outcome = Literal[
    "adopted", "noted", "discussed", "referred", "postponed", "rejected", "withdrawn", "none", "other"
]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one page: `page` from 1, `start` and `end` as offsets into that page's text (end exclusive)."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value and where it was read. A value that runs over a page break has one span per page, in order."""

    value: T_co
    spans: tuple[Span, ...]

    @property
    def page(self) -> int:
        return self.spans[0].page


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """One page's text as it stands there; size in points (1/72 inch), None for formats without paper."""

    number: int
    text: str
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class ParsedAttendee:
    name: Found[str]
    status: AttendanceStatus


@dataclass(frozen=True, slots=True)
class ParsedStep:
    """One step of a case's route (Sagsforløb): what a body did with it earlier."""

    organization: Found[str]
    date: Found[date] | None
    number: Found[str] | None
    text: Found[str] | None


@dataclass(frozen=True, slots=True)
class ParsedAttachment:
    """An annex. `first_page` and `last_page` are pages of the package; None when it is only named there.

    With a `file`, they are pages of the package's enclosure of that name. `closed` annexes may stand under an
    open item.
    """

    number: int
    title: Found[str]
    first_page: int | None = None
    last_page: int | None = None
    case_number: Found[str] | None = None
    document_number: Found[str] | None = None
    case_worker: Found[str] | None = None
    file: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """An agenda item. A closed item that the package names but does not show has a number and no title."""

    number: str
    page: int
    title: Found[str] | None = None
    case_number: Found[str] | None = None
    duration_minutes: Found[int] | None = None
    presenters: tuple[Found[str], ...] = ()
    visibility: Visibility = "unknown"
    recommendations: tuple[Found[str], ...] = ()
    decision: Found[str] | None = None
    outcome: Outcome | None = None
    route: tuple[ParsedStep, ...] = ()
    attachments: tuple[ParsedAttachment, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedMeeting:
    """A meeting: the package's own (`package`) or minutes/an agenda inside an attachment (`nested`).

    `start` and `end` are naive local times (Europe/Copenhagen), a `date` where no hour is given.
    """

    role: Role
    kind: Kind
    first_page: int
    last_page: int
    organization: Found[str] | None = None
    department: Found[str] | None = None
    start: Found[datetime] | Found[date] | None = None
    end: Found[datetime] | None = None
    location: Found[str] | None = None
    attendees: tuple[ParsedAttendee, ...] = ()
    items: tuple[ParsedItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedPassage:
    """A stretch of one page to be found and quoted: a paragraph or a few, never across a page.

    `heading` is the path down to it (item title, annex title, chapter, section). `meeting` is an index
    into `ParsedPackage.meetings`, `item` and `attachment` the numbers there; None outside of one.
    `closed` passages stem from closed items or from notes that are a member's own.
    """

    page: int
    start: int
    end: int
    heading: tuple[str, ...] = ()
    kind: PassageKind = "text"
    meeting: int | None = None
    item: str | None = None
    attachment: int | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class ParsedWarning:
    """Something the reader was not sure of, for a person to look at. `message` is a Danish sentence."""

    page: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ParsedPackage:
    """All that one file holds. `meetings` is empty for a document without one."""

    file_name: str
    sha256: str
    size: int
    format: str
    media_type: str
    title: str
    pages: tuple[ParsedPage, ...]
    meetings: tuple[ParsedMeeting, ...] = ()
    passages: tuple[ParsedPassage, ...] = ()
    warnings: tuple[ParsedWarning, ...] = field(default=())
    enclosures: tuple["ParsedEnclosure", ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedEnclosure:
    """A file of its own that came with a manifest: `name` is what attachments call it.

    The file lies at `path` as long as its paper is open; where the manifest itself held it, it is in `data`.
    `closed` when any attachment that is this file is closed, or belongs to a closed item.
    """

    name: str
    package: ParsedPackage
    closed: bool = False
    path: Path | None = None
    data: bytes | None = None
