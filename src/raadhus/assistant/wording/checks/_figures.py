"""The figures of a text in one form each: dates, times, laws, case numbers, amounts, shares, counts.

Built on `core.danish.forms_in`; what is read as one thing is taken out before the next is looked for, so the 27
of "27. august"
is no count.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from raadhus.core.case_numbers import normal_case_number
from raadhus.core.danish import forms_in
from raadhus.core.times import MONTHS, WEEKDAYS

Kind = Literal["day", "day of month", "month", "weekday", "time", "law", "case", "money", "share", "count"]

_NUMBER = r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2}(?!\d)"
_MONTH = "|".join(MONTHS)
_CASE = re.compile(
    r"\b(?:[A-ZÆØÅ]{2,5}[- ]?(?:19|20)\d\d[- ]\d{3,8}|\d{2,4}/\d{4,8}|\d\d\.\d\d\.\d\d-[A-Z]\d\d-\d+-\d\d)\b"
)
_CLOCK = re.compile(
    r"\b(?:kl\.?|klokken)\s*(\d{1,2})(?:[.:](\d\d))?(?!\d)|\b(\d{1,2}):(\d\d)\b", re.IGNORECASE
)
_DAY_OF_MONTH = re.compile(rf"\b(\d{{1,2}})\.?\s*({_MONTH})\b", re.IGNORECASE)
_SHORT_DAY = re.compile(r"(?<![\d/.])([12]?\d|3[01])/(1[0-2]|[1-9])(?![\d/])")
_MONTH_OF_YEAR = re.compile(rf"\b({_MONTH})\s+(\d{{4}})\b", re.IGNORECASE)
_BARE_MONTH = re.compile(rf"\b({_MONTH})\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})(?:en|s)?\b", re.IGNORECASE)
_VALUE = re.compile(
    rf"(?P<before>\b(?:kr\.?|dkk|kroner)\s*)?(?<![\w,.])(?P<number>{_NUMBER})\s*"
    r"(?P<size>(?:mio|mia|million(?:er)?|milliard(?:er)?|tusinde?|t(?=\.?\s?kr\b)|tkr)\b\.?)?\s*"
    r"(?P<unit>(?:kr|kroner|krone|dkk)\b|,-|(?:%|(?:pct|procent(?:point)?)\b))?",
    re.IGNORECASE,
)
_WORDS = (
    "nul", "", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
    "femten", "seksten", "sytten", "atten", "nitten", "tyve",
)  # fmt: skip
_ORDINALS = (
    "første",
    "anden",
    "tredje",
    "fjerde",
    "femte",
    "sjette",
    "syvende",
    "ottende",
    "niende",
    "tiende",
)
_BY_WORD = (
    {word: Decimal(n) for n, word in enumerate(_WORDS) if word}
    | {word: Decimal(n) for n, word in enumerate(_ORDINALS, 1) if word != "anden"}
    | {word: Decimal(n * 10) for n, word in enumerate(("tredive", "fyrre", "halvtreds", "tres"), 3)}
    | {"én": Decimal(1), "ét": Decimal(1), "hundrede": Decimal(100), "halvdelen": Decimal("0.5")}
    | {"halvanden": Decimal("1.5"), "halvandet": Decimal("1.5")}
)
_BY_WORD_PATTERN = re.compile(rf"\b(?:{'|'.join(_BY_WORD)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is one for all ways to write the same: ISO for days, a plain decimal for amounts."""

    kind: Kind
    value: str
    start: int
    end: int

    @property
    def key(self) -> tuple[str, str]:
        return self.kind, self.value


def figures_in(text: str) -> list[Figure]:
    """Return the figures of `text` in order, each once."""
    found: list[Figure] = []

    def take(kind: Kind, value: str, start: int, end: int) -> None:
        nonlocal text
        found.append(Figure(kind, value, start, end))
        text = text[:start] + " " * (end - start) + text[end:]

    for match in _CASE.finditer(text):
        take("case", normal_case_number(match.group()), *match.span())
    for form in sorted(forms_in(text), key=lambda form: -len(form.text)):
        if form.text[0] == "d":
            take("day", f"{form.text[1:5]}-{form.text[5:7]}-{form.text[7:]}", form.start, form.end)
        elif form.text[0] == "§" and text[form.start : form.end].strip():
            take("law", form.text, form.start, form.end)
    for match in _CLOCK.finditer(text):
        hour, minute = match[1] or match[3], match[2] or match[4] or "00"
        take("time", f"{int(hour)}:{minute}", *match.span())
    for match in _DAY_OF_MONTH.finditer(text):
        take("day of month", f"{_month(match[2])}-{int(match[1]):02}", *match.span())
    for match in _MONTH_OF_YEAR.finditer(text):
        take("month", f"{match[2]}-{_month(match[1])}", *match.span())
    for match in _BARE_MONTH.finditer(text):
        take("month", _month(match[1]), *match.span())
    for match in _WEEKDAY.finditer(text):
        take("weekday", match[1].lower(), *match.span())
    for match in _VALUE.finditer(text):
        take(_kind(match), _value(match["number"], match["size"] or ""), *match.span())
    for match in _BY_WORD_PATTERN.finditer(text):
        take("count", _plain(_BY_WORD[match.group().lower()]), *match.span())
    return sorted(found, key=lambda figure: figure.start)


def short_days_in(text: str) -> set[str]:
    """ "27/8" may be a day or a fraction: it bears out a day, and claims none."""
    return {f"{int(match[2]):02}-{int(match[1]):02}" for match in _SHORT_DAY.finditer(text)}


def _month(name: str) -> str:
    return f"{MONTHS.index(name.lower()) + 1:02}"


def _kind(match: re.Match[str]) -> Kind:
    unit = (match["unit"] or "").lower()
    if unit.startswith(("%", "pct", "procent")):
        return "share"
    size = (match["size"] or "").lower()
    return "money" if unit or match["before"] or size.startswith(("t.", "tkr")) or size == "t" else "count"


def _value(number: str, size: str) -> str:
    if not re.fullmatch(r"\d+\.\d{1,2}", number):
        number = re.sub(r"[.\u00a0 ]", "", number).replace(",", ".")
    return _plain(Decimal(number) * _times(size.lower()))


def _times(size: str) -> int:
    if size.startswith(("mia", "milliard")):
        return 10**9
    if size.startswith("mi"):
        return 10**6
    return 1000 if size else 1


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
