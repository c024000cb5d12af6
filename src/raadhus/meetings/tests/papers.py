"""Papers for tests: parsed packages made by hand, short enough to read."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from raadhus.parsing import (
    Found,
    Kind,
    Outcome,
    ParsedAttachment,
    ParsedAttendee,
    ParsedItem,
    ParsedMeeting,
    ParsedPackage,
    ParsedPage,
    ParsedPassage,
    ParsedStep,
    Role,
    Span,
    Visibility,
)

HERE = (Span(1, 0, 5),)


def said(value: str) -> Found[str]:
    return Found(value, HERE)


def item(
    number: str,
    title: str | None = None,
    *,
    case: str | None = None,
    decision: str | None = None,
    outcome: Outcome | None = None,
    visibility: Visibility = "unknown",
    annexes: tuple[str, ...] = (),
    route: tuple[ParsedStep, ...] = (),
) -> ParsedItem:
    return ParsedItem(
        number=number,
        page=1,
        title=said(title) if title else None,
        case_number=said(case) if case else None,
        decision=said(decision) if decision else None,
        outcome=outcome,
        visibility=visibility,
        attachments=tuple(
            ParsedAttachment(n, said(annex), first_page=1, last_page=1) for n, annex in enumerate(annexes, 1)
        ),
        route=route,
    )


def step(organization: str, day: date, text: str) -> ParsedStep:
    return ParsedStep(said(organization), Found(day, HERE), said("4"), said(text))


def meeting(
    *items: ParsedItem,
    start: datetime | date | None = datetime(2026, 3, 4, 16, 0),
    organization: str | None = "Byrådet",
    kind: Kind = "agenda",
    role: Role = "package",
    attendees: tuple[str, ...] = (),
) -> ParsedMeeting:
    return ParsedMeeting(
        role=role,
        kind=kind,
        first_page=1,
        last_page=1,
        organization=said(organization) if organization else None,
        start=Found(start, HERE) if start else None,
        items=items,
        attendees=tuple(ParsedAttendee(said(name), "present") for name in attendees),
    )


def package(*meetings: ParsedMeeting, name: str = "pakke.txt", text: str = "") -> ParsedPackage:
    """A one-page package; its passages are one for each item, closed where the item is."""
    text = text or f"Papirer til mødet i {name}"
    passages = [
        ParsedPassage(1, 0, len(text), meeting=m, item=i.number, closed=i.visibility == "closed")
        for m, parsed in enumerate(meetings)
        for i in parsed.items
    ]
    return ParsedPackage(
        file_name=name,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        size=len(text),
        format="firstagenda-text",
        media_type="text/plain",
        title=name,
        pages=(ParsedPage(1, text),),
        meetings=tuple(meetings),
        passages=tuple(passages or [ParsedPassage(1, 0, len(text))]),
    )
