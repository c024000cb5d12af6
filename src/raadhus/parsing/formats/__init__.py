"""Formats: one folder per supplier's layout. The first that knows the document reads it."""

from raadhus.parsing._lines import Source
from raadhus.parsing._sections import Reading
from raadhus.parsing.formats import committee_agenda, document, firstagenda_package, firstagenda_publication

__all__ = ["read"]


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
