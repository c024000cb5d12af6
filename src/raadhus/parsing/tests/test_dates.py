"""Dates and times in all the ways that agendas write them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.parsing._dates import find_date, find_times, find_when, is_date_line

MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
DATES = st.dates(date(1970, 1, 1), date(2069, 12, 31))


@given(
    DATES,
    st.sampled_from(
        [
            "{d:02}-{m:02}-{y}",
            "{d}. {name} {y}",
            "d. {d}. {name} {y}",
            "{d}.{m}.{y}",
            "{d}/{m}-{y}",
            "{d}/{m}/{y}",
            "{y}-{m:02}-{d:02}",
        ]
    ),
)
def test_a_date_reads_the_same_however_it_is_written(day: date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year, name=MONTHS[day.month - 1])
    found = find_date(f"Mødet holdes {text}.")
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    "text",
    [
        "26-08-2031 11:00 - 13:15",
        "Tirsdag d. 26. august 2031 kl. 11:00-13:15",
        "26.08.2031 kl. 11.00 – 13.15",
        "den 26. august 2031, kl. 11:00 til 13:15",
    ],
)
def test_a_meeting_lasts_from_one_hour_to_another(text: str) -> None:
    when = find_when(text)
    assert when is not None
    assert when.start == datetime(2031, 8, 26, 11, 0)
    assert when.end == datetime(2031, 8, 26, 13, 15)
    assert is_date_line(text)


def test_without_an_hour_a_meeting_has_only_a_day() -> None:
    when = find_when("20. september 2031")
    assert when is not None
    assert when.start == date(2031, 9, 20)
    assert when.end is None


def test_an_hour_may_be_written_without_minutes() -> None:
    found = find_times("kl. 16 - 18")
    assert found is not None
    assert found[:2] == (time(16), time(18))


@pytest.mark.parametrize(
    "text", ["31-02-2031", "45. maj 2031", "1.234.567", "12/27845", "§ 17, stk. 4", "Bilag 3"]
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    "text", ["Referat fra mødet den 3. marts 2031", "Punkt 2 den 3. marts 2031", "Rådhuset, lokale 4"]
)
def test_a_line_that_says_more_than_when_is_no_date_line(text: str) -> None:
    assert not is_date_line(text)


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    find_date(text)
    find_times(text)
    find_when(text)
    is_date_line(text)
