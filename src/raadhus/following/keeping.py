"""Keeping what was found: each place once, and nothing that its reader could read before."""

import hashlib
import re
from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from raadhus.documents.models import Passage, Version
from raadhus.following.models import Match, Subscription
from raadhus.meetings.models import AgendaItem, Decision
from raadhus.openness import Reader

_LEADERS = re.compile(r"\.{4,}\s*\d+[^\S\n]*$", re.MULTILINE)


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


def keep_passages(subscription: Subscription, passages: Iterable[int], reader: Reader) -> int:
    """Keep the first passage of every place, unless its text stood there before; how many are new."""
    passages = list(passages)
    places = _places_of(passages)
    known = _said_before(places, reader)
    told = _decisions_told(subscription)
    now = timezone.now()
    best: dict[_Place, Match] = {}
    for pk in passages:
        standing = places.get(pk)
        if standing is None or standing.place in best or _is_contents(standing):
            continue
        fingerprint = _fingerprint(standing)
        if fingerprint not in known and not _told_already(standing, told):
            best[standing.place] = Match(
                subscription=subscription, passage_id=pk, fingerprint=fingerprint, at=now
            )
    return _stored(subscription, list(best.values()))


def keep_items(subscription: Subscription, items: Iterable[AgendaItem]) -> int:
    """Keep what was decided on each item, once for each wording and once more when the minutes are adopted.

    What still waits to be told of the same item gives way: the mail says how it stands when it is sent.
    """
    items = list(items)
    now = timezone.now()
    fresh = [
        Match(subscription=subscription, item=item, fingerprint=_fingerprint_of_decision(item), at=now)
        for item in items
    ]
    known = set(subscription.matches.filter(item__in=items).values_list("fingerprint", flat=True))
    fresh = [match for match in fresh if match.fingerprint not in known]
    subscription.matches.pending().filter(item__in=[match.item_id for match in fresh]).delete()
    return _stored(subscription, fresh)


@transaction.atomic
def _stored(subscription: Subscription, matches: list[Match]) -> int:
    if not matches or not Subscription.objects.active().filter(pk=subscription.pk).exists():
        return 0  # stopped while we looked
    before = subscription.matches.count()
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


def _is_contents(standing: _Standing) -> bool:
    """True for a table of contents: it names what the same paper tells."""
    return standing.place.item is None and len(_LEADERS.findall(standing.text)) > 1


def _decisions_told(subscription: Subscription) -> dict[int, str]:
    """The decisions that the subscriber has heard of before any paper told of them, by item."""
    told = Decision.objects.filter(item__in=subscription.matches.exclude(item=None).values("item"))
    return {item: _plain(text) for item, text in told.values_list("item", "text")}


def _told_already(standing: _Standing, told: dict[int, str]) -> bool:
    """True for the minutes' passage that only repeats a decision as it was written down here."""
    if not standing.place.decision or standing.place.item is None:
        return False
    text = told.get(standing.place.item, "")
    return text != "" and text in _plain(standing.text)


def _fingerprint(standing: _Standing) -> str:
    where = standing.place.meeting or f"document {standing.place.document}"
    return hashlib.sha256(f"{where}:{_plain(standing.text)}".encode()).hexdigest()


def _fingerprint_of_decision(item: AgendaItem) -> str:
    state = "adopted" if hasattr(item.meeting, "minutes") else "recorded"
    decision = item.decision
    told = f"item {item.pk}:{state}:{decision.outcome}:{_plain(decision.text)}"
    return hashlib.sha256(told.encode()).hexdigest()


def _plain(text: str) -> str:
    return "".join(text.casefold().split())
