"""Read eDoc's publishing file: Meeting/MeetingAgendaTypes/MeetingAgendaType/MeetingAgendaItems/MeetingAgendaItem."""

import re
from collections.abc import Iterator

from lxml import etree

from raadhus.parsing._package import Kind, Visibility
from raadhus.parsing.formats._draft import Draft, DraftAnnex, DraftItem, DraftMeeting, numbered_once
from raadhus.parsing.formats._moments import moment_of
from raadhus.parsing.formats.edoc_publishing._front import read_front
from raadhus.parsing.formats.edoc_publishing._text import read_text
from raadhus.parsing.sources._markup import plain_lines
from raadhus.parsing.sources._xml import child, children, local, says_yes, value

_FORMAT = "edoc-publishing-xml"
_SHUT = re.compile(r"\bluk|\bfortrolig|\bikke.{0,12}offentlig", re.IGNORECASE)
_OPEN = re.compile(r"\båbe?n|\boffentlig", re.IGNORECASE)
_MAY = re.compile(r"(?:skal|må|kan|bør)\s+(?:\w+\s)?publiceres|offentlig|åben|ja\b|true\b", re.IGNORECASE)
_MUST_NOT = re.compile(r"\bikke\b|\bluk|fortrolig|nej\b|false\b", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"\d+")


def read(root: etree._Element) -> Draft | None:
    """Return what the file holds; None for XML of another kind."""
    types = children(child(root, "MeetingAgendaTypes"), "MeetingAgendaType")
    if local(root) != "Meeting" or child(root, "MeetingAgendaTypes") is None:
        return None
    start = moment_of(value(root, "MeetingDate"))
    items = tuple(item for part in types for item in _items(part))
    fronts = [read_front(_raw(part)) for part in types]
    meeting = DraftMeeting(
        kind=_kind(value(root, "MeetingState")),
        organization=value(root, "Committee"),
        start=start,
        location=next((front.location for front in fronts if front.location), ""),
        attendees=next((front.attendees for front in fronts if front.attendees), ()),
        items=numbered_once(items),
    )
    prints = [
        name for node in root.iter() if _is_item_or_agenda(node) and (name := value(node, "PDFDocument"))
    ]
    return Draft(_FORMAT, (meeting,), prints=tuple(prints))


def _is_item_or_agenda(node: etree._Element) -> bool:
    return local(node) in ("MeetingAgendaType", "MeetingAgendaItem")


def _raw(node: etree._Element | None, name: str = "FullText") -> str:
    """The text with its lines; a form feed in it ends a page."""
    found = child(node, name)
    return "" if found is None else "".join(found.itertext())


def _kind(state: str) -> Kind:
    return "minutes" if re.search(r"referat|protokol", state, re.IGNORECASE) else "agenda"


def _items(part: etree._Element) -> list[DraftItem]:
    """The items of one agenda, by their numbers: they stand in any order."""
    named = value(part, "AgendaType")
    agenda_open = bool(_OPEN.search(named)) and not _SHUT.search(named)
    items = [
        _item(item, agenda_open=agenda_open)
        for item in children(child(part, "MeetingAgendaItems"), "MeetingAgendaItem")
    ]
    return sorted(items, key=lambda item: _order(item.number))


def _order(number: str) -> float:
    match = _FIRST_NUMBER.search(number)
    return int(match.group()[:9]) if match else float("inf")


def _item(item: etree._Element, *, agenda_open: bool) -> DraftItem:
    document = child(item, "Document")
    text = read_text(_raw(item))
    case = child(document, "Case")
    open_too = agenda_open and _may_be_shown(document)
    visibility: Visibility = "open" if open_too else "closed"
    return DraftItem(
        number=value(item, "AgendaItemNumber") or text.number,
        title=value(document, "Title") or value(document, "NeutralTitle") or text.title,
        visibility=visibility,
        case_number=value(case, "CaseLogicIdentifier")
        or value(document, "CaseLogicIdentifier")
        or text.case_number,
        case_worker=value(document, "CaseWorker") or value(case, "PrimaryCaseWorker"),
        fields=text.fields,
        annexes=tuple(_annexes(document, text.annex_numbers)),
        absent=text.absent,
    )


def _may_be_shown(node: etree._Element | None) -> bool:
    """True only for what the publishing mark says may be published, and no access mark forbids."""
    mark, access = value(node, "PublishingType"), value(node, "PublicAccess")
    if _MUST_NOT.search(mark) or says_yes(access) is False or _MUST_NOT.search(access):
        return False
    return bool(_MAY.search(mark))


def _annexes(document: etree._Element | None, numbers: dict[str, str]) -> Iterator[DraftAnnex]:
    for annex in children(child(document, "Attachments"), "Attachment"):
        title = value(annex, "Title") or value(annex, "NeutralTitle")
        yield DraftAnnex(
            title=title,
            file=value(annex, "PDFDocument"),
            closed=not _may_be_shown(annex),
            case_number=value(annex, "CaseLogicIdentifier"),
            document_number=value(annex, "Logicidentifier")
            or value(annex, "LogicIdentifier")
            or numbers.get(title.casefold(), ""),
            case_worker=value(annex, "CaseWorker"),
            lines=tuple(plain_lines(_raw(annex))),
        )
