"""What a field of an item is for at this meeting: its decision, what is recommended, what was done before, or text."""

from collections.abc import Iterator
from datetime import date

from raadhus.parsing._dates import find_date
from raadhus.parsing._text import clean
from raadhus.parsing.formats._captions import is_of_meeting, read_caption
from raadhus.parsing.formats._draft import DraftField, DraftMeeting, FieldKind
from raadhus.parsing.formats._moments import day_of

_FILLERS = frozenset({"tomt indhold", "intet indhold"})
"""What a system writes into a field that nobody filled in."""
_MARKS = frozenset({".", "-", "–", "—"})


def meaning_of(part: DraftField, meeting: DraftMeeting) -> FieldKind | None:
    """Return what the field is for; None for one in which nothing stands."""
    texts = [text for raw in part.lines if (text := clean(raw.text))]
    if not texts or (len(texts) == 1 and texts[0].casefold().strip(".") in _FILLERS):
        return None
    caption = read_caption(part.title)
    kind = part.kind if part.kind != "text" or not part.title else caption.kind
    if kind != "decision":
        return kind
    day = day_of(meeting.start)
    if _begins_with_earlier(texts[0], day) or not is_of_meeting(caption, meeting.organization, day):
        return "route"
    return "decision" if any(says_something(text, meeting) for text in texts) else None


def says_something(text: str, meeting: DraftMeeting) -> bool:
    """False for a lone mark, and for the body's name over the room left for its decision."""
    return text not in _MARKS and text.casefold().strip(" :.") != meeting.organization.casefold().strip()


def decides(meeting: DraftMeeting) -> bool:
    """True when an open item carries the meeting's own decision: an agenda with decisions is minutes."""
    return any(kind == "decision" for kind in _open_kinds(meeting))


def _open_kinds(meeting: DraftMeeting) -> Iterator[FieldKind | None]:
    for item in meeting.items:
        if item.visibility == "open":
            yield from (meaning_of(part, meeting) for part in item.fields)


def _begins_with_earlier(text: str, day: date | None) -> bool:
    """A decision that opens with a date of its own was made then: it is carried along to the next meeting."""
    dated = find_date(text)
    return day is not None and dated is not None and dated[1].start == 0 and dated[0] < day
