"""Read an SBSYS publication: its agendas, their items with the fields each municipality names, and the enclosures."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from raadhus.parsing._names import split_status
from raadhus.parsing._package import AttendanceStatus, Kind, Visibility
from raadhus.parsing.formats._draft import (
    Draft,
    DraftAnnex,
    DraftField,
    DraftItem,
    DraftMeeting,
    numbered_once,
    with_parts,
)
from raadhus.parsing.formats._moments import day_of, end_of, moment_of
from raadhus.parsing.formats.sbsys_publication import _agenda
from raadhus.parsing.sources._markup import lines_of
from raadhus.parsing.sources._xml import child, children, content, local, says_yes, value

_AWAY = re.compile(
    r"not ?(?:attend|partic|present)|absent|cancel|declin|afbud|fravær|ikke|excus|away|rejected",
    re.IGNORECASE,
)
_THERE = re.compile(r"attend|partic|present|accept|deltag|til ?stede|mødt", re.IGNORECASE)
_UNDECIDED = re.compile(
    r"not ?decided|undecided|unknown|ikke (?:besluttet|afklaret|svaret)|^$", re.IGNORECASE
)
_MINUTES = re.compile(r"minute|referat|protocol|protokol", re.IGNORECASE)
_MOST_DATA = 200 * 1024 * 1024
_FORMAT = "sbsys-publication-xml"


def read(root: etree._Element) -> Draft | None:
    """Return what the publication holds; None for XML of another kind."""
    if local(root) == "Dagsorden" and child(root, "Dagsordenpunkter") is not None:
        return _agenda.read(root)
    agendas = children(child(root, "Agendas"), "Agenda") or children(root, "Agenda")
    if local(root) not in ("Publication", "Agendas") or not agendas:
        return None
    kind = _kind(root)
    meetings = _joined([_meeting(agenda, kind) for agenda in agendas])
    draft = (
        "draft" in value(root, "PublicationTypeAsEnum").casefold()
        or value(root, "PublicationTypeAsValue") == "0"
    )
    return Draft(
        format=_FORMAT,
        meetings=tuple(meetings),
        warnings=(("draft-publication", "Udgivelsen er en kladde i SBSYS; mødet er gemt som kladde."),)
        if draft
        else (),
        folders=tuple(filter(None, [value(root, "RelativeEnclosureOutputPath")])),
    )


def _kind(root: etree._Element) -> Kind:
    said = value(root, "PublicationTypeAsEnum")
    return (
        "minutes"
        if _MINUTES.search(said) or value(root, "PublicationTypeAsValue") in ("2", "3")
        else "agenda"
    )


def _joined(meetings: list[DraftMeeting]) -> Iterator[DraftMeeting]:
    """Yield each meeting once: a supplement or the closed part may come as an agenda of its own."""
    left = list(meetings)
    while left:
        first = left.pop(0)
        same = [
            m for m in left if m.organization == first.organization and m.start == first.start and m.start
        ]
        left = [m for m in left if not any(m is other for other in same)]
        items = tuple(item for meeting in (first, *same) for item in meeting.items)
        kind: Kind = "minutes" if any(m.kind == "minutes" for m in (first, *same)) else "agenda"
        yield replace(first, items=numbered_once(items), kind=kind)


def _meeting(agenda: etree._Element, kind: Kind) -> DraftMeeting:
    meeting = child(agenda, "Meeting")
    start = moment_of(value(meeting, "When"))
    items = [part for item in children(child(agenda, "Items"), "Item") for part in _with_parts(item)]
    return DraftMeeting(
        kind=kind,
        organization=value(agenda, "Committee", "Name") or value(agenda, "Name"),
        start=start,
        end=end_of(value(meeting, "Until"), start),
        location=value(meeting, "Where"),
        attendees=tuple(_attendees(child(meeting, "Members"), kind)),
        items=tuple(items),
        lines=tuple(lines_of(content(agenda, "Frontpage"))) if day_of(start) else (),
    )


def _attendees(members: etree._Element | None, kind: Kind) -> Iterator[tuple[str, AttendanceStatus]]:
    for member in children(members, "MeetingMember"):
        name, _ = split_status(value(member, "Name") or value(member, "Member", "Name"))
        said = value(member, "ParticipationStatusAsText") or value(member, "ParticipationStatusAsEnum")
        status = _status(said, value(member, "ParticipationStatusAsValue"), kind)
        if name and status:
            yield name, status


def _status(said: str, number: str, kind: Kind) -> AttendanceStatus | None:
    """Who has not answered is expected at a meeting to come, and not told of in the minutes."""
    if _UNDECIDED.search(said) and number in ("", "0"):
        return "present" if kind == "agenda" else None
    if _AWAY.search(said):
        return "excused"
    return "present" if _THERE.search(said) or number in ("1", "4") else "excused"


def _with_parts(item: etree._Element) -> Iterator[DraftItem]:
    parts = [part for inner in children(child(item, "Items"), "Item") for part in _with_parts(inner)]
    yield from with_parts(_item(item), parts)


def _item(item: etree._Element) -> DraftItem:
    visibility: Visibility = "open" if says_yes(value(item, "IsPublic")) else "closed"
    return DraftItem(
        number=value(item, "Number"),
        title=value(item, "Caption"),
        visibility=visibility,
        case_number=value(item, "Case", "Number"),
        case_worker=value(item, "CaseWorker", "Name") or value(item, "Case", "CaseWorker", "Name"),
        fields=tuple(_fields(child(item, "Fields"))),
        annexes=tuple(_annex(e) for e in _in_order(children(child(item, "Enclosures"), "Enclosure"))),
        absent=tuple(_absent(child(item, "Members"))),
    )


def _fields(fields: etree._Element | None) -> Iterator[DraftField]:
    for part in _in_order(children(fields, "ItemField")):
        lines = tuple(lines_of(content(part, "Content")))
        if not lines:
            continue
        feedback = says_yes(value(part, "IsFeedback")) is True
        yield DraftField(value(part, "Caption"), lines, "decision" if feedback else "text")


def _in_order(parts: list[etree._Element]) -> list[etree._Element]:
    """By their Index where all have one; else as they stand."""
    numbers = [value(part, "Index") or value(part, "Number") for part in parts]
    if not all(number.isdecimal() and len(number) < 9 for number in numbers):
        return parts
    return [part for _, part in sorted(zip(map(int, numbers), parts, strict=True), key=lambda pair: pair[0])]


def _annex(enclosure: etree._Element) -> DraftAnnex:
    public = says_yes(value(enclosure, "IsPublic"))
    shut = says_yes(value(enclosure, "IsProtected")) is True or public is False
    worker = value(enclosure, "CaseWorker", "Name")
    return DraftAnnex(
        title=value(enclosure, "Name") or value(enclosure, "FileName").rpartition("\\")[2],
        file=value(enclosure, "InstantiationFilePathRelative") or value(enclosure, "InstantiationFileName"),
        closed=shut,
        case_number=value(enclosure, "Case", "Number"),
        document_number=value(enclosure, "DocumentNumber") or value(enclosure, "Document", "Number"),
        case_worker=worker,
        data=_data(enclosure),
    )


def _data(enclosure: etree._Element) -> bytes | None:
    """The file itself, where the publication holds it in Base64."""
    text = value(enclosure, "Data").replace(" ", "")
    if not text or len(text) > _MOST_DATA:
        return None
    try:
        return base64.b64decode(text, validate=True) or None
    except (binascii.Error, ValueError):
        return None


def _absent(members: etree._Element | None) -> Iterator[str]:
    for member in children(members, "ItemMember"):
        said = value(member, "ParticipationStatusAsText")
        if not _UNDECIDED.search(said) and _AWAY.search(said) and (name := value(member, "Name")):
            yield split_status(name)[0]
