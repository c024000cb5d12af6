"""Formats: one folder per supplier's layout. The first that knows the document reads it."""

from raadhus.parsing._lines import Source
from raadhus.parsing._sections import Reading
from raadhus.parsing.formats import document

__all__ = ["read"]


def read(source: Source, name: str) -> Reading:
    """Return what the source holds, read by the first format that knows it; `name` is a last resort for a title."""
    return document.read(source, name)
