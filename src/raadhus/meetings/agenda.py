"""The agenda as a reader may see it."""

from dataclasses import dataclass

from django.db.models import Prefetch

from raadhus.meetings.models import AgendaItem, Attachment, Meeting
from raadhus.openness import Reader


@dataclass(frozen=True, slots=True)
class SeenItem:
    """An item as one reader sees it. Of a closed one that is not theirs only the number is left,
    with the time set aside for it; `title` and all the rest are empty."""

    pk: int
    number: str
    closed: bool
    hidden: bool
    dropped: bool
    title: str | None
    duration_minutes: int | None
    row: AgendaItem | None
    case_number: str | None = None
    presenters: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    decision: str | None = None
    outcome: str | None = None
    outcome_name: str | None = None
    attachments: tuple[Attachment, ...] = ()


def agenda(meeting: Meeting, *, reader: Reader, dropped: bool = False) -> list[SeenItem]:
    """The meeting's items in order; those that fell off the agenda only when `dropped` is true.

    The caller has made sure that the reader may see the meeting.
    """
    items = meeting.items.select_related("case", "decision", "source_page")
    if not dropped:
        items = items.filter(dropped=False)
    visible = set(AgendaItem.objects.visible_to(reader).filter(meeting=meeting).values_list("pk", flat=True))
    annexes = Prefetch(
        "attachments", Attachment.objects.visible_to(reader).select_related("version"), "seen_attachments"
    )
    return [
        _seen(item) if item.pk in visible else _hidden(item)
        for item in items.prefetch_related("recommendations", annexes)
    ]


def _hidden(item: AgendaItem) -> SeenItem:
    return SeenItem(
        pk=item.pk,
        number=item.number,
        closed=True,
        hidden=True,
        dropped=item.dropped,
        title=None,
        duration_minutes=item.duration_minutes,
        row=None,
    )


def _seen(item: AgendaItem) -> SeenItem:
    decision = getattr(item, "decision", None)
    return SeenItem(
        pk=item.pk,
        number=item.number,
        closed=item.closed,
        hidden=False,
        dropped=item.dropped,
        title=item.title or None,
        duration_minutes=item.duration_minutes,
        row=item,
        case_number=item.case.number if item.case else None,
        presenters=tuple(item.presenters),
        recommendations=tuple(r.text for r in item.recommendations.all()),
        decision=decision.text if decision else None,
        outcome=decision.outcome if decision else None,
        outcome_name=str(decision.get_outcome_display()) if decision else None,
        attachments=tuple(getattr(item, "seen_attachments", ())),
    )
