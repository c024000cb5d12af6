"""Standing items: those that every agenda has and that are no work of their own."""

import re

# As the committee on the next council left them out of its count (B1.1), in the words that agendas use.
_STANDING = re.compile(
    r"(valg af|godkendelse af|bemærkninger til) ?(mødeleder|ordstyrer|referat|dagsorden|protokol)"
    r"|(referat|dagsorden)( fra| for| til|$)"
    r"|sager på vej|kurser og konferencer|eventuelt\b|evt\b|bordrunde|underskrift|meddelelser\b",
    re.IGNORECASE,
)


def is_standing(title: str) -> bool:
    """True for the title of an item that stands on every agenda: approval of minutes, any other business."""
    return _STANDING.match(title.strip()) is not None
