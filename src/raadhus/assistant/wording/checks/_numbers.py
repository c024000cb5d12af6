"""Every figure of a claim must stand in its quotes: number, amount, share, date, time, law, case number."""

import re
from datetime import date

from raadhus.assistant.wording.checks._claim import Claim, Evidence
from raadhus.assistant.wording.checks._figures import Figure, figures_in, short_days_in
from raadhus.assistant.wording.checks._reasons import Reason
from raadhus.core.times import WEEKDAYS

_IN_THOUSANDS = re.compile(
    r"(?:\b1\.?000|\bhele|\bt\.?|\bmio\.?|\btusind\w*)\s*(?:kr\b|kroner)|\btkr\b", re.IGNORECASE
)
_MONEY = re.compile(r"\b(?:kr|kroner|dkk|mio|mia|million\w*|beløb\w*)\b", re.IGNORECASE)
_SHARE = re.compile(r"%|\b(?:pct|procent\w*|andel\w*)\b", re.IGNORECASE)
_BARE = re.compile(r"[ \t]*(?:$|\n|\||[\d-])")
"""After a figure in a table: nothing that says of what."""
_SECOND = re.compile(r"\b(?:anden|andet|andre|2)\b", re.IGNORECASE)
_SECOND_OF = re.compile(
    r"\banden (?:behandling|runde|fase|etape|gang|plads|del|høring|viceborgmester)\w*", re.IGNORECASE
)


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """`NUMBER` when a figure of the claim stands neither in the quotes nor over them."""
    told = _Told(evidence)
    if not all(told.bears_out(figure) for figure in figures_in(claim.text)):
        return Reason.NUMBER
    if _SECOND_OF.search(claim.text) and not _SECOND.search(evidence.everything):
        return Reason.NUMBER
    return None


class _Told:
    """The figures that the quotes tell, and what follows from them."""

    def __init__(self, evidence: Evidence) -> None:
        here = figures_in(evidence.text)
        self._keys = {figure.key for figure in [*here, *figures_in(evidence.context)]}
        self._keys |= {("law", value.split("-")[0]) for kind, value in self._keys if kind == "law"}
        days = {value for kind, value in self._keys if kind == "day"}
        short = {value for kind, value in self._keys if kind == "day of month"} | short_days_in(evidence.text)
        months = {value for kind, value in self._keys if kind == "month"}
        self._days_of_months = {day[5:] for day in days} | short
        self._months = months | {day[:7] for day in days} | {value[5:7] for value in days}
        self._months |= {value[:2] for value in short} | {value[-2:] for value in months}
        years = {value[:4] for value in (*days, *months) if len(value) > 4}
        self._counts = {value for kind, value in self._keys if kind == "count"} | years
        self._weekdays = {WEEKDAYS[date.fromisoformat(day).weekday()] for day in days}
        everything = evidence.everything
        self._bare = {f.value for f in here if f.kind == "count" and _BARE.match(evidence.text, f.end)}
        self._tells_money = bool(_MONEY.search(everything)) and not _IN_THOUSANDS.search(everything)
        self._tells_shares = bool(_SHARE.search(everything))

    def bears_out(self, figure: Figure) -> bool:
        if figure.key in self._keys:
            return True
        match figure.kind:
            case "day of month":
                return figure.value in self._days_of_months
            case "month":
                return figure.value in self._months
            case "weekday":
                return figure.value in self._weekdays
            case "count":
                return figure.value in self._counts
            case "money":  # in a table the unit stands in the heading
                return self._tells_money and figure.value in self._bare
            case "share":
                return self._tells_shares and figure.value in self._bare
            case _:
                return False
