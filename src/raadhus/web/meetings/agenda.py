"""A meeting's agenda as one reader may see it."""

from dataclasses import dataclass

from django.db.models import Prefetch

from raadhus.meetings.models import AgendaItem, Attachment, Meeting, Recommendation
from raadhus.meetings.querysets import AgendaItemQuerySet
from raadhus.openness import Reader


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the agenda. `item` is None where it is closed to the reader: only the number is left."""

    number: str
    item: AgendaItem | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """`dropped` stood in an earlier version of the agenda and not in the current one."""

    lines: tuple[Line, ...]
    dropped: tuple[Line, ...]

    @property
    def has_closed(self) -> bool:
        return any(line.item is None for line in self.lines + self.dropped)


def agenda_of(meeting: Meeting, *, reader: Reader) -> Agenda:
    """Return the meeting's agenda as the reader may see it; closed items keep their number and lose
    their title."""
    items = AgendaItem.objects.filter(meeting=meeting)
    seen = {item.pk: item for item in with_details(items.visible_to(reader), reader=reader)}
    lines: dict[bool, list[Line]] = {False: [], True: []}
    for key, number, dropped in items.values_list("pk", "number", "dropped"):
        lines[dropped].append(Line(number, seen.get(key)))
    return Agenda(tuple(lines[False]), tuple(lines[True]))


def with_details(items: AgendaItemQuerySet, *, reader: Reader) -> AgendaItemQuerySet:
    """Fetch along what a page shows of an item, in a fixed number of queries."""
    return (
        items.select_related("case", "source_page", "decision__source_page")
        .defer("source_page__text", "decision__source_page__text")
        .prefetch_related(
            Prefetch("attachments", Attachment.objects.visible_to(reader)),
            Prefetch(
                "recommendations",
                Recommendation.objects.select_related("source_page").defer("source_page__text"),
            ),
        )
    )
