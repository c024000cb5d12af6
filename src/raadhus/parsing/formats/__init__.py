"""Formats: one folder per supplier's layout. The first that knows the document reads it."""

from raadhus.parsing._lines import Source
from raadhus.parsing._sections import Reading
from raadhus.parsing.formats import committee_agenda, document, firstagenda_package, firstagenda_publication
from raadhus.parsing.formats._compose import Filed, compose
from raadhus.parsing.formats._draft import Draft, DraftAnnex, DraftItem
from raadhus.parsing.formats._structured import MEDIA_TYPES, draft_of

__all__ = [
    "MEDIA_TYPES",
    "Draft",
    "DraftAnnex",
    "DraftItem",
    "Filed",
    "compose",
    "draft_of",
    "read",
    "read_document",
]


def read(source: Source, name: str) -> Reading:
    """Return what the source holds, read by the first format that knows it; `name` is a last resort for a title."""
    if firstagenda_publication.knows(source):
        return firstagenda_publication.read(source, name)
    marks = firstagenda_package.marks_of(source.lines)
    if firstagenda_package.knows(marks):
        return firstagenda_package.read(source, name, marks)
    if committee_agenda.knows(source):
        return committee_agenda.read(source, name)
    return document.read(source, name)


def read_document(source: Source, name: str) -> Reading:
    """Return the source's chapters, as those of a document that belongs to somebody else's meeting."""
    return document.read(source, name)
