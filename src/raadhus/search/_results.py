"""What a search gives back: frozen values, not rows."""

from dataclasses import dataclass, field
from datetime import date

from raadhus.search._facets import Facet


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text of a hit stands once more: the same annex at another meeting."""

    document: str
    page: int
    organization: str | None
    date: date | None
    url: str


@dataclass(frozen=True, slots=True)
class Further:
    """Another passage of the same item or document that answers; `marks` as in a hit."""

    text: str
    marks: tuple[tuple[int, int], ...]
    document: str
    page: int
    url: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that answers, with all that a page or a citation needs to show it.

    `text` is the passage verbatim (at most 1,200 characters); `marks` are (start, end) offsets into it
    of the words that matched, `start` is where it begins in its page's text. `title` is the agenda item's title, or
    the document's own; `page_top` how the page begins, where that is another passage (a slide's title). `places` are
    where the same text stands too.
    In a grouped search `more` are the next few passages of the same item or document, and `further` counts them
    all, as far as was looked.
    """

    passage_id: int
    text: str
    marks: tuple[tuple[int, int], ...]
    score: float
    kind: str
    heading: tuple[str, ...]
    page_top: str
    title: str
    document: str
    source_file: str
    version_id: int
    page: int
    organization: str | None
    date: date | None
    case_number: str | None
    outcome: str | None
    item_id: int | None
    meeting_id: int | None
    url: str
    places: tuple[Place, ...] = ()
    more: tuple[Further, ...] = ()
    further: int = 0
    start: int = 0
    item_number: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """How a text was read: the words that were looked for, phrases, case numbers in their one form, and abbreviations
    (short, long) that were looked for as what they stand for too."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """`total` counts what this reader may see and nothing else; `took_ms` is wall time in milliseconds.

    `notes` are sentences about what in the text could not be read as it was meant, `understood` how it was read;
    `facets` are there when asked for, and count passages as `total` does. A grouped search tells the number of
    `groups`, and whether that is `all_grouped` or the number so far: with very many passages only the best of them
    are put together.
    """

    total: int
    took_ms: float
    hits: tuple[Hit, ...] = field(default=())
    notes: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    groups: int = 0
    all_grouped: bool = True
    understood: Understood = Understood()
