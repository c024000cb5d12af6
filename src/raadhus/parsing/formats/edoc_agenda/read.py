"""Read the second eDoc: Root/Committee/Meeting/Agenda/AgendaElements with HandlingItems; or the notice of one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._names import split_status
from raadhus.parsing._package import AttendanceStatus, Kind, Visibility
from raadhus.parsing.formats._draft import (
    Draft,
    DraftAnnex,
    DraftField,
    DraftItem,
    DraftMeeting,
    DraftStep,
    Finder,
    numbered_once,
)
from raadhus.parsing.formats._moments import day_of, end_of, moment_of
from raadhus.parsing.sources._markup import lines_of
from raadhus.parsing.sources._xml import child, children, content, local, parsed, says_yes, value

_FORMAT = "edoc-agenda-xml"
_MINUTES = re.compile(r"minute|referat|protokol|protocol", re.IGNORECASE)
_SHUT = re.compile(r"fortrolig|luk|intern|ikke|confidential|closed|private|restrict|secret", re.IGNORECASE)
_OPEN = re.compile(r"offentlig|åben|public|open", re.IGNORECASE)
_NOT_RELEASED = re.compile(r"\s*beslutning(?:en)? (?:er )?ikke frigivet\.?\s*", re.IGNORECASE)
_WITHDRAWN = ("withdrawn", "Udgivelsen er trukket tilbage i eDoc; mødet er gemt som kladde.")


def read(root: etree._Element, finder: Finder) -> Draft | None:
    """Return what the file holds, or the file that a notice of publication points to; None for XML of another kind."""
    if local(root) not in ("Root", "root"):
        return None
    if (notice := child(root, "Notification")) is not None:
        return _noticed(notice, finder)
    committee = child(root, "Committee")
    meetings = children(committee, "Meeting")
    if committee is None or not any(child(meeting, "Agenda") is not None for meeting in meetings):
        return None
    kind: Kind = "minutes" if _MINUTES.search(value(root, "OutputTypeEnumName")) else "agenda"
    return Draft(_FORMAT, tuple(_meeting(committee, meeting, kind) for meeting in meetings))


def _noticed(notice: etree._Element, finder: Finder) -> Draft | None:
    name = value(notice, "PathToXml")
    text = finder(name) if name else None
    if text is None:
        warning = ("manifest-part-missing", f"Mødets fil mangler i mappen: {name}")
        return Draft(_FORMAT, (DraftMeeting("agenda", ""),), (warning,)) if name else None
    try:
        draft = read(parsed(text, name), lambda _: None)
    except Unreadable as unreadable:
        return Draft(
            _FORMAT, (DraftMeeting("agenda", ""),), (("manifest-part-unreadable", unreadable.reason),)
        )
    if draft is None:
        return None
    withdrawn = says_yes(value(notice, "Publish")) is False
    return replace(draft, parts=(name,), warnings=(*draft.warnings, *([_WITHDRAWN] if withdrawn else ())))


def _meeting(committee: etree._Element, meeting: etree._Element, kind: Kind) -> DraftMeeting:
    agendas = children(meeting, "Agenda")
    start = moment_of(value(meeting, "MeetingDateTime"))
    items = tuple(
        _item(element)
        for agenda in agendas
        for element in children(child(agenda, "AgendaElements"), "AgendaElement")
    )
    ordered = sorted(enumerate(items), key=lambda pair: (_order(pair[1].number), pair[0]))
    items = tuple(item for _, item in ordered)
    said = any(_MINUTES.search(value(agenda, "Type")) for agenda in agendas)
    return DraftMeeting(
        kind="minutes" if said else kind,
        organization=value(committee, "Name"),
        start=start,
        end=end_of(value(meeting, "EndDateTime"), start),
        location=value(meeting, "MeetingLocation"),
        attendees=tuple(_attendees(meeting)),
        items=numbered_once(items),
    )


def _order(number: str) -> float:
    return int(number) if number.isdecimal() and len(number) < 9 else float("inf")


def _attendees(meeting: etree._Element) -> Iterator[tuple[str, AttendanceStatus]]:
    members = children(child(meeting, "MeetingParticipants"), "MeetingParticipant")
    others = children(child(meeting, "MeetingParticipantExternals"), "MeetingParticipantExternal")
    for person in (*members, *others):
        name, _ = split_status(value(person, "Name"))
        if name:
            yield name, "excused" if says_yes(value(person, "Participate")) is False else "present"


def _item(element: etree._Element) -> DraftItem:
    handling = child(element, "HandlingItem")
    this, others = _handlings(handling)
    return DraftItem(
        number=value(handling, "SerialNo") or value(element, "SortOrder"),
        title=value(handling, "Title") or value(handling, "NeutralTitle") or value(element, "Title"),
        visibility=_visibility(element),
        case_number=value(handling, "CaseNumber"),
        case_worker=value(handling, "HandlingItemCaseWorker") or value(handling, "CaseWorker"),
        fields=tuple(_fields(handling, this)),
        annexes=tuple(_annex(one) for one in _shown_in_order(handling)),
        steps=tuple(_step(one) for one in others),
        absent=tuple(
            name for one in children(child(element, "Absences")) if (name := value(one, "Name") or value(one))
        ),
    )


def _visibility(element: etree._Element) -> Visibility:
    """Open only when every mark that is there says so, and one is there."""
    marks = [says_yes(value(element, "AccessIsPublic")), _access(value(element, "AccessName"))]
    return "open" if True in marks and False not in marks else "closed"


def _access(name: str) -> bool | None:
    if not name:
        return None
    return bool(_OPEN.search(name)) and not _SHUT.search(name)


def _handlings(handling: etree._Element | None) -> tuple[etree._Element | None, list[etree._Element]]:
    """The treatment at this meeting, and the case's earlier ones."""
    plan = children(child(handling, "HandlingPlan"), "Handling")
    this = next((one for one in plan if value(one, "Placement").casefold() == "this"), None)
    earlier = [
        one
        for one in plan
        if one is not this and re.match(r"before|prev|earl|past|tidl", value(one, "Placement"), re.I)
    ]
    return this, earlier


def _step(one: etree._Element) -> DraftStep:
    decision = " ".join(line.text for line in lines_of(content(one, "Decision")))
    return DraftStep(
        organization=value(one, "CommitteeName"),
        day=day_of(moment_of(value(one, "MeetingDate"))),
        number=value(one, "SerialNo"),
        text="" if _NOT_RELEASED.fullmatch(decision) or _access(value(one, "Access")) is False else decision,
    )


def _fields(handling: etree._Element | None, this: etree._Element | None) -> Iterator[DraftField]:
    decided = False
    for part in children(child(handling, "CasePresentations"), "CasePresentation"):
        lines = tuple(lines_of(content(part, "Content")))
        is_decision = says_yes(value(part, "IsDecision")) is True
        if lines and not (is_decision and _NOT_RELEASED.fullmatch(lines[0].text)):
            decided = decided or is_decision
            yield DraftField(value(part, "Title"), lines, "decision" if is_decision else "text")
    lines = tuple(lines_of(content(this, "Decision")))
    if lines and not decided and not _NOT_RELEASED.fullmatch(lines[0].text):
        yield DraftField("Beslutning", lines, "decision")


def _shown_in_order(handling: etree._Element | None) -> list[etree._Element]:
    annexes = children(child(handling, "Attachments"), "Attachment")
    return [
        one
        for _, one in sorted(
            enumerate(annexes), key=lambda pair: (_order(value(pair[1], "ShowOrder")), pair[0])
        )
    ]


def _annex(one: etree._Element) -> DraftAnnex:
    marks = [
        _access(value(one, "AccessName")),
        _access(value(one, "AccessEnumName")),
        says_yes(value(one, "AccessIsPublic")),
    ]
    return DraftAnnex(
        title=value(one, "Title"),
        file=value(one, "Link"),
        closed=False in marks or not any(marks),
        case_number=value(one, "CaseNumber"),
        document_number=value(one, "DocumentNumber"),
        case_worker=value(one, "CaseWorker"),
    )
