"""Decisions that people have written down or adopted: news that no paper tells of yet."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from raadhus.core.models import JournalEntry
from raadhus.following.query import Query
from raadhus.meetings.models import AgendaItem, MeetingSource
from raadhus.meetings.querysets import AgendaItemQuerySet
from raadhus.openness import Reader
from raadhus.search import lens, search

RECORDED, ADOPTED, PUBLISHED = "decision.recorded", "minutes.adopted", "meeting.published"
SHOWN = 0.6  # as search marks it in a text: the word itself, inflected, or within a compound
MOST = 200
"""So many passages of an item's papers are looked at."""
_SAYS_MORE = re.compile(r"[\"():]|(^|\s)-\S|\b(OR|ELLER|AND|OG|NOT|IKKE|NEAR|NÆR)\b")


def decided_at(entries: Iterable[JournalEntry]) -> dict[int, datetime]:
    """The items whose decisions the entries tell of, and when it was told last."""
    found: dict[int, datetime] = {}
    for entry in entries:
        if entry.verb == RECORDED:
            found[entry.subject_id] = entry.at
        elif entry.verb in (ADOPTED, PUBLISHED):
            decided = AgendaItem.objects.filter(meeting=entry.subject_id).decided()
            if entry.verb == PUBLISHED:
                decided = _by_hand(decided)
            found |= dict.fromkeys(decided.values_list("pk", flat=True), entry.at)
    return found


def made_public_with(versions: Mapping[int, datetime]) -> dict[int, datetime]:
    """The items decided by hand at meetings that became public with these versions, and when."""
    told = MeetingSource.objects.filter(version__in=versions).values_list("meeting", "version")
    at = {meeting: versions[version] for meeting, version in told}
    rows = _by_hand(AgendaItem.objects.filter(meeting__in=at).decided()).values_list("pk", "meeting")
    return {pk: at[meeting] for pk, meeting in rows}


def _by_hand(decided: AgendaItemQuerySet) -> AgendaItemQuerySet:
    return decided.filter(decision__source_page=None)


def items_answering(query: Query, items: Sequence[AgendaItem], *, reader: Reader) -> list[AgendaItem]:
    """Those of `items` that the query asks for: by what is decided, or by the papers on them."""
    told = _told_by_papers(query, items, reader)
    return [item for item in items if item.pk in told or _told_by_decision(query, item)]


def _told_by_papers(query: Query, items: Sequence[AgendaItem], reader: Reader) -> set[int]:
    sources = MeetingSource.objects.filter(meeting__in={item.meeting_id for item in items})
    versions = sorted(set(sources.values_list("version", flat=True)))
    if not versions:
        return set()
    hits = search(
        query.text, reader=reader, limit=MOST, versions=versions, strict=True, **query.keywords
    ).hits
    return {hit.item_id for hit in hits if hit.item_id is not None}


def _told_by_decision(query: Query, item: AgendaItem) -> bool:
    """True when nearly all the words stand in the title and the decision, and the filters hold.

    A query with more than words in it is left to search, which reads the papers.
    """
    if not query.text or _SAYS_MORE.search(query.text) or not _within(query, item):
        return False
    asked = lens(query.text)
    number = len(asked.words)
    known = {m.sought for m in asked.matches(f"{item.title} / {item.decision.text}") if m.likeness >= SHOWN}
    return bool(number) and len(known) >= (number if number < 3 else (3 * number + 3) // 4)


def _within(query: Query, item: AgendaItem) -> bool:
    """What the filters ask of a decision; those that only papers can tell are not met."""
    meeting = item.meeting
    department = meeting.organization.department if meeting.organization else ""
    told = {
        "aar": str(meeting.date.year) if meeting.date else "",
        "type": "decision",
        "udfald": item.decision.outcome,
        "afdeling": department,
    }
    return (
        query.organization in (None, meeting.organization_id)
        and (query.since is None or (meeting.date is not None and meeting.date >= query.since))
        and (query.until is None or (meeting.date is not None and meeting.date <= query.until))
        and not query.case
        and all(told.get(name) == value for name, value in query.choices)
    )
