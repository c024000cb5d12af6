"""The period after, or before, the one a question names."""

import re

from raadhus.core.times import MONTHS

_STEP = re.compile(r"(?:i )?(?P<unit>året|måneden) (?P<way>efter|før|forinden)")
_LAST_YEAR = re.compile(r"(?:19|20)\d\d")


def stepped(period: str, said: str) -> str | None:
    """`period` moved as `said` asks: "i 2024" and "året efter" give "i 2025". None when that cannot be told."""
    step = _STEP.fullmatch(said.lower())
    year = _LAST_YEAR.search(period)
    if step is None or year is None:
        return None
    by = 1 if step["way"] == "efter" else -1
    if step["unit"] == "året":
        return _with_year(period, int(year.group()) + by)
    month = next((m for m in MONTHS if re.search(rf"\b{m}\b", period.lower())), None)
    if month is None:
        return None
    number = MONTHS.index(month) + by
    moved = _with_year(period, int(year.group()) + number // 12)
    return re.sub(rf"(?:den )?(?:\d{{1,2}}\. )?\b{month}\b", MONTHS[number % 12], moved, flags=re.IGNORECASE)


def is_step(said: str) -> bool:
    return _STEP.fullmatch(said.lower()) is not None


def with_year_of(period: str, said: str) -> str:
    """A month or a day without a year is one of the year spoken of: "i april" after "i marts 2024"."""
    year = _LAST_YEAR.search(period)
    if year is None or not re.search("|".join(MONTHS), said.lower()) or _LAST_YEAR.search(said):
        return said
    return f"{said} {year.group()}"


def _with_year(period: str, year: int) -> str:
    return _LAST_YEAR.sub(str(year), period, count=1)
