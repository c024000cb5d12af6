"""Which meeting, and which of its items, does a paper speak of? Agendas change their ids; we match on
date, organization, title, item number and case number."""

import difflib
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Q

from raadhus.core.case_numbers import normal_case_number
from raadhus.core.times import local
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.meetings.querysets import MeetingQuerySet
from raadhus.meetings.read_titles import all_titles, read_titles
from raadhus.organisation.models import Body, Organization
from raadhus.parsing import ParsedItem, ParsedMeeting

ALIKE = 0.8
HALF = 0.5


def day_of(parsed: ParsedMeeting) -> date | None:
    if parsed.start is None:
        return None
    value = parsed.start.value
    return value.date() if isinstance(value, datetime) else value


def start_of(parsed: ParsedMeeting) -> datetime | None:
    """The meeting's start on the town hall's clock; None where the paper gives only the day."""
    if parsed.start is None or not isinstance(parsed.start.value, datetime):
        return None
    return local(parsed.start.value)


def find_meeting(parsed: ParsedMeeting, *, body: Body, organization: Organization | None) -> Meeting | None:
    """The stored meeting that `parsed` speaks of, or None when it is a new one."""
    day = day_of(parsed)
    own = Meeting.objects.filter(body=body)
    if day is None:
        return _same_agenda(parsed, own, organization)
    same_day = list(own.filter(organization=organization, date=day).order_by("pk"))
    start = start_of(parsed)
    for meeting in same_day:
        if meeting.start is None or start is None or meeting.start == start:
            return meeting
    # The same body on the same day at another hour: moved, if the items are the same; else a second meeting.
    moved = next((m for m in same_day if _overlap(parsed, m) >= HALF), None)
    return moved or _same_agenda(parsed, own.filter(date=None), organization)


def _same_agenda(
    parsed: ParsedMeeting, candidates: MeetingQuerySet, organization: Organization | None
) -> Meeting | None:
    """Where a date is missing only the agenda tells: the same titles in order, one of them like no other."""
    titles = [plain(i.title.value) for i in parsed.items if i.title is not None]
    if not titles:
        return None
    if organization is not None:
        candidates = candidates.filter(Q(organization=organization) | Q(organization=None))
    title = _first_title(parsed)
    named = Q(items__title__iexact=title) | Q(items__corrections__told__iexact=title)
    first = candidates.filter(named).distinct()
    alike = [m for m in first.prefetch_related("items") if _titles(m.items.all()) == titles]
    if len(alike) != 1:
        return None
    others = AgendaItem.objects.filter(meeting__body=alike[0].body).exclude(meeting=alike[0])
    elsewhere = {plain(title) for title in others.values_list("title", flat=True)}
    return alike[0] if any(title not in elsewhere for title in titles) else None


def _first_title(parsed: ParsedMeeting) -> str:
    return next(i.title.value for i in parsed.items if i.title is not None)


def _titles(items: Iterable[AgendaItem]) -> list[str]:
    """As the papers have them."""
    there = list(items)
    told = read_titles(there)
    return [plain(told.get(i.pk, i.title)) for i in there if i.title and not i.dropped]


def _overlap(parsed: ParsedMeeting, meeting: Meeting) -> float:
    wanted = {plain(i.title.value) for i in parsed.items if i.title is not None}
    there = {plain(title) for _, title in all_titles(AgendaItem.objects.filter(meeting=meeting))}
    return len(wanted & there) / len(wanted) if wanted else 0.0


def pair_items(
    parsed: Sequence[ParsedItem], stored: Sequence[AgendaItem]
) -> list[tuple[ParsedItem, AgendaItem | None]]:
    """Each parsed item with the stored one it continues, the surest pairs first; None for a new one."""
    free = list(stored)
    found: dict[int, AgendaItem] = {}
    for least in (3.0, 2.0, 1.0):
        for position, item in enumerate(parsed):
            if position in found:
                continue
            best = max(free, key=lambda row: _likeness(item, row), default=None)
            if best is not None and _likeness(item, best) >= least:
                found[position] = best
                free.remove(best)
    return [(item, found.get(position)) for position, item in enumerate(parsed)]


def _likeness(item: ParsedItem, row: AgendaItem) -> float:
    """3 and more: surely the same; 2: very likely; 1: likely; below: another one."""
    same_number = item.number == row.number
    if item.title is None or not row.title:
        return 1.0 if same_number else 0.0
    ratio = difflib.SequenceMatcher(None, plain(item.title.value), plain(row.title)).ratio()
    same_case = (
        item.case_number is not None
        and row.case is not None
        and normal_case_number(item.case_number.value) == row.case.key
    )
    if ratio == 1.0 or (same_case and ratio >= ALIKE):
        return 3.0 + same_number + same_case
    if ratio >= ALIKE:
        return 2.0 + same_number / 2
    if same_case and same_number:
        return 2.0
    if same_number and ratio >= HALF:
        return 1.0
    return 0.0


def plain(title: str) -> str:
    """A title for comparison: words and numbers only, lower case."""
    return " ".join(re.findall(r"\w+", title.lower()))
