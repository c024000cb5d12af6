"""What lies aside: is it an agenda, which annexes does it name, is it an annex's file at all?"""

import time
from pathlib import Path

from django.utils.translation import gettext as _

from raadhus.harvest.answers import note_of
from raadhus.harvest.listing import is_id
from raadhus.parsing import Unreadable
from raadhus.parsing.formats import Draft, draft_of

_FRESH = 24 * 60 * 60
_PAGE = (b"<!doctype html", b"<html", b"<head", b"<script")


class NotAnAnnex(Exception):
    """The host sent a page to look at in place of the file; the message says so."""


def agenda_in(file: Path) -> Draft | None:
    """Return what the host's answer says of one meeting; None where it is no agenda."""
    try:
        draft = draft_of(file, "json", lambda _name: None)
    except Unreadable:
        return None
    return None if draft is None or draft.format.endswith("-list") else draft


def annexes_of(draft: Draft) -> list[str]:
    """Return the ids of the annexes whose files lie beside the agenda. Those of closed items are not asked for."""
    files = (
        Path(annex.file)
        for meeting in draft.meetings
        for item in meeting.items
        for annex in item.annexes
        if item.visibility != "closed" and not annex.closed
    )
    named = (file.stem for file in files if file.suffix == ".pdf" and file.name == str(file))
    return list(dict.fromkeys(one for one in named if is_id(one)))


def require_file(file: Path) -> None:
    """Raise `NotAnAnnex`, and remove what came, where that is a web page: it would be read as the annex."""
    with file.open("rb") as handle:
        begins = handle.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begins.startswith(_PAGE) or not begins:
        file.unlink()
        note_of(file).unlink(missing_ok=True)
        raise NotAnAnnex(_("Værten sendte en webside i stedet for bilaget."))


def is_fresh(file: Path) -> bool:
    """True for what an interrupted round fetched within the last day: it need not be asked for again."""
    return time.time() - file.stat().st_mtime < _FRESH


def size_of(file: Path) -> int | None:
    return file.stat().st_size if file.is_file() else None
