"""Closing what papers say of a closed item: in the paper that closes it and in those that came before.

An item may be closed in one paper and plain in another; the strictest counts, in all of them.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from raadhus.cases.models import Step
from raadhus.documents.actions import close_silent_pages
from raadhus.documents.models import Page, Passage, Version
from raadhus.meetings.matching import plain
from raadhus.meetings.models import AgendaItem, Attachment, Meeting, Placement
from raadhus.meetings.read_titles import as_read
from raadhus.meetings.standing import is_standing

_MARKER = re.compile(r"^\W*lukket(?:\s+(?:punkt|sag))?\b\s*[:–-]?\s*|\s*\(lukket[^)]*\)\s*$", re.IGNORECASE)
_OPENING = 32
"""Letters of a title that give it away: a table of contents cuts the rest off."""
_TELLING = 16
"""A single word of fewer letters is a common word, and found in papers that say nothing of the item."""


def seal(meeting: Meeting) -> None:
    """Close every passage and page of the meeting's papers that shows one of its closed items, and what they
    tell of the way of its case. Items that are open now are left as they are."""
    closed = list(meeting.items.closed().select_related("case", "meeting"))
    closed += as_read(closed)  # the papers go on calling a corrected item what they called it
    _close_annexes(meeting, closed)
    if closed:
        _close_items(meeting, closed)
        _close_where_named(meeting, _openings(meeting, closed))
    for version in Version.objects.filter(meeting_sources__meeting=meeting).distinct():
        close_silent_pages(version)


def _close_items(meeting: Meeting, closed: Iterable[AgendaItem]) -> None:
    """Close what was placed under the items themselves, and the steps of their cases."""
    # Named one by one: PostgreSQL, which has counted nothing yet in a first import, reads whole tables otherwise.
    placed = Placement.objects.filter(item__in=closed).values_list("passage", "passage__page")
    passages, pages = {passage for passage, _ in placed}, {page for _, page in placed}
    Page.objects.filter(pk__in=pages).update(closed=True)
    Passage.objects.filter(pk__in=passages).update(closed=True)
    steps = Step.objects.filter(
        case__in=[item.case_id for item in closed if item.case_id],
        version__meeting_sources__meeting=meeting,
    )
    Step.objects.filter(pk__in=steps.values("pk")).update(closed=True)


def _close_annexes(meeting: Meeting, closed: Iterable[AgendaItem]) -> None:
    """Close all pages of closed annexes and of closed items' annexes: a scan has no passage to go by."""
    rows = Attachment.objects.filter(item__meeting=meeting, first_page__isnull=False)
    rows = rows.filter(Q(closed=True) | Q(item__closed=True))
    stretches = set(rows.values_list("version_id", "first_page", "last_page"))
    for source in meeting.sources.all():
        for said in source.told.get("items", ()):
            if any(_tells_of(item, said) for item in closed):
                stretches |= {
                    (source.version_id, annex["first_page"], annex["last_page"])
                    for annex in said["attachments"]
                    if annex["first_page"] is not None and not annex.get("file")
                }
    for version, first, last in stretches:
        Page.objects.filter(version=version, number__range=(first, last)).update(closed=True)


def _close_where_named(meeting: Meeting, openings: set[str]) -> None:
    """Close pages, and the passages on them, that name a title without belonging to its item (contents, lists)."""
    if not openings:
        return
    pages = Page.objects.filter(version__meeting_sources__meeting=meeting).distinct()
    naming = [page for page in pages if _names(page.text, openings)]
    Page.objects.filter(pk__in=[page.pk for page in naming]).update(closed=True)
    told = Passage.objects.filter(page__in=naming, closed=False).select_related("page")
    Passage.objects.filter(pk__in=[p.pk for p in told if _names(p.text, openings)]).update(closed=True)


def _openings(meeting: Meeting, closed: Iterable[AgendaItem]) -> set[str]:
    """How the titles begin that the closed items have, or had in an earlier paper."""
    told = [
        item for source in meeting.sources.all() for item in source.told.get("items", ()) if item["title"]
    ]
    titles = {item.title for item in closed}
    titles |= {said["title"] for said in told if any(_tells_of(item, said) for item in closed)}
    openings = {
        plain(_MARKER.sub("", title))[:_OPENING].strip() for title in titles if not is_standing(title)
    }
    return {opening for opening in openings if " " in opening or len(opening) >= _TELLING}


def _tells_of(item: AgendaItem, said: dict[str, Any]) -> bool:
    """What a paper says is of the item where the titles begin alike or the case is the same; and where the
    item never had a title, by its number."""
    own = plain(_MARKER.sub("", item.title))
    other = plain(_MARKER.sub("", said["title"] or ""))
    if item.case is not None and said["case_number"]:
        return other[:_OPENING] == own[:_OPENING] or item.case.number == said["case_number"]
    return other[:_OPENING] == own[:_OPENING] if own else said["number"] == item.number


def _names(text: str, openings: set[str]) -> bool:
    said = plain(text)
    return any(opening in said for opening in openings)
