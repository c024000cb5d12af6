"""Any other document: a report, a note, an annex. No meeting of its own, but pages and chapters to find."""

from raadhus.parsing.formats.document.read import SPEAKS_OF_CLOSED, read

__all__ = ["SPEAKS_OF_CLOSED", "read"]
