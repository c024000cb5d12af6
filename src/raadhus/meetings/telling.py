"""What a paper tells of a meeting, written into the rows that show it.

Papers come in any order: an agenda, its re-issue, the minutes, the minutes once more as an annex of the
next package. Each is kept as a `MeetingSource`; the best one (`_rank`) is what the rows show.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from raadhus.cases.actions import case_numbered
from raadhus.cases.models import Step
from raadhus.core.journal import record
from raadhus.core.times import local
from raadhus.documents.actions import Stored
from raadhus.meetings.actions import versions_of
from raadhus.meetings.choices import Kind, SourceRole, Visibility
from raadhus.meetings.corrections import as_in_papers, correct_again
from raadhus.meetings.matching import day_of, find_meeting, pair_items, start_of
from raadhus.meetings.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Decision,
    Meeting,
    MeetingSource,
    Minutes,
    Recommendation,
)
from raadhus.meetings.standing import is_standing
from raadhus.openness import Reader
from raadhus.organisation.actions import organization_known_as, organization_named, person_named
from raadhus.organisation.models import Body, Organization
from raadhus.parsing import ParsedItem, ParsedMeeting


class PublicAlready(Exception):
    """A draft would change `meeting`, which everyone can see."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        super().__init__(str(meeting))


@dataclass(slots=True)
class Told:
    """The rows that one paper's meeting became, by the paper's own numbers."""

    meeting: Meeting
    created: bool
    items: dict[str, AgendaItem] = field(default_factory=dict)
    attachments: dict[tuple[str, int], Attachment] = field(default_factory=dict)


def organization_of(parsed: ParsedMeeting, *, body: Body) -> Organization | None:
    """The organization a paper's meeting belongs to; None when the paper does not say."""
    if parsed.organization is None:
        return None
    department = parsed.department.value if parsed.department else ""
    return organization_named(body, parsed.organization.value, department=department)


def tell_meeting(
    parsed: ParsedMeeting,
    stored: Stored,
    *,
    told: dict[str, Any],
    body: Body,
    by: Reader,
    published_at: datetime | None,
) -> Told:
    """Write what `parsed` tells of its meeting; `told` is the same in JSON, kept as it is.

    Runs in the caller's transaction. Raises `PublicAlready` for a draft of a meeting that is public;
    a draft that only reprints it is kept and changes nothing of it.
    """
    organization = organization_of(parsed, body=body)
    meeting = find_meeting(parsed, body=body, organization=organization)
    created = meeting is None
    kept_back = meeting is not None and published_at is None and meeting.published_at is not None
    if meeting is not None and kept_back and parsed.role == "package":
        raise PublicAlready(meeting)
    if meeting is None:
        meeting = Meeting.objects.create(
            body=body,
            organization=organization,
            date=day_of(parsed),
            start=start_of(parsed),
            kind=parsed.kind,
            published_at=published_at,
        )
    source = MeetingSource(
        meeting=meeting,
        version=stored.version,
        role=parsed.role,
        kind=parsed.kind,
        first_page=parsed.first_page,
        last_page=parsed.last_page,
        told=told,
    )
    current = meeting.sources.filter(is_current=True).select_related("version").first()
    # A list of meetings tells that there is one, and nothing of what is on its agenda.
    tells = bool(parsed.items) or not is_list(stored.version.format)
    leads = not kept_back and (current is None or (tells and _rank(source) >= _rank(current)))
    if leads:
        meeting.sources.filter(is_current=True).update(is_current=False)
        source.is_current = True
        _update_meeting(meeting, parsed, organization, published_at)
        _write_attendance(meeting, parsed, stored, body)
    source.save()
    result = Told(meeting, created)
    as_in_papers(meeting)
    if kept_back:
        _recognise_items(result, parsed)
    else:
        _write_items(result, parsed, stored, leads=leads)
    correct_again(meeting, by=by)
    record(
        "meeting.created" if created else "meeting.updated",
        meeting,
        actor=by.username,
        kind=parsed.kind,
        role=parsed.role,
        current=leads,
        versions=versions_of(meeting),
    )
    return result


def is_list(name: str) -> bool:
    """True for the format of papers that only list meetings."""
    return name.endswith("-list")


def _rank(source: MeetingSource) -> tuple[bool, bool, bool]:
    """Text taken from a paper never takes the paper's place: it has no pages to look at."""
    return (
        source.kind == Kind.MINUTES,
        source.role == SourceRole.PACKAGE,
        not source.version.format.endswith("-text"),
    )


def _update_meeting(
    meeting: Meeting,
    parsed: ParsedMeeting,
    organization: Organization | None,
    published_at: datetime | None,
) -> None:
    """Take over what the leading paper says; what it is silent about stays."""
    meeting.organization = organization or meeting.organization
    meeting.date = day_of(parsed) or meeting.date
    meeting.start = start_of(parsed) or meeting.start
    if parsed.end is not None:
        meeting.end = local(parsed.end.value)
    if parsed.location is not None:
        meeting.location = parsed.location.value[:300]
    meeting.kind = parsed.kind
    meeting.published_at = meeting.published_at or published_at
    meeting.save()


def _write_attendance(meeting: Meeting, parsed: ParsedMeeting, stored: Stored, body: Body) -> None:
    if not parsed.attendees:
        return
    meeting.attendances.all().delete()
    seen = set()
    for attendee in parsed.attendees:
        person = person_named(body, attendee.name.value)
        if person.pk in seen:
            continue
        seen.add(person.pk)
        Attendance.objects.create(
            meeting=meeting, person=person, status=attendee.status, **stored.source_of(attendee.name)
        )


def _recognise_items(result: Told, parsed: ParsedMeeting) -> None:
    """Know the items a draft reprints, so that its passages are placed on them, and change none of them."""
    stored = list(result.meeting.items.select_related("case"))
    for item, row in pair_items(parsed.items, stored):
        if row is not None:
            result.items[item.number] = row


def _write_items(result: Told, parsed: ParsedMeeting, stored: Stored, *, leads: bool) -> None:
    meeting = result.meeting
    before = list(meeting.items.select_related("case"))
    adopted = Minutes.objects.filter(meeting=meeting).exists()
    for position, (item, row) in enumerate(pair_items(parsed.items, before), 1):
        is_new = row is None
        if row is None:
            row = AgendaItem(meeting=meeting, number=item.number, position=position, dropped=not leads)
        if is_new or leads:
            _write_item(row, item, position, stored)
        result.items[item.number] = row
        if is_new or leads:
            _write_recommendations(row, item, stored)
            if not adopted:
                _write_decision(row, item, stored)
        _write_attachments(result, row, item, stored, leads=leads)
        _write_route(row, item, stored)
    if leads and parsed.role == "package":
        kept = {row.pk for row in result.items.values()}
        meeting.items.exclude(pk__in=kept).update(dropped=True)


def _write_item(row: AgendaItem, item: ParsedItem, position: int, stored: Stored) -> None:
    was_closed = not row._state.adding and row.visibility == Visibility.CLOSED
    row.number = item.number[:20]
    row.position = position
    if not row._state.adding:
        row.dropped = False
    if item.title is not None:
        row.title = item.title.value[:500]
        row.standing = is_standing(row.title)
    if item.case_number is not None:
        row.case = case_numbered(row.meeting.body, item.case_number.value)
    if item.duration_minutes is not None:
        row.duration_minutes = item.duration_minutes.value
    if item.presenters:
        row.presenters = [p.value for p in item.presenters]
    # What was closed stays closed until a paper says in so many words that it is open.
    row.visibility = (
        Visibility.CLOSED if was_closed and item.visibility != "open" else Visibility(item.visibility)
    )
    for column, value in _item_source(item, stored).items():
        setattr(row, column, value)
    row.save()


def _item_source(item: ParsedItem, stored: Stored) -> dict[str, object]:
    return stored.source_of(item.title) or {
        "source_page": stored.pages[item.page],
        "source_start": None,
        "source_end": None,
    }


def _write_recommendations(row: AgendaItem, item: ParsedItem, stored: Stored) -> None:
    if not item.recommendations:
        return
    row.recommendations.all().delete()
    Recommendation.objects.bulk_create(
        Recommendation(item=row, position=n, text=r.value, **stored.source_of(r))
        for n, r in enumerate(item.recommendations, 1)
    )


def _write_decision(row: AgendaItem, item: ParsedItem, stored: Stored) -> None:
    """The paper's decision, unless people here have written one down themselves."""
    if item.decision is None:
        return
    there = Decision.objects.filter(item=row).first()
    if there is not None and there.source_page_id is None:
        return
    Decision.objects.update_or_create(
        item=row,
        defaults={
            "text": item.decision.value,
            "outcome": item.outcome or "other",
            **stored.source_of(item.decision),
        },
    )


def _write_attachments(
    result: Told, row: AgendaItem, item: ParsedItem, stored: Stored, *, leads: bool
) -> None:
    """The paper's annexes take the place of earlier ones only when it leads and has any."""
    if not item.attachments or (not leads and row.attachments.exists()):
        return
    row.attachments.all().delete()
    for annex in item.attachments:
        result.attachments[item.number, annex.number] = Attachment.objects.create(
            item=row,
            number=annex.number,
            title=annex.title.value[:500],
            version=stored.version_of(annex.file),
            first_page=annex.first_page,
            last_page=annex.last_page,
            case_number=annex.case_number.value[:60] if annex.case_number else "",
            document_number=annex.document_number.value[:60] if annex.document_number else "",
            case_worker=annex.case_worker.value[:200] if annex.case_worker else "",
            closed=annex.closed,
            **stored.source_of(annex.title),
        )


def _write_route(row: AgendaItem, item: ParsedItem, stored: Stored) -> None:
    if row.case is None:
        return
    for step in item.route:
        Step.objects.create(
            case=row.case,
            version=stored.version,
            organization_name=step.organization.value[:200],
            organization=organization_known_as(row.meeting.body, step.organization.value),
            date=step.date.value if step.date else None,
            number=step.number.value[:20] if step.number else "",
            text=step.text.value if step.text else "",
            closed=row.visibility == Visibility.CLOSED,
            **stored.source_of(step.organization),
        )
