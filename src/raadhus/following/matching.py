"""From the journal to matches: what has come since last time, looked at for each subscription."""

import hashlib
import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from raadhus.core.models import JournalEntry, mark_done
from raadhus.documents.models import Passage, Version
from raadhus.following.choices import Kind
from raadhus.following.models import Awaited, Match, Subscription
from raadhus.openness import Reader
from raadhus.organisation.readers import reader_of
from raadhus.search import Hit, catch_up, lens, search

CONSUMER = "following"
ENTRIES_AT_ONCE = 1000
MOST = 200
"""So many passages of what is new are looked at for one subscription at a time."""
SHARE = 0.5
"""So much of what was asked for, by weight, stands in a match in so many words or as part of one."""
_EITHER = re.compile(r"\b(OR|ELLER)\b")
SHOWN = 0.6  # as search marks it in a text: the word itself, inflected, or within a compound
RETOLD = frozenset({"meeting.created", "meeting.updated", "decision.recorded"})
"""These tell of every paper of a meeting, old ones too, because one of them is new; that one has told itself."""


def match() -> int:
    """Find what is new for every subscription; return how many matches there are more than before.

    Safe to run twice, at once or after a crash: entries are marked after the matches are kept, and a match is
    kept once.
    """
    found = 0
    while entries := list(JournalEntry.objects.unseen_by(CONSUMER)[:ENTRIES_AT_ONCE]):
        catch_up()  # what the journal has told must be findable before it counts as looked at
        found += _look(entries)
        mark_done(CONSUMER, entries)
    return found + _look_at_awaited(timezone.now())


def _look(entries: list[JournalEntry]) -> int:
    told = _versions_by_time(entries)
    _await_publication(set(told))
    found = 0
    for subscription in Subscription.objects.active():
        news = {version for version, at in told.items() if at >= subscription.created_at}
        found += _search_in(news, subscription)
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
    found = 0
    for subscription in Subscription.objects.active():
        news = {version for version, at in due.items() if at >= subscription.created_at}
        found += _search_in(news, subscription)
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
        return _keep(subscription, sorted(hits, key=lambda hit: hit.passage_id), reader)
    return _keep(subscription, _good(hits, query.text), reader)


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


class _Place(NamedTuple):
    """Where a passage stands: an alert tells of each place once, however long the annex."""

    meeting: int | None
    item: int | None
    attachment: int | None
    document: int
    decision: bool


class _Standing(NamedTuple):
    place: _Place
    text: str


def _keep(subscription: Subscription, hits: Iterable[Hit], reader: Reader) -> int:
    """Keep the first hit of every place, unless its text stood there before."""
    hits = list(hits)
    places = _places_of([hit.passage_id for hit in hits])
    known = _said_before(places, reader)
    now = timezone.now()
    best: dict[_Place, Match] = {}
    for hit in hits:
        standing = places.get(hit.passage_id)
        if standing is None or standing.place in best:
            continue
        fingerprint = _fingerprint(standing)
        if fingerprint not in known:
            best[standing.place] = Match(
                subscription=subscription, passage_id=hit.passage_id, fingerprint=fingerprint, at=now
            )
    return _stored(subscription, list(best.values()))


@transaction.atomic
def _stored(subscription: Subscription, matches: list[Match]) -> int:
    before = subscription.matches.count()
    if not Subscription.objects.active().filter(pk=subscription.pk).exists():
        return 0  # stopped while we looked
    Match.objects.bulk_create(matches, ignore_conflicts=True)
    return subscription.matches.count() - before


def _places_of(passages: list[int]) -> dict[int, _Standing]:
    rows = Passage.objects.filter(pk__in=passages).select_related("page__version", "placement")
    return {row.pk: _standing(row) for row in rows}


def _standing(row: Passage) -> _Standing:
    placement = getattr(row, "placement", None)
    place = _Place(
        meeting=placement and placement.meeting_id,
        item=placement and placement.item_id,
        attachment=placement and placement.attachment_id,
        document=row.page.version.document_id,
        decision=row.kind == "decision",
    )
    return _Standing(place, row.text)


def _said_before(standing: dict[int, _Standing], reader: Reader) -> set[str]:
    """The fingerprints of what the reader could read of the same meetings in papers that came earlier.

    Minutes repeat their agenda: only what they add is news.
    """
    meetings = {s.place.meeting for s in standing.values() if s.place.meeting is not None}
    if not meetings:
        return set()
    versions = Version.objects.filter(pages__passages__in=standing)
    first = versions.order_by("pk").values_list("pk", flat=True).first()
    earlier = (
        Passage.objects.visible_to(reader)
        .filter(placement__meeting__in=meetings, page__version__lt=first)
        .select_related("page__version", "placement")
    )
    return {_fingerprint(_standing(row)) for row in earlier}


def _fingerprint(standing: _Standing) -> str:
    where = standing.place.meeting or f"document {standing.place.document}"
    plain = "".join(standing.text.casefold().split())
    return hashlib.sha256(f"{where}:{plain}".encode()).hexdigest()
