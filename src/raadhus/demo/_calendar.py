"""When the bodies meet: a rhythm by weeks, counted from one Monday long ago, so every run agrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from raadhus.demo._people import ORGANS, Organ

PAST_MONTHS = 20
WEEKS_AHEAD = 4
LEAST_AHEAD = 6
A_MONDAY = date(2001, 1, 1)
FIRST_TERM_PRINTED = 2026


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every `every`th week, `shift` weeks in, on `weekday` (Monday is 0)."""

    every: int
    shift: int
    weekday: int


# The magistrat meets eight days before the council, so that a case can go from one to the other.
RHYTHMS = {
    "BYR": Rhythm(3, 0, 2),
    "MAG": Rhythm(3, 2, 1),
    "TU": Rhythm(6, 1, 2),
    "BUU": Rhythm(9, 1, 3),
    "KU": Rhythm(9, 4, 2),
    "SOU": Rhythm(9, 7, 3),
    "SBU": Rhythm(9, 2, 2),
    "ØEU": Rhythm(9, 5, 0),
    "rMTM": Rhythm(12, 0, 3),
    "rMBU": Rhythm(9, 1, 1),
    "rMSO": Rhythm(9, 7, 0),
}


@dataclass(frozen=True, slots=True)
class Slot:
    """A meeting that is to be held."""

    organ: Organ
    day: date

    @property
    def start(self) -> datetime:
        return datetime.combine(self.day, time(*self.organ.starts))

    @property
    def end(self) -> datetime:
        return self.start + timedelta(minutes=self.organ.minutes)


def first_day(today: date) -> date:
    """The Monday twenty months before `today`."""
    months = today.year * 12 + today.month - 1 - PAST_MONTHS
    month_start = date(months // 12, months % 12 + 1, 1)
    return month_start + timedelta(days=(7 - month_start.weekday()) % 7)


def turn_of_term(day: date) -> date:
    """The first day of the council's term in which `day` lies (elections are in November of 2021, 2025 ...)."""
    return date(day.year - (day.year - 2022) % 4, 1, 1)


def heading_of(slot: Slot) -> str:
    """The body's name as printed; the council's carries its period once a new term has begun."""
    if slot.organ.key == "BYR":
        term = turn_of_term(slot.day)
        if term.year >= FIRST_TERM_PRINTED:
            return f"Byrådet {term.year}-{term.year + 3}"
    return slot.organ.name


def slots(today: date) -> tuple[Slot, ...]:
    """Return the meetings from twenty months before `today` to some weeks after it, in order of time."""
    last = today + timedelta(weeks=WEEKS_AHEAD)
    found = sorted(
        _between(first_day(today), last + timedelta(weeks=16)), key=lambda s: (s.start, s.organ.key)
    )
    ahead = [slot for slot in found if slot.day > today]
    until = max(last, ahead[LEAST_AHEAD - 1].day)
    return tuple(slot for slot in found if slot.day <= until)


def _between(first: date, last: date) -> Iterator[Slot]:
    for key, rhythm in RHYTHMS.items():
        monday = first
        while monday <= last:
            week = (monday - A_MONDAY).days // 7
            day = monday + timedelta(days=rhythm.weekday)
            if week % rhythm.every == rhythm.shift and not _holiday(day):
                yield Slot(ORGANS[key], day)
            monday += timedelta(weeks=1)


def _holiday(day: date) -> bool:
    """July, Christmas, the winter and autumn breaks, Easter week and the spring's public holidays."""
    week = day.isocalendar().week
    if day.month == 7 or week in (7, 42, 52, 53, 1):
        return True
    easter = _easter(day.year)
    return -7 <= (day - easter).days <= 1 or (day - easter).days in (39, 50) or (day.month, day.day) == (6, 5)


def _easter(year: int) -> date:
    """Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    n = h + k - 7 * m + 114
    return date(year, n // 31, n % 31 + 1)
