from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from raadhus.core.times import COPENHAGEN
from raadhus.procedure import agenda_deadline, deputation_deadline, is_weekday, weekdays_before
from raadhus.procedure.clocks import easter_sunday

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def test_a_council_meeting_on_a_wednesday_has_its_agenda_out_on_the_thursday_before() -> None:
    assert agenda_deadline(date(2025, 8, 27)) == date(2025, 8, 21)


def test_easter_does_not_count_as_weekdays() -> None:
    # Easter Sunday 2026 is 5 April: Maundy Thursday, Good Friday and Easter Monday fall away.
    assert agenda_deadline(date(2026, 4, 8)) == date(2026, 3, 30)


def test_great_prayer_day_counts_as_a_weekday_from_2024() -> None:
    assert not is_weekday(date(2023, 5, 5))
    assert is_weekday(date(2024, 4, 26))


def test_a_deputation_is_asked_for_by_noon_on_the_weekday_before() -> None:
    assert deputation_deadline(date(2025, 9, 1)) == datetime(2025, 8, 29, 12, 0, tzinfo=COPENHAGEN)


def test_easter_is_where_the_almanac_has_it() -> None:
    known = {2000: (4, 23), 2011: (4, 24), 2016: (3, 27), 2025: (4, 20), 2038: (4, 25)}
    assert {year: (easter_sunday(year).month, easter_sunday(year).day) for year in known} == known


@given(DAYS, st.integers(1, 15))
def test_exactly_that_many_weekdays_lie_from_the_deadline_to_the_day_before(day: date, count: int) -> None:
    deadline = weekdays_before(day, count)
    between = [deadline + timedelta(days=n) for n in range((day - deadline).days)]
    assert is_weekday(deadline)
    assert sum(is_weekday(d) for d in between) == count
