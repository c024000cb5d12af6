"""Any other document: a report, a note, an annex. No meeting of its own, but pages and chapters to find."""

from raadhus.parsing.formats.document.read import read

__all__ = ["read"]
