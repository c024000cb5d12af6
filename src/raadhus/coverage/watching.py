"""From the meetings that came to those that should have: a body's rhythm, and what it announced itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from django.conf import settings
from django.utils import timezone

from raadhus.documents.models import Passage
from raadhus.meetings.choices import Kind
from raadhus.meetings.models import Attachment, Meeting
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.parsing.announcements import next_meeting_in

LOOKED_BACK = 10
"""Meetings whose distance tells the rhythm: an older rhythm was another term's."""
FEWEST = 4
"""With fewer meetings nobody can say what is usual."""
GRACE = timedelta(days=7)
"""So long after the day a meeting was expected its papers may still be on their way."""
JULY = 7


@dataclass(frozen=True, slots=True)
class Watch:
    """One body as a reader may see it.

    `every` is the usual number of days from one meeting to the next, None where there are too few.
    `expected` is the next meeting's day: as announced, else by the rhythm. `silent`: that day has passed, and
    nothing came. `late` meetings were held, and only their agenda has come; `missing` says how many annexes a
    meeting's papers name that are not there.
    """

    organization: Organization
    meetings: int
    last: date
    every: int | None
    expected: date | None
    announced: bool
    silent: bool
    late: tuple[Meeting, ...]
    missing: tuple[tuple[Meeting, int], ...]

    @property
    def annexes_missing(self) -> int:
        return sum(number for _, number in self.missing)


def watch(*, reader: Reader, today: date | None = None) -> list[Watch]:
    """Look at every body with dated meetings, in the bodies' usual order. Minutes are late after
    `RAADHUS_MINUTES_DAYS` days."""
    today = today or timezone.localdate()
    return [
        _watch(organization, list(meetings), reader=reader, today=today)
        for organization in Organization.objects.in_order()
        if (
            meetings := Meeting.objects.of(organization)
            .visible_to(reader)
            .exclude(date=None)
            .order_by("date")
        )
    ]


def _watch(organization: Organization, meetings: list[Meeting], *, reader: Reader, today: date) -> Watch:
    days = sorted({meeting.date for meeting in meetings if meeting.date})
    every = usual_gap(days)
    announced = _announced(meetings, reader=reader)
    expected = announced or (after(days[-1], every) if every else None)
    overdue = today - timedelta(days=settings.RAADHUS_MINUTES_DAYS)
    gone = Counter(
        Attachment.objects.visible_to(reader)
        .filter(item__meeting__in=meetings, item__dropped=False, first_page=None)
        .values_list("item__meeting", flat=True)
    )
    return Watch(
        organization=organization,
        meetings=len(meetings),
        last=days[-1],
        every=every,
        expected=expected,
        announced=announced is not None,
        silent=expected is not None and expected + GRACE < today,
        late=tuple(m for m in reversed(meetings) if m.kind == Kind.AGENDA and m.date and m.date < overdue),
        missing=tuple((meeting, gone[meeting.pk]) for meeting in reversed(meetings) if gone[meeting.pk]),
    )


def usual_gap(days: Sequence[date]) -> int | None:
    """The usual number of days between meetings, without July; None with too few of them."""
    if len(days) < FEWEST:
        return None
    gaps = [_working_days(a, b) for a, b in pairwise(days[-LOOKED_BACK - 1 :])]
    return max(1, round(median(gaps)))


def after(day: date, number: int) -> date:
    """The day `number` days later, July not counted: councils rest then."""
    while number > 0:
        day += timedelta(days=1)
        number -= day.month != JULY
    return day


def _working_days(start: date, end: date) -> int:
    return sum((start + timedelta(days=n)).month != JULY for n in range(1, (end - start).days + 1))


def _announced(meetings: Sequence[Meeting], *, reader: Reader) -> date | None:
    """The day the last meeting's papers give for the next, when no such meeting has come yet."""
    last = meetings[-1]
    passages = Passage.objects.visible_to(reader).filter(
        placement__meeting=last, page__text__icontains="næste"
    )
    days = (next_meeting_in(passage.text) for passage in passages.select_related("page"))
    later = [day for day in days if day and last.date and day > last.date]
    return min(later) if later else None
