"""The fields of the query language, by the names people write, and what their values stand for."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from raadhus.core.times import MONTHS
from raadhus.meetings.choices import Outcome

KINDS: Mapping[str, str] = {
    "punkt": "item", "punkter": "item", "item": "item",
    "beslutning": "decision", "beslutninger": "decision", "decision": "decision",
    "indstilling": "recommendation", "indstillinger": "recommendation", "recommendation": "recommendation",
    "bilag": "annex", "annex": "annex",
    "referat": "minutes", "referater": "minutes", "minutes": "minutes",
    "dagsorden": "agenda", "dagsordener": "agenda", "agenda": "agenda",
}  # fmt: skip

OUTCOMES: Mapping[str, str] = {
    "vedtaget": Outcome.ADOPTED, "godkendt": Outcome.ADOPTED, "tiltrådt": Outcome.ADOPTED,
    "efterretning": Outcome.NOTED, "taget til efterretning": Outcome.NOTED,
    "drøftet": Outcome.DISCUSSED,
    "sendt videre": Outcome.REFERRED, "sendt": Outcome.REFERRED, "henvist": Outcome.REFERRED,
    "fremsendt": Outcome.REFERRED, "oversendt": Outcome.REFERRED,
    "udsat": Outcome.POSTPONED,
    "forkastet": Outcome.REJECTED, "afvist": Outcome.REJECTED, "ikke tiltrådt": Outcome.REJECTED,
    "udgået": Outcome.WITHDRAWN, "trukket": Outcome.WITHDRAWN,
    "intet": Outcome.NONE, "intet til referat": Outcome.NONE,
    "andet": Outcome.OTHER,
    **{str(value): value for value in Outcome.values},
}  # fmt: skip

NAMES: Mapping[str, str] = {
    "organ": "organ", "udvalg": "organ", "organization": "organ",
    "sag": "sag", "sagsnr": "sag", "sagsnummer": "sag", "case": "sag",
    "dato": "dato", "date": "dato", "år": "dato", "aar": "dato", "year": "dato",
    "fra": "fra", "from": "fra",
    "til": "til", "to": "til",
    "type": "type", "slags": "type", "kind": "type",
    "udfald": "udfald", "outcome": "udfald",
    "afdeling": "afdeling", "forvaltning": "afdeling", "department": "afdeling",
    "sagsbehandler": "person", "person": "person",
}  # fmt: skip

_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})|(\d{1,2})[./-](\d{4})")
MONTH_NAMES = "|".join([*MONTHS, *(rf"{month[:3]}\.?" for month in MONTHS), r"sept\.?"])
_IN_WORDS = re.compile(rf"(?:(\d{{1,2}})\.?\s*)?({MONTH_NAMES})\s+(\d{{4}})", re.IGNORECASE)
_YEARS = re.compile(r"(\d{4})\s*[-–]\s*(\d{4})")


class NoDay(ValueError):
    """The text is neither a day nor a month nor a year."""


def period(text: str) -> tuple[date | None, date | None]:
    """The first and the last day that "2023..2024", "2025-08", "27. august 2025" or "2024.." stand for.

    None is an open end. Raises `NoDay`.
    """
    first, dots, last = _YEARS.sub(r"\1..\2", text.strip()).partition("..")
    if not dots:
        return stretch(first)
    since = stretch(first)[0] if first.strip() else None
    until = stretch(last.lstrip("."))[1] if last.strip(". ") else None
    if since is None and until is None:
        raise NoDay(text)
    return since, until


def turned(text: str) -> str:
    """The same period with its ends changed over."""
    first, _, last = _YEARS.sub(r"\1..\2", text).partition("..")
    return f"{last.strip()}..{first.strip()}"


def stretch(text: str) -> tuple[date, date]:
    """The first and last day of a year, a month or a day. Raises `NoDay`."""
    text = text.strip()
    try:
        if re.fullmatch(r"\d{4}", text):
            return date(int(text), 1, 1), date(int(text), 12, 31)
        if match := _DAY.fullmatch(text):
            one = [int(n) for n in match.groups() if n]
            day = date(*one) if match[4] else date(one[2], one[1], one[0])
            return day, day
        if match := _MONTH.fullmatch(text):
            year, month = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
            return _whole(year, month)
        if match := _IN_WORDS.fullmatch(text):
            year, month = int(match[3]), _number_of(match[2])
            day = date(year, month, int(match[1] or 1))
            return (day, day) if match[1] else _whole(year, month)
    except ValueError as error:
        raise NoDay(text) from error
    raise NoDay(text)


def _whole(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _number_of(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))
