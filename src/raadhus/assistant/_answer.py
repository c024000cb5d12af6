"""What an answer is made of: frozen values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citation:
    """A stretch of a passage, verbatim (at most 400 characters), and where it stands."""

    number: int
    quote: str
    source_file: str
    document: str
    page: int
    organization: str | None
    date: date | None
    url: str
    passage_id: int


@dataclass(frozen=True, slots=True)
class Answer:
    """`answered` is false when the material does not say it: then there are no citations.

    `model` names the language model that worded the answer; None when the passages speak for themselves.
    """

    answered: bool
    answer: str
    citations: tuple[Citation, ...]
    took_ms: float
    model: str | None = None
