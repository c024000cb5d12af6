"""Read Acadre's meeting: `table` elements named for what they hold, with `fields/field` named for what they say."""

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
    Finder,
    numbered_once,
    with_parts,
)
from raadhus.parsing.formats._moments import end_of, moment_of
from raadhus.parsing.formats.acadre_meeting._produced import Produced, produced_agenda
from raadhus.parsing.formats.acadre_meeting._tables import field, number_in, table, tables
from raadhus.parsing.sources._markup import lines_of
from raadhus.parsing.sources._xml import local, parsed, says_yes, value

_FORMAT = "acadre-meeting-xml"
_OPEN = frozenset({"1", "åben", "åbent", "offentlig"})


def read(root: etree._Element, finder: Finder) -> Draft | None:
    """Return what the manifest holds, the meeting files it points to included; None for XML of another kind."""
    if local(root) not in ("root", "Root"):
        return None
    if (agenda := table(root, "agenda")) is not None and table(agenda, "meeting") is not None:
        return Draft(_FORMAT, (_meeting(agenda, value(root, "agendaData", "note"), ""),))
    if not tables(root, "producedAgenda"):
        return None
    produced = produced_agenda(root)
    return _announced(root) if produced is None else _through_manifest(root, produced, finder)


def _through_manifest(root: etree._Element, produced: Produced, finder: Finder) -> Draft:
    """The outer manifest names the file that holds the meeting."""
    name = f"{produced.folder}/{produced.meeting}" if produced.folder else produced.meeting
    agenda, gap = _opened(produced.meeting, finder(name))
    if agenda is None:
        return replace(_announced(root, produced.kind), warnings=(gap,))
    prints = (f"{produced.folder}/{produced.document}" if produced.folder else produced.document,)
    meeting = _meeting(agenda, produced.comment, produced.access, produced.kind)
    return Draft(
        _FORMAT,
        (meeting,),
        prints=prints if produced.document else (),
        parts=(name,),
        folders=(produced.folder,) if produced.folder else (),
    )


def _opened(name: str, text: str | None) -> tuple[etree._Element | None, tuple[str, str]]:
    """The meeting's table in the file, or what is wrong with the file."""
    if text is None:
        return None, ("manifest-part-missing", f"Mødets fil mangler i mappen: {name}")
    try:
        agenda = table(parsed(text, name), "agenda")
    except Unreadable as unreadable:
        return None, ("manifest-part-unreadable", unreadable.reason)
    return agenda, ("manifest-part-unreadable", f"Mødets fil kan ikke læses: {name}")


def _announced(root: etree._Element, kind: Kind = "agenda") -> Draft:
    """The meeting as the outer manifest knows it: whose and when, without its items."""
    meeting = DraftMeeting(
        kind, _attribute(root, "committee", "name"), moment_of(_attribute(root, "meeting", "date"))
    )
    return Draft(_FORMAT, (meeting,))


def _attribute(root: etree._Element, name: str, key: str) -> str:
    said = (node.get(key) for one in tables(root, name) for node in one.iter() if local(node) == "field")
    return next((text for text in said if text), "")


def _meeting(agenda: etree._Element, note: str, access: str, kind: Kind | None = None) -> DraftMeeting:
    meeting, committee = table(agenda, "meeting"), table(agenda, "committee")
    start = moment_of(field(meeting, "date"))
    organization = field(committee, "name")
    closed = _is_closed(access or field(agenda, "access") or field(agenda, "accessname"))
    items = tuple(_items(agenda, closed=closed))
    return DraftMeeting(
        kind=kind or _kind(f"{field(agenda, 'name')} {note}"),
        organization=organization,
        start=start,
        end=end_of(field(meeting, "finish"), start),
        location=_place(meeting),
        attendees=tuple(_attendees(meeting)),
        items=numbered_once(items),
    )


def _items(node: etree._Element | None, *, closed: bool) -> Iterator[DraftItem]:
    """The items in the agenda's order, each with those under it."""
    found = [(parent, table(parent, "agendaitem")) for parent in tables(node, "agendaitemparents")]
    found += [(None, item) for item in tables(node, "agendaitem")]
    for parent, item in sorted(found, key=lambda pair: number_in(_number(*pair))):
        yield from with_parts(_item(parent, item, closed=closed), _items(item, closed=closed))


def _number(parent: etree._Element | None, item: etree._Element | None) -> str:
    return field(parent, "sort") or field(item, "sort") or field(item, "number")


def _place(meeting: etree._Element | None) -> str:
    address = ", ".join(line.text.strip() for line in lines_of(field(meeting, "address")))
    place = field(meeting, "location").strip()
    return ", ".join(part for part in (place if any(c.isalnum() for c in place) else "", address) if part)


def _kind(said: str) -> Kind:
    return "minutes" if re.search(r"referat|protokol", said, re.IGNORECASE) else "agenda"


def _attendees(meeting: etree._Element | None) -> Iterator[tuple[str, AttendanceStatus]]:
    for member in tables(table(meeting, "meetmember"), "member"):
        name, _ = split_status(" ".join(field(member, "name").split()))
        away = says_yes(field(member, "absent")) is True or bool(field(member, "excuse").strip("0 "))
        if name:
            yield name, "excused" if away else "present"


def _is_closed(access: str) -> bool:
    """True unless the field says that it is open; an empty one says nothing and leaves it to the parts."""
    return bool(access.strip()) and access.strip().casefold() not in _OPEN


def _item(parent: etree._Element | None, item: etree._Element | None, *, closed: bool) -> DraftItem:
    access = field(item, "access").strip() or field(item, "accessname").strip()
    shut = closed or access.casefold() not in _OPEN
    visibility: Visibility = "closed" if shut else "open"
    return DraftItem(
        number=_number(parent, item),
        title=" ".join(field(item, "name").split()),
        visibility=visibility,
        case_number=field(item, "caseno"),
        case_worker=field(item, "caseofficername") or field(item, "caseofficer"),
        fields=tuple(_fields(item)),
        annexes=tuple(_annexes(item)),
        absent=tuple(
            filter(None, (part.strip() for part in field(item, "absent").split(",") if part.strip() != "0"))
        ),
    )


def _fields(item: etree._Element | None) -> Iterator[DraftField]:
    bullets = sorted(tables(item, "bullet"), key=lambda bullet: number_in(field(bullet, "bulletsortorder")))
    for bullet in bullets:
        lines = tuple(lines_of(field(bullet, "bulletcontent")))
        if lines:
            yield DraftField(" ".join(field(bullet, "bulletname").split()), lines)


def _annexes(item: etree._Element | None) -> Iterator[DraftAnnex]:
    for enclosure in sorted(tables(item, "enclosure"), key=lambda one: number_in(field(one, "sort"))):
        access = field(enclosure, "access").strip() or field(enclosure, "accessname").strip()
        yield DraftAnnex(
            title=" ".join(field(enclosure, "name").split()) or field(enclosure, "description"),
            file=field(enclosure, "filename"),
            closed=access.casefold() not in _OPEN,
            document_number=field(enclosure, "fileno"),
            case_worker=field(enclosure, "caseofficername"),
        )
