"""What the invented municipality knows of itself: the truth that its packages are written from."""

from dataclasses import dataclass, field
from datetime import date, datetime

from raadhus.parsing import Outcome
from raadhus.parsing._package import Kind, Visibility


@dataclass(frozen=True, slots=True)
class DemoStep:
    """One block of a Sagsforløb."""

    organization: str
    date: date
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class DemoSection:
    """A heading of a case paper and what stands under it; an empty heading is an opening line."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoAnnex:
    """An annex as it is named under the item. `content` says what its pages hold, where they are shown."""

    title: str
    content: str = ""
    document_number: str = ""


@dataclass(frozen=True, slots=True)
class DemoItem:
    """An item as one package tells it. Closed items of a rådmandsmøde have no title."""

    number: str
    title: str | None
    case_number: str = ""
    closed: bool = False
    minutes: int | None = None
    presenters: tuple[str, ...] = ()
    initials: str = ""
    officer: str = ""
    department: str = ""
    sections: tuple[DemoSection, ...] = ()
    recommendations: tuple[str, ...] = ()
    remark: str = ""
    route: tuple[DemoStep, ...] = ()
    annexes: tuple[DemoAnnex, ...] = ()
    decision: str | None = None
    outcome: Outcome | None = None
    story: str = ""

    @property
    def visibility(self) -> Visibility:
        return "closed" if self.closed else "open"

    @property
    def shown_title(self) -> str:
        title = self.title or ""
        return f"Lukket: {title}" if self.closed else title


@dataclass(frozen=True, slots=True)
class DemoMeeting:
    """A meeting as one package tells it; `heading` is the body's name as printed there."""

    organ: str
    organization: str
    department: str
    heading: str
    kind: Kind
    start: datetime
    end: datetime
    place: str
    attendees: tuple[tuple[str, bool], ...] = ()
    items: tuple[DemoItem, ...] = ()
    closed_items: tuple[DemoItem, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoPackage:
    """One file to be: its name, its layout, what it tells, and when it arrives."""

    file_name: str
    layout: str
    arrives: datetime
    meeting: DemoMeeting | None = None
    nested: tuple[DemoMeeting, ...] = field(default=())
