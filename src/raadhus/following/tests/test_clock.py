"""Digests go out at seven, summer and winter."""

from datetime import datetime, timedelta

import pytest

from raadhus.core.times import COPENHAGEN
from raadhus.following.choices import Frequency
from raadhus.following.clock import due_at, pause_after


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=COPENHAGEN)


@pytest.mark.parametrize(
    ("found", "daily", "weekly"),
    [
        ("2026-11-18T06:59", "2026-11-18T07:00", "2026-11-23T07:00"),
        ("2026-11-18T07:00", "2026-11-19T07:00", "2026-11-23T07:00"),
        ("2026-11-22T23:30", "2026-11-23T07:00", "2026-11-23T07:00"),
        ("2026-11-23T06:00", "2026-11-23T07:00", "2026-11-23T07:00"),
        ("2026-11-23T08:00", "2026-11-24T07:00", "2026-11-30T07:00"),
        # The clocks go forward on 29 March and back on 25 October 2026.
        ("2026-03-28T12:00", "2026-03-29T07:00", "2026-03-30T07:00"),
        ("2026-10-24T12:00", "2026-10-25T07:00", "2026-10-26T07:00"),
    ],
)
def test_a_digest_is_due_at_the_town_halls_seven(found: str, daily: str, weekly: str) -> None:
    assert due_at(Frequency.DAILY, at(found), hour=7) == at(daily)
    assert due_at(Frequency.WEEKLY, at(found), hour=7) == at(weekly)


def test_seven_is_seven_after_the_clocks_have_changed() -> None:
    due = due_at(Frequency.DAILY, at("2026-03-28T12:00"), hour=7)
    assert due is not None
    assert due.utcoffset() == timedelta(hours=2)


def test_at_once_is_now_and_the_feed_is_never_mailed() -> None:
    now = at("2026-11-18T06:59")
    assert due_at(Frequency.AT_ONCE, now, hour=7) == now
    assert due_at(Frequency.FEED, now, hour=7) is None


def test_pauses_grow_to_an_hour() -> None:
    assert [pause_after(n) for n in (1, 2, 3, 50)] == [timedelta(minutes=m) for m in (1, 2, 4, 60)]
