"""Meeting packages as FirstAgenda prepares them: a front page, items, annex pages with labels, a trailing Referat."""

from raadhus.parsing.formats.firstagenda_package._marks import marks_of
from raadhus.parsing.formats.firstagenda_package.read import knows, read

__all__ = ["knows", "marks_of", "read"]
