"""How long an item is set to take: "10 min.", "1 time", "1½ time", "1 time og 15 min"."""

import re

DURATION = (
    r"(?:(?P<hours>\d{1,2}(?:[.,]5)?½?|½|en|én|halvanden) ?time(?:r)?\b\.?(?:(?: og)? ?(?P<rest>\d{1,2}) ?min\w*\.?)?"
    r"|(?P<minutes>\d{1,3}) ?min\w*\.?)"
)
_DURATION = re.compile(DURATION, re.IGNORECASE)
_WORDS = {"en": 1.0, "én": 1.0, "halvanden": 1.5, "½": 0.5}


def minutes_in(text: str) -> int | None:
    """Return the minutes of the first duration in the text."""
    match = _DURATION.search(text)
    return minutes_of_match(match) if match else None


def minutes_of_match(match: re.Match[str]) -> int:
    """Return the minutes that a match of `DURATION` stands for."""
    if match["minutes"]:
        return int(match["minutes"])
    said = match["hours"].casefold()
    hours = _WORDS.get(said)
    if hours is None:
        hours = float(said.rstrip("½").replace(",", ".")) + (0.5 if said.endswith("½") else 0.0)
    return round(hours * 60) + int(match["rest"] or 0)
