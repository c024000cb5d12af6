"""One year of one body in figures, by the rules the committee on the next council counted by (B1.1)."""

from dataclasses import dataclass

from django.db.models import Prefetch

from raadhus.cases.models import Step
from raadhus.meetings.choices import Outcome
from raadhus.meetings.models import AgendaItem, Attachment, Meeting
from raadhus.openness import Reader
from raadhus.organisation.choices import Classification
from raadhus.organisation.models import Organization


@dataclass(frozen=True, slots=True)
class Workload:
    """`items` without standing and postponed ones; `referred` of them sent by the council; `hours` is None
    where no meeting states its times; `annex_pages` of items that are neither standing, closed nor postponed."""

    organization: str
    year: int
    meetings: int
    items: int
    referred: int
    postponed: int
    closed: int
    annex_pages: int
    hours: float | None


def measure(organization: Organization, *, year: int, reader: Reader) -> Workload:
    """Count that body's year as the reader may see it.

    An agenda shows that a closed item is there, so everybody may count it; what became of it, where it came from and
    how much paper a closed annex has is counted for those only who may know.
    """
    meetings = Meeting.objects.of(organization).in_year(year).visible_to(reader)
    items = list(
        AgendaItem.objects.filter(meeting__in=meetings, dropped=False, standing=False)
        .select_related("decision", "case")
        .prefetch_related(Prefetch("attachments", Attachment.objects.visible_to(reader)))
    )
    known = set(
        AgendaItem.objects.visible_to(reader).filter(meeting__in=meetings).values_list("pk", flat=True)
    )
    postponed = [i for i in items if i.pk in known and _outcome(i) == Outcome.POSTPONED]
    counted = [i for i in items if i not in postponed]
    hours = [(m.end - m.start).total_seconds() / 3600 for m in meetings if m.start and m.end]
    return Workload(
        organization=str(organization),
        year=year,
        meetings=len(meetings),
        items=len(counted),
        referred=len(_referred([i for i in counted if i.pk in known], organization, reader)),
        postponed=len(postponed),
        closed=sum(i.closed for i in counted),
        annex_pages=sum(a.page_count for i in counted if not i.closed for a in i.attachments.all()),
        hours=round(sum(hours), 2) if hours else None,
    )


def _outcome(item: AgendaItem) -> str | None:
    return item.decision.outcome if hasattr(item, "decision") else None


def _referred(items: list[AgendaItem], organization: Organization, reader: Reader) -> list[AgendaItem]:
    """Those whose case the council has sent to this body: by its own decision, or by the case's route."""
    cases = {item.case_id for item in items if item.case_id}
    council = Classification.COUNCIL
    sent = set(
        AgendaItem.objects.visible_to(reader)
        .filter(
            case__in=cases,
            meeting__organization__classification=council,
            decision__outcome=Outcome.REFERRED,
            decision__text__icontains=organization.name,
        )
        .values_list("case_id", flat=True)
    )
    sent |= set(
        Step.objects.visible_to(reader)
        .filter(
            case__in=cases,
            organization__classification=council,
            text__iregex=r"(frem|over)?sendes til",
            text__icontains=organization.name,
        )
        .values_list("case_id", flat=True)
    )
    return [item for item in items if item.case_id in sent]
