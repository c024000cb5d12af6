"""Sections: stretches of lines that belong together, and what a format says about each of them."""

from dataclasses import dataclass, field

from raadhus.parsing._package import ParsedMeeting, ParsedWarning, PassageKind


@dataclass(frozen=True, slots=True)
class Section:
    """Lines `first` up to, not including, `last` of the source, all under one heading and of one kind."""

    first: int
    last: int
    heading: tuple[str, ...] = ()
    kind: PassageKind = "text"
    meeting: int | None = None
    item: str | None = None
    attachment: int | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a format made of a source: its meetings, its sections in order, the lines that are only furniture."""

    format: str
    title: str
    meetings: tuple[ParsedMeeting, ...] = ()
    sections: tuple[Section, ...] = ()
    furniture: frozenset[int] = frozenset()
    warnings: tuple[ParsedWarning, ...] = field(default=())
