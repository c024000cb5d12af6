"""What the rows and the papers say that ties items to cases and to each other."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.db.models import Q

from raadhus.cases.actions import case_numbered
from raadhus.cases.models import Step
from raadhus.core.case_numbers import normal_case_number
from raadhus.meetings.choices import Outcome
from raadhus.meetings.models import AgendaItem, Attachment, Meeting
from raadhus.organisation.models import Body
from raadhus.timeline._finding import WINDOW, FoundLink, Treatment, links_among
from raadhus.timeline._names import Names
from raadhus.timeline.choices import LinkKind, LinkStatus
from raadhus.timeline.models import SURE, Link

A_FOLDER = 3
"""A number on the annexes of so many items of one meeting is the meeting's own, not a case they share."""
UNDONE = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.WITHDRAWN)


def steps_about(body: Body, meetings: set[int], names: Names) -> list[Step]:
    """What papers tell of those meetings, and what the papers of those meetings tell of others.

    A body that was unknown when the paper came is recognised once it has papers of its own.
    """
    for step in Step.objects.filter(case__body=body, organization=None):
        known = names.named(step.organization_name)
        if known is not None:
            Step.objects.filter(pk=step.pk).update(organization=known)
    days = Meeting.objects.filter(pk__in=meetings).exclude(date=None).values("date")
    steps = Step.objects.filter(case__body=body, organization__isnull=False)
    steps = steps.filter(Q(date__in=days) | Q(version__meeting_sources__meeting__in=meetings))
    return list(steps.select_related("version").order_by("version__published_at", "pk").distinct())


def told_of(body: Body, steps: Sequence[Step]) -> Iterator[int]:
    wanted = {(step.organization_id, step.date) for step in steps}
    dated = Meeting.objects.filter(body=body, date__in={day for _, day in wanted if day is not None})
    for pk, organization, day in dated.values_list("pk", "organization_id", "date"):
        if (organization, day) in wanted:
            yield pk


def by_number(meetings: set[int]) -> Iterator[FoundLink]:
    items = AgendaItem.objects.filter(meeting__in=meetings, case__isnull=False).select_related("case")
    for item in items:
        if item.case is not None:
            yield FoundLink(
                LinkKind.CASE_NUMBER,
                item.pk,
                case=item.case_id,
                score=1.0,
                facts={"number": item.case.number},
                source=(item.source_page_id, item.source_start, item.source_end),
            )


def by_annex(body: Body, meetings: set[int]) -> Iterator[FoundLink]:
    annexes = Attachment.objects.filter(item__meeting__in=meetings, closed=False).exclude(case_number="")
    rows = [
        (annex, normal_case_number(annex.case_number))
        for annex in annexes.select_related("item__case").order_by("item", "number")
    ]
    items_of: dict[tuple[int, str], set[int]] = {}
    for annex, key in rows:
        items_of.setdefault((annex.item.meeting_id, key), set()).add(annex.item_id)
    done: set[tuple[int, str]] = set()
    for annex, key in rows:
        own = annex.item.case.key if annex.item.case else None
        if (
            own == key
            or (annex.item_id, key) in done
            or len(items_of[annex.item.meeting_id, key]) >= A_FOLDER
        ):
            continue
        done.add((annex.item_id, key))
        yield FoundLink(
            LinkKind.ANNEX,
            annex.item_id,
            case=case_numbered(body, annex.case_number).pk,
            score=0.9 if own is None else 0.6,
            facts={"number": annex.case_number, "annex": annex.number},
            source=(annex.source_page_id, annex.source_start, annex.source_end),
        )


def by_route(meetings: set[int], steps: Sequence[Step]) -> Iterator[FoundLink]:
    items = AgendaItem.objects.filter(meeting__in=meetings, meeting__date__isnull=False, dropped=False)
    at = {
        (item.meeting.organization_id, item.meeting.date, item.number): item
        for item in items.select_related("meeting")
    }
    done: set[tuple[int, int]] = set()
    for step in steps:
        item = at.get((step.organization_id, step.date, step.number)) if step.number else None
        if item is None or step.closed or item.case_id not in (None, step.case_id):
            continue
        if (item.pk, step.case_id) in done:
            continue
        done.add((item.pk, step.case_id))
        yield FoundLink(
            LinkKind.ROUTE,
            item.pk,
            case=step.case_id,
            step=step.pk,
            score=1.0,
            facts={"organization": step.organization_name, "number": step.number},
            source=(step.source_page_id, step.source_start, step.source_end),
        )


def by_words(body: Body, meetings: set[int], names: Names) -> Iterator[FoundLink]:
    """By referral and title. A closed title is compared with nothing."""
    items = AgendaItem.objects.filter(meeting__body=body, closed=False, standing=False, dropped=False)
    days = Meeting.objects.filter(pk__in=meetings).exclude(date=None).order_by("date")
    first, last = days.first(), days.last()
    window = timedelta(days=WINDOW)
    near = Q(meeting__date__isnull=True)
    if Meeting.objects.filter(pk__in=meetings, date=None).exists():
        near = Q()
    elif first is not None and last is not None and first.date and last.date:
        near |= Q(meeting__date__range=(first.date - window, last.date + window))
    rows = items.filter(near).exclude(title="").values_list(
        "pk", "meeting", "meeting__organization", "meeting__date", "title", "case",
        "decision__outcome", "decision__text",
    )  # fmt: skip
    sure = _sure_cases(body)
    treatments = {
        pk: Treatment(
            item=pk,
            meeting=meeting,
            organization=organization,
            date=day,
            text=title,
            cases=frozenset(sure.get(pk, ())) | ({case} if case else frozenset()),
            sent_to=names.sent_to(text) if outcome == Outcome.REFERRED else None,
            undone=outcome in UNDONE,
        )
        for pk, meeting, organization, day, title, case, outcome, text in rows.iterator()
    }
    changed = [pk for pk, treatment in treatments.items() if treatment.meeting in meetings]
    return links_among(treatments, changed)


def _sure_cases(body: Body) -> dict[int, set[int]]:
    """The cases that items without a number of their own belong to all the same."""
    found: dict[int, set[int]] = {}
    links = Link.objects.filter(case__body=body, kind__in=(LinkKind.ANNEX, LinkKind.ROUTE))
    counting = Q(status=LinkStatus.CONFIRMED) | Q(status=LinkStatus.FOUND, score__gte=SURE)
    for item, case in links.filter(counting).values_list("item", "case"):
        if case is not None:
            found.setdefault(item, set()).add(case)
    return found
