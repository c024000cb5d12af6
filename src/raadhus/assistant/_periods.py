"""Periods as people say them ("i 2024", "sidste år", "efter sommerferien 2025"), as days from and to."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from raadhus.core.times import MONTHS

HOLIDAYS_BEGIN, HOLIDAYS_END = (6, 28), (8, 10)
"""The school's summer holidays, about: councils do not meet then."""

TERM, A_TERM = 4, 2022
"""A council sits four years from the 1 January after its election (kommunestyrelsesloven); one began in 2022."""

SEASONS = {"vinter": (1, 2), "forår": (3, 5), "sommer": (6, 8), "efterår": (9, 11)}
NUMBERS = {"to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8, "ni": 9, "ti": 10}

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_IN = r"\b(?:i|for|under|om|fra)\s+"
_END = r"(?!\s*[-–/]\s*\d|\w)"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `since` to `until` (each inclusive, or open) and the question's own words for them.

    A `relative` one ("sidste år") depends on today and so never stands in a paper in those words.
    """

    since: date | None
    until: date | None
    said: str
    relative: bool = False


Days = tuple[date | None, date | None]
Rule = tuple[re.Pattern[str], Callable[[re.Match[str], date], Days], bool]


def period_in(question: str, *, today: date) -> Period | None:
    """The first period that `question` names; None when it names none."""
    for pattern, days, relative in _RULES:
        if match := pattern.search(question):
            try:
                since, until = days(match, today)
            except ValueError:  # 31 February
                continue
            return Period(since, until, match.group().strip(), relative)
    return None


def _whole(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def _months(year: int, first: int, last: int) -> Days:
    after = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)


def _year_in(match: re.Match[str], today: date) -> int:
    return int(match["year"] or today.year)


def _day(match: re.Match[str], today: date) -> Days:
    day = date(_year_in(match, today), MONTHS.index(match["month"].lower()) + 1, int(match["day"]))
    if match["year"] is None and day > today:
        day = day.replace(year=day.year - 1)
    return day, day


def _month(match: re.Match[str], today: date) -> Days:
    number = MONTHS.index(match["month"].lower()) + 1
    year = _year_in(match, today)
    if match["year"] is None and number > today.month:
        year -= 1
    return _months(year, number, number)


def _season(match: re.Match[str], today: date) -> Days:
    first, last = next(months for name, months in SEASONS.items() if match["season"].lower().startswith(name))
    year = _year_in(match, today)
    if match["year"] is None and first > today.month:
        year -= 1
    return _months(year, first, last)


def _around_holidays(match: re.Match[str], today: date) -> Days:
    year = _year_in(match, today)
    if match["side"].lower() == "efter":
        if match["year"] is None and today < date(year, *HOLIDAYS_END):
            year -= 1
        return date(year, *HOLIDAYS_END), date(year, 12, 31) if match["year"] else None
    return date(year, 1, 1), date(year, *HOLIDAYS_BEGIN)


def _last_years(match: re.Match[str], today: date) -> Days:
    said = match["number"].lower()
    number = int(said) if said.isdigit() else NUMBERS[said]
    return _before(today, number), today


def _before(day: date, years: int) -> date:
    year = max(day.year - years, 1)
    return day.replace(year=year, day=min(day.day, 28))


def _last_month(_: re.Match[str], today: date) -> Days:
    last = today.replace(day=1) - timedelta(days=1)
    return last.replace(day=1), last


def _yesterday(match: re.Match[str], today: date) -> Days:
    day = today - timedelta(days=2 if match.group().lower().endswith("forgårs") else 1)
    return day, day


def _week(match: re.Match[str], today: date) -> Days:
    monday = today - timedelta(days=today.weekday())
    if not match["week"].lower().endswith("denne"):
        monday -= timedelta(days=7)
    return monday, monday + timedelta(days=6)


def _term(back: int) -> Callable[[re.Match[str], date], Days]:
    def days(_: re.Match[str], today: date) -> Days:
        first = today.year - (today.year - A_TERM) % TERM - back * TERM
        return date(first, 1, 1), date(first + TERM - 1, 12, 31)

    return days


def _rule(pattern: str, days: Callable[[re.Match[str], date], Days], *, relative: bool = False) -> Rule:
    return re.compile(pattern, re.IGNORECASE), days, relative


_RULES: tuple[Rule, ...] = (
    _rule(
        rf"\b(?P<side>før|inden|efter)\s+sommer(?:ferien|en)(?:\s+(?:i\s+)?{_YEAR})?{_END}",
        _around_holidays,
        relative=True,
    ),
    _rule(
        r"\b(?:mellem|fra)\s+(?P<first>(?:19|20)\d\d)\s*(?:og|til|-|–)\s*(?P<last>(?:19|20)\d\d)\b",
        lambda m, _: (date(int(m["first"]), 1, 1), date(int(m["last"]), 12, 31)),
    ),
    _rule(rf"\b(?:den\s+)?(?P<day>\d{{1,2}})\.\s*{_MONTH}(?:\s+{_YEAR})?{_END}", _day),
    _rule(rf"{_IN}{_MONTH}(?:\s+(?:måned\s+)?{_YEAR})?{_END}", _month),
    _rule(
        rf"{_IN}(?P<season>foråret|forår|sommeren|sommer|efteråret|efterår|vinteren|vinter)(?:\s+{_YEAR})?{_END}",
        _season,
    ),
    _rule(
        rf"\b(?:siden|efter)\s+{_YEAR}{_END}",
        lambda m, _: (date(int(m["year"]), 1, 1), None),
    ),
    _rule(rf"\b(?:før|inden)\s+{_YEAR}{_END}", lambda m, _: (None, date(int(m["year"]) - 1, 12, 31))),
    _rule(rf"(?:{_IN}|\bi løbet af\s+|\bi år\s+){_YEAR}{_END}", lambda m, _: _whole(int(m["year"]))),
    _rule(r"\b(?:sidste|forrige|foregående) år\b|\bi fjor\b", lambda _, d: _whole(d.year - 1), relative=True),
    _rule(r"\bi år\b|\bdette år\b", lambda _, d: _whole(d.year), relative=True),
    _rule(r"\bi (?:går|forgårs)\b", _yesterday, relative=True),
    _rule(r"\b(?P<week>sidste|forrige|i denne|denne) uge\b", _week, relative=True),
    _rule(r"\b(?:sidste|forrige) måned\b", _last_month, relative=True),
    _rule(
        r"\b(?:i|denne|indeværende) (?:måned)\b",
        lambda _, d: _months(d.year, d.month, d.month),
        relative=True,
    ),
    _rule(
        rf"\bde (?:seneste|sidste)\s+(?P<number>\d{{1,2}}|{'|'.join(NUMBERS)})\s+år\b",
        _last_years,
        relative=True,
    ),
    _rule(r"\bdet (?:seneste|sidste) år\b", lambda _, d: (_before(d, 1), d), relative=True),
    _rule(r"\b(?:denne|indeværende) (?:valg|byråds)periode\b", _term(0), relative=True),
    _rule(r"\b(?:forrige|sidste) (?:valg|byråds)periode\b", _term(1), relative=True),
)
"""The narrower before the wider: "i august 2025" is not the whole of 2025."""
