"""From the journal to matches: what has come since last time, looked at for each subscription."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils import timezone

from raadhus.cases.models import Case
from raadhus.core.models import JournalEntry, mark_done
from raadhus.documents.models import Passage, Version
from raadhus.following.choices import Kind
from raadhus.following.deciding import decided_at, items_answering, made_public_with
from raadhus.following.keeping import keep_items, keep_passages
from raadhus.following.models import Awaited, Subscription
from raadhus.meetings.models import AgendaItem
from raadhus.openness import Reader
from raadhus.organisation.readers import reader_of
from raadhus.search import Hit, catch_up, lens, search
from raadhus.timeline import linking
from raadhus.timeline.life import life_of_case

CONSUMER = "following"
ENTRIES_AT_ONCE = 1000
MOST = 200
"""So many passages of what is new are looked at for one subscription at a time."""
SHARE = 0.5
"""So much of what was asked for, by weight, stands in a match in so many words or as part of one."""
_EITHER = re.compile(r"\b(OR|ELLER)\b")
SHOWN = 0.6  # as search marks it in a text: the word itself, inflected, or within a compound
RETOLD = frozenset(
    {
        "meeting.created",
        "meeting.updated",
        "decision.recorded",
        "minutes.adopted",
        "item.corrected",
        "correction.taken_back",
    }
)
"""These tell of every paper of a meeting, old ones too, because one of them is new; that one has told itself."""


def match() -> int:
    """Find what is new for every subscription; return how many matches there are more than before.

    Safe to run twice, at once or after a crash: entries are marked after the matches are kept, and a match is
    kept once.
    """
    found = 0
    while entries := list(JournalEntry.objects.unseen_by(CONSUMER)[:ENTRIES_AT_ONCE]):
        # What the journal has told must be tied to its case and findable before it counts as looked at.
        linking.catch_up()
        catch_up()
        found += _look(entries)
        mark_done(CONSUMER, entries)
    return found + _look_at_awaited(timezone.now())


def _look(entries: list[JournalEntry]) -> int:
    told = _versions_by_time(entries)
    _await_publication(set(told))
    return _look_for_all(told, decided_at(entries))


def _look_for_all(versions: Mapping[int, datetime], items: Mapping[int, datetime]) -> int:
    """Look at papers and decisions for everybody, with the time from which each is news."""
    found = 0
    for subscription in Subscription.objects.active() if versions or items else ():
        began = subscription.created_at
        found += _search_in({pk for pk, at in versions.items() if at >= began}, subscription)
        found += _look_at_decisions({pk for pk, at in items.items() if at >= began}, subscription)
    return found


def _versions_by_time(entries: Iterable[JournalEntry]) -> dict[int, datetime]:
    """Each version with the last time the entries tell of it."""
    return {
        version: entry.at
        for entry in entries
        if entry.verb not in RETOLD
        for version in entry.data.get("versions", ())
        if isinstance(version, int)
    }


def _await_publication(versions: set[int]) -> None:
    coming = Version.objects.filter(pk__in=versions, published_at__gt=timezone.now())
    for pk, at in coming.values_list("pk", "published_at"):
        if at is not None:
            Awaited.objects.update_or_create(version_id=pk, defaults={"at": at})


def _look_at_awaited(now: datetime) -> int:
    due = dict(Awaited.objects.filter(at__lte=now).values_list("version_id", "at"))
    if not due:
        return 0
    found = _look_for_all(due, made_public_with(due))
    Awaited.objects.filter(version__in=due, at__lte=now).delete()
    return found


def _search_in(versions: set[int], subscription: Subscription) -> int:
    if not versions:
        return 0
    reader = reader_of(subscription.user, on=timezone.localdate())
    query = subscription.query
    hits = search(
        query.text,
        reader=reader,
        limit=MOST,
        versions=sorted(versions),
        strict=True,
        **query.keywords,
    ).hits
    if subscription.kind == Kind.CASE:
        of_case = _passages_of_case(_items_of_case(query.case, reader), versions, reader)
        return keep_passages(subscription, sorted({hit.passage_id for hit in hits} | of_case), reader)
    return keep_passages(subscription, [hit.passage_id for hit in _good(hits, query.text)], reader)


def _look_at_decisions(items: set[int], subscription: Subscription) -> int:
    """What people have written down or adopted stands in no paper yet."""
    if not items:
        return 0
    reader = reader_of(subscription.user, on=timezone.localdate())
    seen = AgendaItem.objects.visible_to(reader).filter(pk__in=items, decision__isnull=False)
    rows = list(seen.select_related("meeting__organization", "meeting__minutes", "decision", "case"))
    if subscription.kind == Kind.CASE:
        of_case = _items_of_case(subscription.query.case, reader)
        return keep_items(subscription, [row for row in rows if row.pk in of_case])
    return keep_items(subscription, items_answering(subscription.query, rows, reader=reader))


def _items_of_case(number: str, reader: Reader) -> set[int]:
    """The treatments of the case, those that carry no number with them; as far as the reader may see."""
    lives = (life_of_case(case, reader=reader) for case in Case.objects.numbered(number))
    return {event.item.pk for life in lives for event in life.events if event.item is not None}


def _passages_of_case(items: set[int], versions: set[int], reader: Reader) -> set[int]:
    rows = Passage.objects.visible_to(reader).filter(placement__item__in=items, page__version__in=versions)
    return set(rows.values_list("pk", flat=True))


def _good(hits: Iterable[Hit], text: str) -> Iterable[Hit]:
    """Those where enough of the words stand: an alert that does not answer is worse than none."""
    asked = lens(text)
    total = sum(asked.weights)
    if not total or _EITHER.search(text):
        yield from hits
        return
    for hit in hits:
        whole = " / ".join([hit.text, hit.title, *hit.heading])
        known = {m.sought for m in asked.matches(whole) if m.likeness >= SHOWN}
        if sum(asked.weights[n] for n in known) >= SHARE * total:
            yield hit
