"""Files that say themselves what is in them (XML, saved web pages, JSON): the first format that knows one reads it."""

import json
from pathlib import Path

from raadhus.parsing._errors import Unreadable
from raadhus.parsing.formats import (
    acadre_meeting,
    edoc_agenda,
    edoc_publishing,
    firstagenda_web,
    sbsys_publication,
)
from raadhus.parsing.formats._draft import Draft, Finder
from raadhus.parsing.sources import _markup, _xml

MEDIA_TYPES = {"xml": _xml.MEDIA_TYPE, "html": "text/html", "json": "application/json"}
_MOST_BYTES = 64 * 1024 * 1024


def draft_of(file: Path, medium: str, finder: Finder) -> Draft | None:
    """Return what the file holds, or None when no format knows it. Raises `Unreadable`.

    `finder` gives the text of further files of the same manifest.
    """
    if medium == "xml":
        return _of_xml(file, finder)
    if file.stat().st_size > _MOST_BYTES:
        raise Unreadable(file.name, "too-large")
    text = _xml.decoded(file.read_bytes())
    return _of_html(text) if medium == "html" else _of_json(text, file.name)


def _of_xml(file: Path, finder: Finder) -> Draft | None:
    root = _xml.load(file)
    return (
        sbsys_publication.read(root)
        or edoc_publishing.read(root)
        or edoc_agenda.read(root, finder)
        or acadre_meeting.read(root, finder)
    )


def _of_html(text: str) -> Draft | None:
    root = _markup.parsed(text)
    return None if root is None else firstagenda_web.read(root)


def _of_json(text: str, name: str) -> Draft | None:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise Unreadable(name, "damaged") from error
    return firstagenda_web.read_json(document)
