"""What an answer is made of: frozen values."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal[
    "decision", "who", "when", "how_many", "how_much", "what", "which", "why", "where", "whether", "other"
]
"""What a question asks for: what was decided, a name, a date, a number, an amount, a definition, a list, a reason,
a place, yes or no."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A stretch of a passage, verbatim (at most 400 characters), and where it stands.

    `answers` are the offsets into `quote` of the stretch that answers, `sureness` (0 to 1) is how sure that is.
    `item_number` and `item_title` are empty where the passage stands on no item that the reader may know. `url` opens
    the page with the stretch marked.
    """

    number: int
    quote: str
    source_file: str
    document: str
    page: int
    organization: str | None
    date: date | None
    url: str
    passage_id: int
    item_id: int | None = None
    item_number: str = ""
    item_title: str = ""
    answers: tuple[int, int] = (0, 0)
    sureness: float = 1.0


@dataclass(frozen=True, slots=True)
class Later:
    """A later treatment of the same case. `outcome` is one of `Outcome`, None when the papers do not tell it."""

    organization: str
    date: date | None
    outcome: str | None
    outcome_label: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Told:
    """One decision as the minutes have it: `outcome` is the item's own, `sentence` verbatim from its text.

    `citation` is the number of the citation that proves it. `later` is what became of the case, oldest first.
    """

    outcome: str
    outcome_label: str
    organization: str | None
    date: date | None
    item_number: str
    item_title: str
    item_url: str
    case_number: str | None
    sentence: str
    citation: int
    later: tuple[Later, ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """One of several matters that a question may be about; `citation` is where it is first quoted."""

    title: str
    case_number: str | None
    citation: int


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked for, and in how many passages that this reader may see.

    `organizations` are the bodies the question names, `since` and `until` the period (inclusive), `period` the
    question's own words for it.
    """

    words: tuple[str, ...] = ()
    passages: int = 0
    organizations: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    period: str = ""
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A page of the house that shows what was told: a body with its members, a meeting."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """`answered` is false when the material does not say it: then there are no citations, only the `nearest`.

    `answer` is text with marks like [1], the numbers of citations. `highlight` is the number, name or date asked for,
    verbatim from the first citation; empty when no single one answers. `matters` has two or more when the question fits
    several cases. `model` names the language model that worded the answer; None when the passages speak for
    themselves. `sureness` is between 0 and 1: that of the best stretch, also when it was too little.
    `links` prove what the house's own rows say, where no paper is quoted.
    """

    answered: bool
    answer: str
    citations: tuple[Citation, ...]
    took_ms: float
    model: str | None = None
    kind: Kind = "other"
    searched: Searched = Searched()
    highlight: str = ""
    decisions: tuple[Told, ...] = ()
    matters: tuple[Matter, ...] = ()
    nearest: tuple[Citation, ...] = ()
    sureness: float = 0.0
    links: tuple[Link, ...] = ()
