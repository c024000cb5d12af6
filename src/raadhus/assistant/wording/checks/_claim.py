"""A claim, and the quotes it cites."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from raadhus.assistant._units import LONGEST, units
from raadhus.core.danish import Word, words
from raadhus.core.times import written

_SINCE = re.compile(
    r"(?:det|den|de|dette|denne|disse|her|heraf|herved|hertil|herefter|dermed|derved|derefter|deraf|derfor"
    r"|han|hun|beløbet|summen|aftalen|perioden|samme)\b",
    re.IGNORECASE,
)


def flat(text: str) -> str:
    """On one line, with words that were broken over two made whole."""
    return " ".join(re.sub(r"(?<=[a-zæøå])[-\u00ad]\n\s*(?=[a-zæøå])", "", text).split())


@dataclass(frozen=True)
class Source:
    """A passage as the model got it: its `number` in the prompt, its text, and what is known of where it stands."""

    number: int
    text: str
    kind: str = "text"
    outcome: str | None = None
    organization: str = ""
    day: date | None = None
    title: str = ""
    document: str = ""
    heading: tuple[str, ...] = ()
    case_number: str = ""
    item: int | None = None

    @cached_property
    def context(self) -> str:
        """What stands over every sentence of the passage."""
        day = written(self.day) if self.day else ""
        over = (*self.heading, self.title, self.document, self.organization, day, self.case_number)
        return " / ".join(filter(None, over))

    @property
    def decides(self) -> bool:
        return self.kind == "decision"

    @property
    def proposes(self) -> bool:
        return self.kind == "recommendation"

    @cached_property
    def quotes(self) -> tuple["Quote", ...]:
        """Every stretch of whole sentences that a quote has room for, none of them within another."""
        whole = units(self.text)
        found: list[Quote] = []
        for first, unit in enumerate(whole):
            fitting = [u for u in whole[first:] if u.end - unit.start <= LONGEST]
            end = fitting[-1].end if fitting else unit.end
            if not found or end > found[-1].end:
                found.append(Quote(self, unit.start, end))
        return tuple(found)


@dataclass(frozen=True)
class Quote:
    """A stretch of a passage, verbatim, at most 400 characters: what a citation shows."""

    source: Source
    start: int
    end: int

    @property
    def verbatim(self) -> str:
        return self.source.text[self.start : self.end]

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Its sentences and rows, one after the other, each on one line."""
        return tuple(flat(self.verbatim[unit.start : unit.end]) for unit in units(self.verbatim))

    @cached_property
    def text(self) -> str:
        """The same, a line each."""
        return "\n".join(self.units)

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences, each with those after it that speak of "it"."""
        joined: list[str] = []
        for unit in self.units:
            if joined and _SINCE.match(unit):
                joined[-1] += f" {unit}"
            else:
                joined.append(unit)
        return tuple(joined)


@dataclass(frozen=True)
class Evidence:
    """The quotes that a claim must be borne out by, one from each source that it cites."""

    quotes: tuple[Quote, ...]

    @cached_property
    def text(self) -> str:
        return "\n".join(quote.text for quote in self.quotes)

    @cached_property
    def context(self) -> str:
        return "\n".join(quote.source.context for quote in self.quotes)

    @cached_property
    def everything(self) -> str:
        return f"{self.text}\n{self.context}"

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        return tuple(sentence for quote in self.quotes for sentence in quote.sentences)

    @cached_property
    def units(self) -> tuple[str, ...]:
        return tuple(unit for quote in self.quotes for unit in quote.units)


@dataclass(frozen=True)
class Claim:
    """One sentence of the model without its marks, and the numbers of the sources that it cites."""

    text: str
    cited: tuple[int, ...] = ()

    @cached_property
    def words(self) -> list[Word]:
        return words(self.text)
