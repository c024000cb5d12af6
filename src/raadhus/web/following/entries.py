"""What stands in the public feeds: meetings and decisions, as anybody may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from raadhus.documents.models import Version
from raadhus.following.query import Query
from raadhus.following.sentence import sentence_of
from raadhus.following.telling import written
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.search import search

NEWEST = 30
ANYONE = Reader.anonymous()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; `path` is where it stands, `name` tells it from the others for ever."""

    name: str
    title: str
    text: str
    path: str
    at: datetime | None


def entries_of_meetings(organization: Organization | None = None) -> list[Entry]:
    """Agendas and minutes that are public, the last published first."""
    seen = Meeting.objects.visible_to(ANYONE).select_related("organization")
    if organization is not None:
        seen = seen.of(organization)
    seen = seen.annotate(received=Max("sources__version__received_at"))
    return [_of_meeting(meeting) for meeting in seen.order_by("-published_at", "-pk")[:NEWEST]]


def _of_meeting(meeting: Meeting) -> Entry:
    parts = [str(meeting.organization or _("Møde")), written(meeting.date) if meeting.date else ""]
    kind = meeting.get_kind_display()
    path = meeting.get_absolute_url()
    times = [at for at in (meeting.published_at, getattr(meeting, "received", None)) if at]
    return Entry(
        name=f"{path}#{meeting.kind}",
        title=f"{capfirst(kind)}: {', '.join(filter(None, parts))}",
        text=meeting.location,
        path=path,
        at=max(times, default=None),
    )


def entries_of_decisions(organization: Organization | None = None) -> list[Entry]:
    """What was decided, the newest meeting first."""
    seen = AgendaItem.objects.visible_to(ANYONE).decided()
    if organization is not None:
        seen = seen.filter(meeting__organization=organization)
    return [_of_decision(item) for item in seen.select_related("meeting__organization", "decision")[:NEWEST]]


def _of_decision(item: AgendaItem) -> Entry:
    decision, meeting = item.decision, item.meeting
    path = item.get_absolute_url()
    where = [str(meeting.organization or ""), written(meeting.date) if meeting.date else ""]
    return Entry(
        name=f"{path}#{decision.outcome}",
        title=f"{capfirst(decision.get_outcome_display())}: {item.title}",
        text=f"{', '.join(filter(None, where))}. {' '.join(decision.text.split())}",
        path=path,
        at=meeting.published_at,
    )


def entries_found(query: Query) -> Iterable[Entry]:
    """What anybody finds with the query, the newest first; nothing for an empty one."""
    if query.is_empty:
        return []
    hits = search(query.text, reader=ANYONE, limit=NEWEST, sort="date", strict=True, **query.keywords).hits
    received = dict(
        Version.objects.filter(pk__in={hit.version_id for hit in hits}).values_list("pk", "received_at")
    )
    return [
        Entry(
            name=f"{hit.url}#{hit.passage_id}",
            title=hit.title or hit.document,
            text=", ".join(filter(None, [hit.organization, written(hit.date) if hit.date else ""]))
            + f": {sentence_of(hit.text, hit.marks)}",
            path=f"{hit.url}?passage={hit.passage_id}#citat",
            at=received.get(hit.version_id),
        )
        for hit in hits
    ]
