"""Times as people in Denmark read and write them; the time zone is Europe/Copenhagen. No Django here."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def local(moment: datetime) -> datetime:
    """`moment` on the town hall's clock; a naive moment is taken to be local already."""
    if moment.tzinfo is None:
        return moment.replace(tzinfo=COPENHAGEN)
    return moment.astimezone(COPENHAGEN)


def written(day: date) -> str:
    """`27. august 2025`"""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
