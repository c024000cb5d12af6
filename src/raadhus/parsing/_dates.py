"""Danish dates and times as councils write them: 26-08-2025 11:00 - 13:15, 20. september 2023, Kl. 18.15 – 19.45."""

import re
from datetime import date, datetime, time
from typing import NamedTuple

_MONTHS = {
    "januar": 1, "jan": 1, "februar": 2, "feb": 2, "marts": 3, "mar": 3, "april": 4, "apr": 4, "maj": 5,
    "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9,
    "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"(?<![\d.,/-])(?:(?P<day>[0-3]?\d)\.?\s*(?P<name>{_NAMES})\b\.?,?\s*(?P<year>(?:19|20)\d\d)"
    r"|(?P<d>[0-3]?\d)\s?[./-]\s?(?P<m>[01]?\d)\s?[./-]\s?(?P<y>(?:19|20)\d\d|\d\d)"
    r"|(?P<iy>(?:19|20)\d\d)-(?P<im>[01]\d)-(?P<id>[0-3]\d))(?![\d])",
    re.IGNORECASE,
)
_CLOCK = r"(?P<{h}>[01]?\d|2[0-4])(?:[.:](?P<{m}>[0-5]\d))"
_TIMES = re.compile(
    r"(?<![\d.,:/-])(?:kl\.?\s*)?"
    + _CLOCK.format(h="h1", m="m1")
    + r"(?:\s*(?:-|–|—|til|kl\.?|\s)+\s*"
    + _CLOCK.format(h="h2", m="m2")
    + r")?(?![\d:]|\.\d)",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\bkl\.?\s*(?P<h1>[01]?\d|2[0-4])(?:\s*(?:-|–|—|til)\s*(?:kl\.?\s*)?(?P<h2>[01]?\d|2[0-4]))?(?![\d.:]*\d)",
    re.I,
)
_WEEKDAY = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\s*)?(?:,\s*)?(?:den\s*)?(?:d\.\s*)?"
_DATE_LINE = re.compile(rf"\s*(?:dato:?\s*)?{_WEEKDAY}(?P<date>\S.*)", re.IGNORECASE)
_REST = re.compile(r"[\s,;.:()–—-]*(?:(?:kl|klokken|fra|til|tid)\.?:?[\s,–-]*)*", re.IGNORECASE)


class Place(NamedTuple):
    """Where in a text something stands."""

    start: int
    end: int


def find_date(text: str, start: int = 0) -> tuple[date, Place] | None:
    """Return the first real date in the text and its place; None when there is none."""
    for match in _DATE.finditer(text, start):
        value = _date_of(match)
        if value:
            return value, Place(match.start(), match.end())
    return None


def _date_of(match: re.Match[str]) -> date | None:
    if match["name"]:
        day, month, year = int(match["day"]), _MONTHS[match["name"].lower()], int(match["year"])
    elif match["iy"]:
        day, month, year = int(match["id"]), int(match["im"]), int(match["iy"])
    else:
        day, month, year = int(match["d"]), int(match["m"]), int(match["y"])
        year += 0 if year > 99 else 2000 if year < 70 else 1900
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_times(text: str, start: int = 0) -> tuple[time, time | None, Place] | None:
    """Return the first time of day, the time it lasts until (None when not given), and their place."""
    for match in _TIMES.finditer(text, start):
        first = _clock(match["h1"], match["m1"])
        if first is not None:
            last = _clock(match["h2"], match["m2"]) if match["h2"] else None
            return first, last, Place(match.start(), match.end())
    if hour := _HOUR.search(text, start):
        first = _clock(hour["h1"], "0")
        if first is not None:
            last = _clock(hour["h2"], "0") if hour["h2"] else None
            return first, last, Place(hour.start(), hour.end())
    return None


def _clock(hour: str, minute: str) -> time | None:
    try:
        return time(int(hour) % 24, int(minute))
    except ValueError:
        return None


class When(NamedTuple):
    """When a meeting is: a `date` where no hour is given; `end` only where one is given."""

    start: datetime | date
    end: datetime | None
    start_place: Place
    end_place: Place | None


def find_when(text: str) -> When | None:
    """Return the meeting's time in a text such as "26-08-2025 11:00 - 13:15"; None without a date."""
    dated = find_date(text)
    if not dated:
        return None
    day, place = dated
    timed = find_times(text, place.end)
    if not timed:
        return When(day, None, place, None)
    first, last, clock = timed
    start = datetime.combine(day, first)
    end = datetime.combine(day, last) if last and last > first else None
    return When(start, end, Place(place.start, clock.end), Place(place.start, clock.end) if end else None)


def is_date_line(text: str) -> bool:
    """True when the line holds a date, perhaps a weekday and hours, and nothing else."""
    match = _DATE_LINE.fullmatch(text) if len(text) < 80 else None
    if not match:
        return False
    rest = match["date"]
    dated = find_date(rest)
    if not dated or rest[: dated[1].start].strip():
        return False
    rest = rest[dated[1].end :]
    timed = find_times(rest)
    if timed:
        rest = rest[: timed[2].start] + rest[timed[2].end :]
    return bool(_REST.fullmatch(rest))
