"""The host's list: for each body its meetings, each with an id and a day. Plain Python."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

LIST = "/api/agenda/udvalgsliste"
_AGENDA = "/api/agenda/dagsorden/{}"
_ANNEX = "/vis/pdf/bilag/{}/"
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,79}")
_DEEPEST = 8
_HERE = ZoneInfo("Europe/Copenhagen")


class NoList(Exception):
    """What came is no list of meetings."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting's entry in the list; `checksum` tells whether the entry has changed."""

    remote_id: str
    committee: str
    title: str
    day: date | None
    checksum: str


def agenda_path(remote_id: str) -> str:
    return _AGENDA.format(remote_id)


def annex_path(remote_id: str) -> str:
    return _ANNEX.format(remote_id)


def file_path(remote_id: str) -> str:
    """Where the annex's file is itself, when its own address shows a page with the file in it."""
    return _ANNEX.format(remote_id) + "?redirectDirectlyToPdf=true"


def is_id(text: str) -> bool:
    """True for what can stand in an address and in a file's name without leading anywhere else."""
    return _ID.fullmatch(text) is not None


def read_list(file: Path) -> tuple[Listed, ...]:
    """Return the meetings of the list, each id once. Raises `NoList`, `OSError`."""
    try:
        document = json.loads(file.read_text("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NoList from None
    bodies = document.get("Udvalg") if isinstance(document, dict) else None
    if not isinstance(bodies, dict | list):
        raise NoList
    found = {one.remote_id: one for one in _meetings(bodies, "", 0)}
    return tuple(found.values())


def _meetings(node: Any, committee: str, depth: int) -> Iterator[Listed]:
    """Bodies stand in periods or groups of groups: a meeting is what has an id and a day, whatever it stands in."""
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for one in node:
            yield from _meetings(one, committee, depth + 1)
    elif isinstance(node, dict):
        moment = node.get("Dato") or node.get("MeetingBeginUtc")
        if isinstance(moment, str) and isinstance(node.get("Id"), str):
            if is_id(node["Id"]):
                yield _listed(node, committee, moment)
            return
        committee = committee or _words(node.get("Navn"))
        for one in node.values():
            yield from _meetings(one, committee, depth + 1)


def _listed(node: dict[str, Any], committee: str, moment: str) -> Listed:
    entry = json.dumps(node, sort_keys=True, ensure_ascii=False)
    return Listed(
        node["Id"],
        committee,
        _words(node.get("Navn")),
        _day(moment),
        hashlib.sha256(entry.encode("utf-8", "replace")).hexdigest(),
    )


def _words(found: object) -> str:
    """What can be stored and shown in a terminal: no half letters, and nothing that steers."""
    if not isinstance(found, str):
        return ""
    shown = "".join(one if one.isprintable() else " " for one in found)
    return " ".join(shown.split())[:300]


def _day(moment: str) -> date | None:
    try:
        found = datetime.fromisoformat(moment.strip())
    except ValueError:
        return None
    return (found.astimezone(_HERE) if found.tzinfo else found).date()
