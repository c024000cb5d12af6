"""The answers of FirstAgenda Publication: one agenda (Dagsordenpunkter) and the list of bodies (Udvalg)."""

import re
from collections.abc import Iterator
from typing import Any

from raadhus.parsing._names import split_status
from raadhus.parsing._package import AttendanceStatus, Kind, Visibility
from raadhus.parsing.formats._draft import (
    Draft,
    DraftAnnex,
    DraftField,
    DraftItem,
    DraftMeeting,
    numbered_once,
)
from raadhus.parsing.formats._moments import end_of, moment_of
from raadhus.parsing.formats.firstagenda_web._fields import fields_of
from raadhus.parsing.sources._markup import lines_of, parsed

_MEETING, _LIST = "firstagenda-web-json", "firstagenda-web-list"
_MINUTES = re.compile(r"referat|protokol|minutes", re.IGNORECASE)
_SHUT = re.compile(r"\s*(?:lukket|fortrolig)\w*\b", re.IGNORECASE)
_AWAY = re.compile(r"afbud|fravær|absent|cancel|declin", re.IGNORECASE)
_OPEN_KEYS = ("IsOpen", "IsPublic", "Aaben", "Åben", "ErAabent", "Offentlig")
_SHUT_KEYS = ("IsClosed", "Lukket", "ErLukket", "IsConfidential")


def read(document: Any) -> Draft | None:
    """Return what the answer holds; None for another JSON document."""
    if isinstance(document, dict) and isinstance(document.get("Dagsordenpunkter"), list):
        return Draft(_MEETING, (_meeting(document),))
    if isinstance(document, dict) and isinstance(document.get("Udvalg"), dict | list):
        meetings = tuple(_listed(document["Udvalg"]))
        return Draft(_LIST, meetings) if meetings else None
    if isinstance(document, dict) and isinstance(document.get("Dagsordner"), list):
        meetings = tuple(_found(row) for row in document["Dagsordner"] if isinstance(row, dict))
        return Draft(_LIST, meetings) if meetings else None
    return None


def _meeting(document: dict[str, Any]) -> DraftMeeting:
    meeting = _dict(document, "Moede") or document
    items = tuple(_item(row) for row in document["Dagsordenpunkter"] if isinstance(row, dict))
    start = moment_of(_text(meeting, "Dato", "MeetingBeginUtc"))
    return DraftMeeting(
        kind=_kind(
            f"{_text(meeting, 'Navn')} {_text(document, 'Navn', 'Titel', 'Dokumenttype')}", document, items
        ),
        organization=_text(_dict(document, "Udvalg"), "Navn") or _text(document, "CommitteeName"),
        start=start,
        end=end_of(_text(meeting, "MeetingEndUtc", "Slut"), start),
        location=_text(meeting, "Sted", "MeetingLocation"),
        attendees=tuple(_attendees(document)),
        items=numbered_once(items),
        lines=tuple(lines_of(_text(meeting, "Beskrivelse", "Description"))),
    )


def _kind(name: str, document: dict[str, Any], items: tuple[DraftItem, ...]) -> Kind:
    if _MINUTES.search(name) or _flag(document, "IsMinuteOfMeeting", "IsMinutes", "ErReferat") is True:
        return "minutes"
    return "agenda"


def _item(row: dict[str, Any]) -> DraftItem:
    title = _text(row, "Navn", "Caption")
    return DraftItem(
        number=_text(row, "Punktnummer", "Number"),
        title=title,
        visibility=_visibility(row, title),
        case_number=_text(row, "SagsNummer", "Sagsnummer", "CaseNumber"),
        fields=tuple(_fields(row)),
        annexes=tuple(_annex(annex) for annex in _rows(row, "Bilag")),
    )


def _visibility(row: dict[str, Any], title: str) -> Visibility:
    """The public host gives out what it may show, so an item without any mark is open where it has a title."""
    shut = _flag(row, *_SHUT_KEYS) is True or _flag(row, *_OPEN_KEYS) is False
    return "closed" if shut or not title or _SHUT.match(title) else "open"


def _fields(row: dict[str, Any]) -> Iterator[DraftField]:
    """A field's HTML may hold several headings of its own."""
    for part in _rows(row, "Felter"):
        root = parsed(_text(part, "Html", raw=True)) if _text(part, "Html") else None
        inside = list(fields_of(root)) if root is not None else []
        for found in inside:
            yield found if found.title else DraftField(_text(part, "Navn", "Caption"), found.lines)


def _annex(row: dict[str, Any]) -> DraftAnnex:
    identity = _text(row, "Id")
    return DraftAnnex(
        title=_text(row, "Navn", "Name", "Title"),
        file=f"{identity}.pdf" if identity else _text(row, "Link"),
        closed=_flag(row, *_SHUT_KEYS) is True or _flag(row, *_OPEN_KEYS) is False,
        elsewhere=True,
    )


def _attendees(document: dict[str, Any]) -> Iterator[tuple[str, AttendanceStatus]]:
    for key in ("Deltagere", "MeetingAttendees", "Afbud", "Fravaerende"):
        for row in _rows(document, key) or _rows(_dict(document, "Moede"), key):
            name, _ = split_status(_text(row, "Navn", "Name"))
            said = " ".join(
                str(value) for field, value in row.items() if field in ("Status", "Deltagelse", "Note")
            )
            away = (
                key in ("Afbud", "Fravaerende")
                or _flag(row, "Deltager", "Present") is False
                or _AWAY.search(said)
            )
            if name:
                yield name, "excused" if away else "present"


def _listed(groups: dict[str, Any] | list[Any]) -> Iterator[DraftMeeting]:
    """Bodies by period, each with its meetings."""
    for group in groups.values() if isinstance(groups, dict) else [groups]:
        for body in group if isinstance(group, list) else [group]:
            for row in _rows(body, "Moeder"):
                start = moment_of(_text(row, "Dato", "MeetingBeginUtc"))
                name = _text(body, "Navn")
                if name and start:
                    kind: Kind = "minutes" if _MINUTES.search(_text(row, "Navn")) else "agenda"
                    yield DraftMeeting(
                        kind, name, start, end_of(_text(row, "MeetingEndUtc"), start), _text(row, "Sted")
                    )


def _found(row: dict[str, Any]) -> DraftMeeting:
    meeting = _dict(row, "Moede")
    kind: Kind = "minutes" if _MINUTES.search(f"{_text(meeting, 'Navn')} {_text(row, 'Navn')}") else "agenda"
    return DraftMeeting(
        kind, _text(_dict(row, "Udvalg"), "Navn"), moment_of(_text(meeting, "Dato", "MeetingBeginUtc"))
    )


def _dict(row: Any, name: str) -> dict[str, Any]:
    found = row.get(name) if isinstance(row, dict) else None
    return found if isinstance(found, dict) else {}


def _rows(row: Any, name: str) -> list[dict[str, Any]]:
    found = row.get(name) if isinstance(row, dict) else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _text(row: dict[str, Any], *names: str, raw: bool = False) -> str:
    """The first of the names that holds words or a number; on one line unless `raw`."""
    for name in names:
        found = row.get(name)
        if isinstance(found, bool) or not isinstance(found, str | int | float):
            continue
        text = str(found) if raw else " ".join(str(found).split())
        if text:
            return text
    return ""


def _flag(row: dict[str, Any], *names: str) -> bool | None:
    return next((found for name in names if isinstance(found := row.get(name), bool)), None)
