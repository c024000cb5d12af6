"""When a mail is due. Digests go out at an hour of the town hall's clock, in summer time and in winter time."""

from datetime import datetime, time, timedelta

from raadhus.core.times import COPENHAGEN, local
from raadhus.following.choices import Frequency

MONDAY = 0
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(hours=1)
GIVE_UP = timedelta(days=5)
"""So long an outage is waited out; then the mail is given up, and the owner's page says so."""


def due_at(frequency: Frequency, since: datetime, *, hour: int) -> datetime | None:
    """When to tell of what was found at `since`; None for those who only read the feed."""
    if frequency == Frequency.FEED:
        return None
    if frequency == Frequency.AT_ONCE:
        return since
    now = local(since)
    day = now.date()
    if _at(hour, now) <= now:
        day += timedelta(days=1)
    if frequency == Frequency.WEEKLY:
        day += timedelta(days=(MONDAY - day.weekday()) % 7)
    return datetime.combine(day, time(hour), COPENHAGEN)


def _at(hour: int, day: datetime) -> datetime:
    return datetime.combine(day.date(), time(hour), COPENHAGEN)


def pause_after(attempts: int) -> timedelta:
    """How long to wait after so many attempts: twice as long each time, an hour at the most."""
    return min(LONGEST, SHORTEST * (1 << min(max(attempts - 1, 0), 10)))
