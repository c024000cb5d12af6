"""Search: which passages answer, for this reader? Keeps the index and finds in it."""

from raadhus.search._abbreviations import abbreviations, decide
from raadhus.search._again import found_again
from raadhus.search._facets import Facet, FacetName, FacetValue
from raadhus.search._filters import organizations_named
from raadhus.search._index import IndexNotWritten, catch_up, is_outdated, rebuild
from raadhus.search._lens import Lens, lens
from raadhus.search._match import Match
from raadhus.search._results import Further, Hit, Place, Results, Understood
from raadhus.search._search import search
from raadhus.search._spelling import corrected
from raadhus.search._suggest import Suggestion, suggestions

__all__ = [
    "Facet",
    "FacetName",
    "FacetValue",
    "Further",
    "Hit",
    "IndexNotWritten",
    "Lens",
    "Match",
    "Place",
    "Results",
    "Suggestion",
    "Understood",
    "abbreviations",
    "catch_up",
    "corrected",
    "decide",
    "found_again",
    "is_outdated",
    "lens",
    "organizations_named",
    "rebuild",
    "search",
    "suggestions",
]
