"""A case over the years: its items at the meetings we hold, and the steps that papers tell of."""

from dataclasses import dataclass
from datetime import date

from raadhus.cases.models import Case, Step
from raadhus.meetings.details import with_details
from raadhus.meetings.models import AgendaItem
from raadhus.openness import Reader


@dataclass(frozen=True, slots=True)
class Event:
    """One treatment of the case; exactly one of `item` and `step` is set."""

    date: date | None
    item: AgendaItem | None = None
    step: Step | None = None


def timeline_of(case: Case, *, reader: Reader) -> list[Event]:
    """Return what the reader may see of the case, the oldest first and the undated last.

    A step is left out when the meeting it tells of is here itself, and several papers that tell of the
    same step count as one.
    """
    items = with_details(AgendaItem.objects.visible_to(reader).filter(case=case), reader=reader)
    events = [Event(item.meeting.date, item=item) for item in items]
    held = {(item.meeting.organization_id, item.meeting.date) for item in items}
    steps = Step.objects.visible_to(reader).filter(case=case)
    steps = steps.select_related("organization", "source_page").defer("source_page__text")
    told: dict[tuple[str, date | None, str], Step] = {}
    for step in steps.order_by("pk"):
        if step.organization_id is None or (step.organization_id, step.date) not in held:
            told[step.organization_name, step.date, step.number] = step
    events += [Event(step.date, step=step) for step in told.values()]
    return sorted(events, key=lambda event: (event.date is None, event.date or date.min))
