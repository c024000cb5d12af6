"""What the rows and the papers say that ties items to cases and to each other."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from raadhus.cases.actions import case_numbered
from raadhus.cases.models import Step
from raadhus.core.case_numbers import normal_case_number
from raadhus.meetings.choices import Outcome
from raadhus.meetings.models import AgendaItem, Attachment, Meeting
from raadhus.organisation.models import Body, Organization
from raadhus.timeline._finding import WINDOW, FoundLink, Treatment, links_among
from raadhus.timeline._names import Names
from raadhus.timeline._nearness import near_each
from raadhus.timeline._terms import StoredShelf, comparable, keep_terms, portions
from raadhus.timeline._titles import read_title
from raadhus.timeline.choices import LinkKind, LinkStatus
from raadhus.timeline.models import SURE, Link

A_FOLDER = 3
"""A number on the annexes of so many items of one meeting is the meeting's own, not a case they share."""
UNPUBLISHED = datetime.max.replace(tzinfo=UTC)
"""Drafts tell last, on every database alike."""
UNDONE = (Outcome.POSTPONED, Outcome.REFERRED, Outcome.WITHDRAWN)


def steps_about(body: Body, meetings: set[int], names: Names) -> list[Step]:
    """What papers tell of those meetings, and what the papers of those meetings tell of others.

    A body that was unknown when the paper came is recognised once it has papers of its own.
    """
    _recognise(body, meetings, names)
    days = Meeting.objects.filter(pk__in=meetings).exclude(date=None).values("date")
    steps = Step.objects.filter(case__body=body, organization__isnull=False)
    # Two questions: "or" between two tables would go through every step there is.
    by_day = steps.filter(date__in=days).values_list("pk", flat=True)
    by_paper = steps.filter(version__meeting_sources__meeting__in=meetings).values_list("pk", flat=True)
    wanted = sorted({*by_day, *by_paper})
    found = [
        step
        for some in portions(wanted)
        for step in Step.objects.filter(pk__in=some).select_related("version")
    ]
    return sorted(found, key=lambda step: (step.version.published_at or UNPUBLISHED, step.pk))


def _recognise(body: Body, meetings: set[int], names: Names) -> None:
    """Tell the steps that name a body without papers until now which body that is."""
    held = Meeting.objects.filter(pk__in=meetings).exclude(organization=None).values("organization")
    before = Meeting.objects.filter(organization=OuterRef("pk")).exclude(pk__in=meetings)
    if not Organization.objects.filter(~Exists(before), pk__in=held).exists():
        return
    for step in Step.objects.filter(case__body=body, organization=None):
        known = names.named(step.organization_name)
        if known is not None:
            Step.objects.filter(pk=step.pk).update(organization=known)


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
    """By referral and title, of which at least one end is of `meetings`. A closed title is compared with nothing."""
    keep_terms(body, meetings)
    changed = comparable(body).filter(meeting__in=meetings)
    near = near_each(
        {pk: read_title(title) for pk, title in changed.order_by("pk").values_list("pk", "title")},
        _shelf(meetings),
    )
    wanted = set(near).union(*(around.everyone for around in near.values()))
    treatments = {
        one.item: one for some in portions(sorted(wanted)) for one in _treatments(body, some, names)
    }
    return links_among(treatments, near)


def _shelf(meetings: set[int]) -> StoredShelf:
    """What a title of these meetings may be tied to; an undated one, to all."""
    days = set(Meeting.objects.filter(pk__in=meetings).values_list("date", flat=True))
    dated = [day for day in days if day is not None]
    if len(dated) < len(days) or not dated:
        return StoredShelf(None, None)
    window = timedelta(days=WINDOW)
    return StoredShelf(min(dated) - window, max(dated) + window)


def _treatments(body: Body, items: Sequence[int], names: Names) -> Iterator[Treatment]:
    rows = AgendaItem.objects.filter(pk__in=items, closed=False, standing=False, dropped=False).values_list(
        "pk", "meeting", "meeting__body", "meeting__organization", "meeting__date", "title", "case",
        "decision__outcome", "decision__text",
    )  # fmt: skip
    sure = _sure_cases(items)
    for pk, meeting, held_in, organization, day, title, case, outcome, text in rows:
        if held_in != body.pk:  # asked of the database, it goes through all the body's items
            continue
        yield Treatment(
            item=pk,
            meeting=meeting,
            organization=organization,
            date=day,
            text=title,
            cases=frozenset(sure.get(pk, ())) | ({case} if case else frozenset()),
            sent_to=names.sent_to(text) if outcome == Outcome.REFERRED else None,
            undone=outcome in UNDONE,
        )


def _sure_cases(items: Sequence[int]) -> dict[int, set[int]]:
    """The cases that items without a number of their own belong to all the same."""
    found: dict[int, set[int]] = {}
    links = Link.objects.filter(item__in=items, kind__in=(LinkKind.ANNEX, LinkKind.ROUTE))
    counting = Q(status=LinkStatus.CONFIRMED) | Q(status=LinkStatus.FOUND, score__gte=SURE)
    for item, case in links.filter(counting).values_list("item", "case"):
        if case is not None:
            found.setdefault(item, set()).add(case)
    return found
