"""A draft: what a manifest says, before it is laid out as pages. Every structured format gives one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from raadhus.parsing._lines import RawLine
from raadhus.parsing._package import AttendanceStatus, Kind, Visibility
from raadhus.parsing._text import clean

FieldKind = Literal["text", "decision", "points", "route"]


@dataclass(frozen=True, slots=True)
class DraftField:
    """A heading with the text under it."""

    title: str
    lines: tuple[RawLine, ...]
    kind: FieldKind = "text"


@dataclass(frozen=True, slots=True)
class DraftAnnex:
    """An annex as it is named. `file` is its name in the manifest, `data` the file itself where the manifest holds
    it, `lines` its text where the manifest holds that. `elsewhere`: the file was never to lie beside the manifest."""

    title: str
    file: str = ""
    closed: bool = False
    case_number: str = ""
    document_number: str = ""
    case_worker: str = ""
    data: bytes | None = None
    lines: tuple[RawLine, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class DraftStep:
    """What a body did with the case earlier."""

    organization: str
    day: date | None = None
    number: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class DraftItem:
    number: str
    title: str
    visibility: Visibility
    case_number: str = ""
    case_worker: str = ""
    fields: tuple[DraftField, ...] = ()
    annexes: tuple[DraftAnnex, ...] = ()
    steps: tuple[DraftStep, ...] = ()
    presenters: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftMeeting:
    kind: Kind
    organization: str
    start: datetime | date | None = None
    end: datetime | None = None
    location: str = ""
    attendees: tuple[tuple[str, AttendanceStatus], ...] = ()
    items: tuple[DraftItem, ...] = ()
    lines: tuple[RawLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """`prints` are files that show the same meeting on paper, `parts` the further files of the manifest itself;
    `folders` is where it keeps its files, when its names do not say so."""

    format: str
    meetings: tuple[DraftMeeting, ...]
    warnings: tuple[tuple[str, str], ...] = field(default=())
    prints: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


def with_parts(item: DraftItem, parts: Iterable[DraftItem]) -> Iterator[DraftItem]:
    """Yield an item and the items under it, numbered 2.1, 2.2; what stands under a closed item is closed."""
    yield item
    for at, part in enumerate(parts, start=1):
        number = part.number or str(at)
        whole = number if number.startswith(f"{item.number}.") else f"{item.number}.{number}"
        shut = item.visibility == "closed"
        yield replace(part, number=whole.lstrip("."), visibility="closed" if shut else part.visibility)


def cleaned(draft: Any) -> Any:
    """Return the draft, or a part of it, with clean text in every value; what holds nothing to read becomes "".

    Lines are left as they are: they are cleaned when they are written.
    """
    if isinstance(draft, str):
        return clean(draft)
    if isinstance(draft, RawLine):
        return draft
    if isinstance(draft, tuple):
        return tuple(cleaned(part) for part in draft)
    if is_dataclass(draft) and not isinstance(draft, type):
        return replace(draft, **{part.name: cleaned(getattr(draft, part.name)) for part in fields(draft)})
    return draft


Finder = Callable[[str], str | None]
"""From the name of a further file of the manifest to its text; None when it is not there."""


def numbered_once(items: tuple[DraftItem, ...]) -> tuple[DraftItem, ...]:
    """Return the items, each with a number that no other has: a closed part and a supplement count from 1 again."""
    taken: set[str] = set()
    found: list[DraftItem] = []
    for at, item in enumerate(items, start=1):
        number = item.number or str(at)
        if number in taken and item.visibility == "closed":
            number = f"L{number}"
        extra = 2
        plain = number
        while number in taken:
            number = f"{plain}-{extra}"
            extra += 1
        taken.add(number)
        found.append(replace(item, number=number))
    return tuple(found)
