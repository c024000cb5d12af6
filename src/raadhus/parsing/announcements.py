"""What a paper announces: the day of the next meeting."""

import re
from datetime import date

from raadhus.parsing._dates import find_date

_NEXT = re.compile(r"\bnæste (?:\w+ )?(?:\w*udvalgs|byråds|råds)?møde\b", re.IGNORECASE)
NEAR = 80
"""So many characters after the words the day must stand."""


def next_meeting_in(text: str) -> date | None:
    """Return the day a text gives for the next meeting ("Næste møde: 2. april 2031"); the last one it gives."""
    days = (find_date(text[match.end() : match.end() + NEAR]) for match in _NEXT.finditer(text))
    found = [day[0] for day in days if day]
    return found[-1] if found else None
