"""Amounts, dates and paragraphs in one form each, however they are written.

"1,05 mio. kr." is 1050000; "27. august 2025", "27-08-2025" and "27/8 2025" are one day; "§ 17, stk. 4" is
"§17,4". The form is looked up beside the words it is made of.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join([*_MONTHS, *(f"{month[:3]}\\.?" for month in _MONTHS), "sept\\.?"])
_NUMBER = r"(?:\d{1,3}(?:[.\u00a0 ]\d{3})+|\d+)(?:,\d+)?"
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<number>{_NUMBER}|\d+\.\d{{1,2}})(?P<half>½)?\s*"
    r"(?P<unit>mio|mia|million(?:er)?|milliard(?:er)?|t\.?\s?kr|tkr|tusinde?(?=\s+kr))\b",
    re.IGNORECASE,
)
_UNITS = ("mio", "mia", "millia", "million", "t.kr", "tkr", "t kr", "t. kr", "tusind")
_ROUND = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.\u00a0]\d{3})+|\d{4,}),00(?!\d)")
_DATE = re.compile(
    rf"(?:(?P<d>\d{{1,2}})\.?\s*(?P<month>{_MONTH})\s*(?P<y>\d{{4}})"
    r"|(?P<d2>\d{1,2})(?P<sep>[./-])\s?(?P<m2>\d{1,2})(?:(?P=sep)|[-\s])\s?(?P<y2>\d{4}|\d{2}(?=$|[\s,;:)]))"
    r"|(?P<y3>\d{4})-(?P<m3>\d{2})-(?P<d3>\d{2}))(?![\w/-])",
    re.IGNORECASE,
)
_DAY_OR_YEAR = re.compile(r"\b\d{1,4}(?=[.\s/-])")
"""Where a date may begin: looking there only is several times as fast."""
_PARAGRAPH = re.compile(
    r"(?:§{1,2}|\bparagraf)\s*(?P<number>\d+)(?:\s?(?P<letter>[a-h])\b(?!\.))?"
    r"(?:\s*[,.]?\s*(?:stk\.?|stykke)\s*(?P<part>\d+)|(?:,\s?|\.)(?P<short>\d+)(?!\d|[.,]\d))?"
    r"|\b(?P<called>\d{1,3})[,.](?P<of>\d)(?=-?\s?udvalg)",
    re.IGNORECASE,
)
"""Also as people call a committee: "17,4-udvalget"."""
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Form:
    """One form (`text`) of what stands from `start` to `end`; `pieces` are words that tell a part of it."""

    text: str
    start: int
    end: int
    pieces: tuple[str, ...] = ()


def forms_in(text: str) -> list[Form]:
    """Return the amounts, dates and paragraphs of `text` in their one form, in order."""
    if not _DIGIT.search(text):
        return []
    found = [*_dates(text)]
    low = text.lower()
    if any(unit in low for unit in _UNITS):
        found += _amounts(text)
    if ",00" in low:
        found += _round_ones(text)
    if "§" in text or "paragraf" in low or "udvalg" in low:
        found += _paragraphs(text)
    return sorted(found, key=_start)


def _start(form: Form) -> int:
    return form.start


def _amounts(text: str) -> Iterator[Form]:
    for match in _AMOUNT.finditer(text):
        written = match["number"]
        if not re.fullmatch(r"\d+\.\d{1,2}", written):
            written = re.sub(r"[.\u00a0 ]", "", written).replace(",", ".")
        number = Decimal(written) + (Decimal("0.5") if match["half"] else 0)
        amount = number * _size(match["unit"].lower())
        if amount == int(amount):
            yield Form(str(int(amount)), *match.span())


def _round_ones(text: str) -> Iterator[Form]:
    for match in _ROUND.finditer(text):
        yield Form(re.sub(r"\D", "", match[1]), *match.span())


def _size(unit: str) -> int:
    if unit.startswith(("mia", "millia")):
        return 10**9
    return 10**6 if unit.startswith("mi") else 1000


def _dates(text: str) -> Iterator[Form]:
    for number in _DAY_OR_YEAR.finditer(text):
        match = _DATE.match(text, number.start())
        if match is None or (match.start() and text[match.start() - 1] in ".,/-"):
            continue
        day, year = (
            int(match[a] or match[b] or match[c]) for a, b, c in (("d", "d2", "d3"), ("y", "y2", "y3"))
        )
        month = _month(match["month"]) if match["month"] else int(match["m2"] or match["m3"])
        try:
            told = date(year + 2000 if year < 100 else year, month, day)
        except ValueError:
            continue
        pieces = (str(told.day), _MONTHS[told.month - 1], str(told.year))
        yield Form(f"d{told:%Y%m%d}", *match.span(), pieces)


def _month(written: str) -> int:
    return next(n for n, month in enumerate(_MONTHS, 1) if month.startswith(written.lower()[:3]))


def _paragraphs(text: str) -> Iterator[Form]:
    for match in _PARAGRAPH.finditer(text):
        number = f"§{match['number'] or match['called']}{(match['letter'] or '').lower()}"
        part = match["part"] or match["short"] or match["of"]
        if part:
            yield Form(f"{number}-{part}", *match.span(), (number,))
        yield Form(number, match.start(), match.end())
