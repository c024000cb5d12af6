"""Deadlines counted in Danish weekdays (hverdage): Monday to Friday, not on public holidays."""

from datetime import date, datetime, time, timedelta

from raadhus.core.times import COPENHAGEN

AGENDA_WEEKDAYS = 4
"""Weekdays between sending out the council's agenda and the meeting (standard standing order § 8, stk. 4)."""

DEPUTATION_HOUR = time(12, 0)
"""A request for a deputation is in by noon on a weekday before the meeting."""

GREAT_PRAYER_DAY_UNTIL = 2023
"""Store bededag is no public holiday from 2024 on (lov nr. 214 af 6. marts 2023)."""


def easter_sunday(year: int) -> date:
    """Easter Sunday of `year` (Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def holidays(year: int) -> frozenset[date]:
    """Denmark's public holidays of `year`, and the days town halls keep as such (5 June, 24 December)."""
    easter = easter_sunday(year)
    moving = [-3, -2, 0, 1, 39, 49, 50] + ([26] if year <= GREAT_PRAYER_DAY_UNTIL else [])
    fixed = [(1, 1), (6, 5), (12, 24), (12, 25), (12, 26)]
    return frozenset([easter + timedelta(days=n) for n in moving] + [date(year, m, d) for m, d in fixed])


def is_weekday(day: date) -> bool:
    return day.weekday() < 5 and day not in holidays(day.year)


def weekdays_before(day: date, count: int) -> date:
    """The day that lies `count` weekdays before `day` (which itself is not counted)."""
    while count > 0:
        day -= timedelta(days=1)
        count -= is_weekday(day)
    return day


def agenda_deadline(meeting: date, *, weekdays: int = AGENDA_WEEKDAYS) -> date:
    """The last day on which the agenda of a meeting on that day may be sent out."""
    return weekdays_before(meeting, weekdays)


def deputation_deadline(meeting: date) -> datetime:
    """The last moment to ask for a deputation at a committee's meeting on that day."""
    return datetime.combine(weekdays_before(meeting, 1), DEPUTATION_HOUR, COPENHAGEN)
