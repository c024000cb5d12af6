"""Finding links: a consumer of the journal, like search. Run it after an import."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from raadhus.core.locks import alone
from raadhus.core.models import JournalEntry, mark_done
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.organisation.models import Body
from raadhus.timeline._evidence import by_annex, by_number, by_route, by_words, steps_about, told_of
from raadhus.timeline._finding import FoundLink
from raadhus.timeline._names import Names
from raadhus.timeline._terms import portions
from raadhus.timeline.choices import LinkStatus
from raadhus.timeline.models import Link

CONSUMER = "timeline:2"
"""Raise the number when links are found by other rules: everything is then looked at again."""
ENTRIES_AT_ONCE = 1000

Progress = Callable[[int], object]


def catch_up(*, progress: Progress | None = None) -> int:
    """Link what the journal tells of since last time; return how many links are new, other or gone.

    Safe to run twice at once and after a crash: marks and links are written together.
    """
    number = 0
    with alone(Path(settings.RAADHUS_HOME) / "timeline.lock"):
        while entries := list(JournalEntry.objects.unseen_by(CONSUMER)[:ENTRIES_AT_ONCE]):
            with transaction.atomic():
                number += link_again(_meetings_in(entries))
                mark_done(CONSUMER, entries)
            if progress is not None:
                progress(len(entries))
    return number


def _meetings_in(entries: Iterable[JournalEntry]) -> set[int]:
    """The meetings that have changed, or an item of which has."""
    told = [(entry.subject, entry.subject_id) for entry in entries]
    meetings = {pk for subject, pk in told if subject == Meeting._meta.label_lower}
    items = {pk for subject, pk in told if subject == AgendaItem._meta.label_lower}
    return meetings | set(AgendaItem.objects.filter(pk__in=items).values_list("meeting_id", flat=True))


def link_again(meetings: set[int]) -> int:
    """Look at these meetings again, from both ends of every link; returns how many links differ afterwards.

    Runs in the caller's transaction.
    """
    number = 0
    for body in Body.objects.filter(meetings__in=meetings).distinct():
        own = set(Meeting.objects.filter(body=body, pk__in=meetings).values_list("pk", flat=True))
        names = Names(body)
        steps = steps_about(body, own, names)
        touched = own | set(told_of(body, steps))
        found = [*by_number(touched), *by_annex(body, touched), *by_route(touched, steps)]
        of_items = Link.objects.filter(item__meeting__in=touched)
        number += _keep(found, of_items.filter(case__isnull=False))
        found = list(by_words(body, touched, names))
        to_items = Link.objects.filter(other__meeting__in=touched)
        number += _keep(found, [*of_items.filter(other__isnull=False), *to_items])
    return number


def _keep(found: Iterable[FoundLink], stored: Iterable[Link]) -> int:
    """Make the `stored` links be the found ones; what a person has said of them stays."""
    there = {(link.kind, link.item_id, link.other_id, link.case_id): link for link in stored}
    wanted = {one.key: one for one in found}
    fresh = [Link(kind=one.kind, **_columns(one)) for key, one in wanted.items() if key not in there]
    Link.objects.bulk_create(fresh, batch_size=500)
    gone = [link.pk for key, link in there.items() if key not in wanted and link.status == LinkStatus.FOUND]
    for some in portions(gone):
        Link.objects.filter(pk__in=some).delete()
    changed = 0
    for key, one in wanted.items():
        if key in there and _update(there[key], _columns(one)):
            changed += 1
    return len(fresh) + len(gone) + changed


def _columns(one: FoundLink) -> dict[str, Any]:
    page, start, end = one.source
    return {
        "item_id": one.item, "other_id": one.other, "case_id": one.case, "step_id": one.step,
        "score": one.score, "facts": one.facts,
        "source_page_id": page, "source_start": start, "source_end": end,
    }  # fmt: skip


def _update(link: Link, columns: dict[str, Any]) -> bool:
    differ = [name for name, value in columns.items() if getattr(link, name) != value]
    for name in differ:
        setattr(link, name, columns[name])
    if differ:
        link.save(update_fields=[name.removesuffix("_id") for name in differ])
    return bool(differ)
