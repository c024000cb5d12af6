"""Where in a question a period, a body or a case number stands, each with the word that ties it on."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from raadhus.core.times import MONTHS

_MONTH = "|".join(MONTHS)
_YEAR = r"(?<![\w-])(?:19|20)\d\d(?![\w-])"
_PERIOD = re.compile(
    rf"(?:\b(?:i|fra|for|siden) )?(?:\b(?:den |d\. )?\d{{1,2}}\. (?:{_MONTH})(?: {_YEAR})?"
    rf"|\b(?:{_MONTH})(?: {_YEAR})?(?!\w)|{_YEAR})"
    r"|\b(?:i år|i fjor|(?:sidste|forrige|næste) (?:år|måned))\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"(?:\bi )?(?:\bsag(?:en)? )?(?<![\w-])(?:[A-ZÆØÅ]{2,5}-\d{4}-\d{3,}|\d\d/\d{4,})(?![\w-])", re.I
)
_TIE = r"(?:\b(?:i|for|hos|af|på|fra) )?"
_BODY = (
    r"\b(?:[Bb]yrådet|[Mm]agistraten|[Kk]ommunalbestyrelsen|[Bb]orgerrepræsentationen"
    r"|(?:[Øø]konomi|[Kk]ultur|[Ss]kole|[Ss]ocial)udvalget"
    r"|[A-ZÆØÅ]\w*-?(?:(?:, og|,| og) [A-ZÆØÅ]\w*-?)* ?[Uu]dvalg(?:et)?)(?![\w-])"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a question; `own` begins after the word that ties it to the rest ("i ", "for ")."""

    start: int
    own: int
    end: int


def period_in(text: str) -> Span | None:
    """The last period a question names: a day, a month, a year, "sidste år"."""
    found = list(_PERIOD.finditer(text))
    return Span(found[-1].start(), found[-1].start(), found[-1].end()) if found else None


def case_in(text: str) -> Span | None:
    """The case number a question names, with "sag" before it."""
    found = _CASE.search(text)
    if found is None:
        return None
    return Span(
        found.start(), found.start() + (2 if found.group().lower().startswith("i ") else 0), found.end()
    )


def body_in(text: str, bodies: Collection[str]) -> Span | None:
    """The last body a question names: one of `bodies`, or what is named like one."""
    found = list(re.finditer(_named(bodies), text))
    if not found:
        return None
    tie = re.search(rf"{_TIE}$", text[: found[-1].start()])
    return Span(tie.start() if tie else found[-1].start(), found[-1].start(), found[-1].end())


def _named(bodies: Collection[str]) -> str:
    names = sorted((name for name in bodies if len(name) > 1), key=len, reverse=True)
    known = "|".join(re.escape(name) for name in names)
    return rf"(?<!\w)(?i:{known})(?!\w)|{_BODY}" if known else _BODY
