"""Read a saved page of FirstAgenda Publication by the names its own script gives to the parts of the page."""

import re
from collections.abc import Iterator

from lxml import etree

from raadhus.parsing._case_numbers import find_case_number
from raadhus.parsing._names import is_name, split_names, split_status
from raadhus.parsing._package import AttendanceStatus, Kind, Visibility
from raadhus.parsing.formats._draft import (
    Draft,
    DraftAnnex,
    DraftItem,
    DraftMeeting,
    numbered_once,
)
from raadhus.parsing.formats._moments import end_of, moment_of
from raadhus.parsing.formats.firstagenda_web._dom import by_class, first, has_class, words
from raadhus.parsing.formats.firstagenda_web._fields import fields_of
from raadhus.parsing.formats.firstagenda_web._list import read_list
from raadhus.parsing.sources._markup import lines_in

_MEETING, _LIST = "firstagenda-web-html", "firstagenda-web-list"
_SHUT = re.compile(r"\s*(?:lukket|fortrolig)\w*\b(?:\s*(?:punkt|sag))?\s*[:–-]?\s*", re.IGNORECASE)
_SHUT_CLASS = re.compile(r"(?:^|[-_])(?:lukket|closed|lock|fortrolig)", re.IGNORECASE)
_LABELS = {
    "organization": ("udvalg",),
    "date": ("mødedato", "dato"),
    "place": ("mødested", "sted"),
    "present": ("mødedeltagere", "deltagere", "medlemmer", "til stede"),
    "away": ("fravær", "fraværende", "afbud"),
    "about": ("information",),
}
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def read(root: etree._Element) -> Draft | None:
    """Return the meeting or the list of meetings on the page; None for another page."""
    rows = [row for row in by_class(root, "punktrow") if row.tag in ("tr", "div", "li", "section")]
    info = first(root, "dagsordeninfo")
    if rows or info is not None:
        return Draft(_MEETING, (_meeting(root, info, rows),))
    meetings = read_list(root)
    return Draft(_LIST, meetings) if meetings else None


def _meeting(root: etree._Element, info: etree._Element | None, rows: list[etree._Element]) -> DraftMeeting:
    heading = next((words(node) for node in by_class(root, "dato") if node.tag in ("h1", "h2")), "")
    told = _told(info)
    start = moment_of(words(told.get("date"))) or moment_of(heading)
    items = tuple(_item(row) for row in rows)
    about = told.get("about")
    return DraftMeeting(
        kind=_kind(heading, items),
        organization=words(told.get("organization")) or words(first(root, "udvalg")),
        start=start,
        end=end_of(words(told.get("date")), start),
        location=words(told.get("place")) or words(first(root, "sted")),
        attendees=tuple(_attendees(told)),
        items=numbered_once(items),
        lines=tuple(lines_in(about)) if about is not None else (),
    )


def _told(info: etree._Element | None) -> dict[str, etree._Element]:
    """The table of facts: beside each label its cell."""
    told: dict[str, etree._Element] = {}
    for row in info.iter("tr") if info is not None else ():
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        label = words(cells[0]).casefold().rstrip(": ") if len(cells) > 1 else ""
        name = next((key for key, known in _LABELS.items() if label in known), None)
        if name:
            told.setdefault(name, cells[1])
    return told


def _kind(heading: str, items: tuple[DraftItem, ...]) -> Kind:
    if re.search(r"referat|protokol", heading, re.IGNORECASE):
        return "minutes"
    return "agenda"


def _attendees(told: dict[str, etree._Element]) -> Iterator[tuple[str, AttendanceStatus]]:
    for key in ("present", "away"):
        if (cell := told.get(key)) is None:
            continue
        for line in lines_in(cell, hidden=True):
            for name in split_names(line.text):
                bare, away = split_status(name)
                if is_name(bare):
                    yield bare, "excused" if away or key == "away" else "present"


def _item(row: etree._Element) -> DraftItem:
    details = first(row, "details")
    title = words(first(row, "overskrift")) or words(first(row, "overskrift-btn"))
    number = words(first(row, "label", inside=first(row, "punkt-tabel")))
    case = words(first(row, "sagsnummer"))
    return DraftItem(
        number=re.sub(r"^punkt\s*|[.:]$", "", number, flags=re.IGNORECASE).strip(),
        title=_SHUT.sub("", title, count=1) if _SHUT.match(title) else title,
        visibility=_visibility(row, title),
        case_number=_case_number(case),
        fields=tuple(fields_of(details) if details is not None else ()),
        annexes=tuple(_annexes(row)),
    )


def _visibility(row: etree._Element, title: str) -> Visibility:
    """A page for everyone shows closed items by a name that says so, a lock, or by their number only."""
    classes = " ".join(
        str(node.get("class") or "") for node in row.iter() if isinstance(node.tag, str)
    ).split()
    if not title or _SHUT.match(title) or any(_SHUT_CLASS.search(name) for name in classes):
        return "closed"
    return "open"


def _case_number(text: str) -> str:
    """The number alone, or what stands there when it is of no known form."""
    match = find_case_number(text)
    return match.group() if match else re.sub(r"^sags?n\w*\.?\s*:?\s*", "", text, flags=re.IGNORECASE)


def _annexes(row: etree._Element) -> Iterator[DraftAnnex]:
    for link in row.iter("a"):
        if not has_class(link, "bilag-link") and not str(link.get("id") or "").startswith("enclosure-"):
            continue
        guid = _GUID.search(f"{link.get('id')} {link.get('href')}")
        yield DraftAnnex(
            title=words(link),
            file=f"{guid.group()}.pdf" if guid else str(link.get("href") or ""),
            elsewhere=True,
        )
