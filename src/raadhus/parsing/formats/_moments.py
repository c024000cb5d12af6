"""Days and hours as systems write them: 15-05-2013 16:30:00, 2013-06-20 10:30, 2026-05-04T14:00:00+02:00."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from raadhus.parsing._dates import find_when

_SECONDS = re.compile(r"\b(\d{1,2})[:.](\d{2})[:.]\d{2}(?:[.,]\d+)?\b")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?")
_HERE = ZoneInfo("Europe/Copenhagen")
_EARLIEST = 1800


def moment_of(text: str) -> datetime | date | None:
    """Return local time without a zone; a `date` where no hour is given (midnight stands for none)."""
    text = text.strip()
    if iso := _ISO.match(text):
        return _from_iso(iso.group())
    when = find_when(_SECONDS.sub(r"\1:\2", text))
    if when is None or when.start.year < _EARLIEST:
        return None
    return _without_midnight(when.start)


def _from_iso(text: str) -> datetime | date | None:
    whole = re.sub(r"(\.\d{6})\d+", r"\1", text)
    try:
        found = datetime.fromisoformat(whole)
        local = found.astimezone(_HERE).replace(tzinfo=None) if found.tzinfo else found
    except (ValueError, OverflowError):
        return None
    if local.year < _EARLIEST:
        return None
    return _without_midnight(local.replace(second=0, microsecond=0))


def _without_midnight(found: datetime | date) -> datetime | date:
    return found.date() if isinstance(found, datetime) and (found.hour, found.minute) == (0, 0) else found


def end_of(text: str, start: datetime | date | None) -> datetime | None:
    """Return when a meeting ends, where that is later on the day it began or the day after."""
    found = moment_of(text)
    if not isinstance(found, datetime) or not isinstance(start, datetime):
        return None
    return found if 0 < (found - start).total_seconds() < 36 * 3600 else None


def day_of(moment: datetime | date | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
