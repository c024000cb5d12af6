"""Danish dates and the slots of the stories: `{y+1}` is a year, `{d-40}` a weekday 40 days before."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import TypeVar

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

T = TypeVar("T")

_SLOT = re.compile(r"\{([yd])([+-]\d+)?\}")


def long_date(day: date) -> str:
    """`12. maj 2025`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def dashed(day: date) -> str:
    """`12-05-2025`."""
    return f"{day:%d-%m-%Y}"


def workday(day: date) -> date:
    """That day, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > 4 else day


def fill(text: str, base: date) -> str:
    """Return `text` with its slots filled, counted from `base`."""

    def slot(match: re.Match[str]) -> str:
        step = int(match[2] or 0)
        if match[1] == "y":
            return str(base.year + step)
        return long_date(workday(base + timedelta(days=step)))

    return _SLOT.sub(slot, text)


def dice(*seed: object) -> int:
    """A large whole number that is always the same for the same seed."""
    return int.from_bytes(sha256("|".join(map(str, seed)).encode()).digest()[:6], "big")


def pick(choices: Sequence[T], *seed: object) -> T:
    return choices[dice(*seed) % len(choices)]


def kroner(amount: int) -> str:
    """`1.250.000`."""
    return f"{amount:,}".replace(",", ".")
