"""How it stands with the hosts that are followed."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from raadhus.harvest.actions import require_operator
from raadhus.harvest.models import RemoteAnnex, Source
from raadhus.openness import Reader


@dataclass(frozen=True, slots=True)
class Standing:
    """A host and what is known of it; `failing` are meetings and annexes with what went wrong, by name."""

    address: str
    body: str
    active: bool
    every_hours: int | None
    succeeded_at: datetime | None
    due_at: datetime | None
    meetings: int
    waiting: int
    withdrawn: int
    suspicion: str
    trouble: str
    failing: tuple[tuple[str, str], ...]


def standing(*, reader: Reader) -> list[Standing]:
    """Tell of every host; for the operator only. Raises `NotAllowed`."""
    require_operator(reader)
    sources = Source.objects.select_related("body").annotate(
        there=Count("meetings", filter=Q(meetings__gone_at=None)),
        waiting=Count("meetings", filter=Q(meetings__gone_at=None, meetings__wanted=True)),
        withdrawn=Count("meetings", filter=~Q(meetings__withdrawn_at=None)),
    )
    return [
        Standing(
            address=source.address,
            body=str(source.body),
            active=source.active,
            every_hours=source.every_hours,
            succeeded_at=source.succeeded_at,
            due_at=source.due_at if source.active else None,
            meetings=source.there,
            waiting=source.waiting,
            withdrawn=source.withdrawn,
            suspicion=source.suspicion,
            trouble=source.trouble,
            failing=_failing(source),
        )
        for source in sources
    ]


def _failing(source: Source) -> tuple[tuple[str, str], ...]:
    meetings = source.meetings.filter(gone_at=None).exclude(trouble="")
    annexes = RemoteAnnex.objects.filter(meeting__source=source, meeting__gone_at=None).exclude(trouble="")
    return (
        *((str(row), row.trouble) for row in meetings),
        *((str(annex.meeting), annex.trouble) for annex in annexes.select_related("meeting")),
    )
