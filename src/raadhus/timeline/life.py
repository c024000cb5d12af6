"""A case's life as a reader may see it: every treatment in order, why it belongs there, what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from raadhus.cases.models import Case, Step
from raadhus.meetings.choices import Outcome
from raadhus.meetings.details import with_details
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.querysets import AgendaItemQuerySet
from raadhus.openness import Reader
from raadhus.organisation.naming import split_period
from raadhus.timeline._referrals import destination, is_called
from raadhus.timeline.choices import LinkKind, LinkStatus
from raadhus.timeline.models import Link

HOPS = 4
"""So far a chain of links is followed away from the case itself."""
MOST_SUGGESTED = 20
UNSETTLED = (Outcome.REFERRED, Outcome.POSTPONED, Outcome.DISCUSSED)


@dataclass(frozen=True, slots=True)
class SentOn:
    """Where a decision sent the case, in its own words; `place` is the treatment there, counted from 1."""

    to: str
    place: int | None


@dataclass(frozen=True, slots=True)
class Event:
    """One treatment of the case; exactly one of `item` and `step` is set.

    A step is told by a later paper only: the meeting itself is not here.
    """

    place: int
    date: date | None
    body: str
    item: AgendaItem | None = None
    step: Step | None = None
    links: tuple[Link, ...] = ()
    sent_on: SentOn | None = None

    @property
    def outcome(self) -> str | None:
        decision = getattr(self.item, "decision", None)
        return decision.outcome if decision else None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An item that may be the same case, and the link that says why."""

    item: AgendaItem
    link: Link


@dataclass(frozen=True, slots=True)
class Life:
    """`events` and `suggestions` are the oldest first and the undated last. Empty when the reader may see nothing."""

    cases: tuple[Case, ...] = ()
    events: tuple[Event, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    rejected: tuple[Link, ...] = ()

    @property
    def title(self) -> str | None:
        """What the case was called last, standing items apart."""
        named = [e.item.title for e in self.events if e.item and e.item.title and not e.item.standing]
        return named[-1] if named else None

    @property
    def latest(self) -> Event | None:
        """The last treatment whose outcome we know."""
        decided = [event for event in self.events if event.outcome not in (None, Outcome.NONE)]
        return decided[-1] if decided else None

    @property
    def unsettled(self) -> bool:
        """True when the last thing we know is that the case was sent on, put off or talked about."""
        return self.latest is not None and self.latest.outcome in UNSETTLED


@dataclass(slots=True)
class _Gathered:
    """What belongs to the cases so far, each item with the links that say so."""

    cases: frozenset[int]
    members: dict[int, list[Link]] = field(default_factory=dict)
    maybe: dict[int, Link] = field(default_factory=dict)
    rejected: dict[int, Link] = field(default_factory=dict)
    heard: set[int] = field(default_factory=set)

    def hear(self, link: Link, item: int) -> bool:
        """Take in what `link` says of `item`; true when the item is new to the case."""
        if link.status == LinkStatus.REJECTED:
            self.rejected[link.pk] = link
            return False
        if not link.counts:
            best = self.maybe.get(item)
            if best is None or best.score < link.score:
                self.maybe[item] = link
            return False
        is_new = item not in self.members
        known = self.members.setdefault(item, [])
        if link.pk not in self.heard:  # a link between two of the case is the reason for the later found
            self.heard.add(link.pk)
            known.append(link)
        return is_new


def life_of_case(case: Case, *, reader: Reader) -> Life:
    """Return what the reader may see of the case; of what is closed to the reader not even that it is there."""
    return _life([case], (), reader=reader)


def life_of_item(item: AgendaItem, *, reader: Reader) -> Life:
    """The life of the case that the item belongs to, whether or not the item carries its number.

    The caller has made sure that the reader may see the item.
    """
    home = Link.objects.visible_to(reader).filter(item=item, case__isnull=False).select_related("case")
    cases = [link.case for link in home if link.case and link.counts]
    rejected = {link.case_id for link in home if link.status == LinkStatus.REJECTED}
    if item.case is not None and item.case_id not in rejected and item.case not in cases:
        cases.insert(0, item.case)
    return _life(list(dict.fromkeys(cases)) or _next_door(item, reader), [item.pk], reader=reader)


def _next_door(item: AgendaItem, reader: Reader) -> list[Case]:
    """The case of the items that this one surely is the same as; none where they are of several."""
    links = Link.objects.visible_to(reader).filter(Q(item=item) | Q(other=item), other__isnull=False)
    ends = [link.other if link.item_id == item.pk else link.item for link in links.along() if link.counts]
    cases = {end.case for end in ends if end is not None and end.case is not None}
    return list(cases) if len(cases) == 1 else []


def _life(cases: Sequence[Case], items: Iterable[int], *, reader: Reader) -> Life:
    gathered = _by_case(cases, items, reader)
    _by_item(gathered, reader)
    shown = AgendaItem.objects.visible_to(reader)
    members = list(with_details(shown.filter(pk__in=gathered.members), reader=reader))
    maybe = {pk: link for pk, link in gathered.maybe.items() if pk not in gathered.members}
    return Life(
        cases=tuple(cases),
        events=_events(members, _steps(cases, members, reader), gathered),
        suggestions=tuple(_suggestions(shown, maybe, reader)),
        rejected=tuple(sorted(gathered.rejected.values(), key=lambda link: link.pk)),
    )


def _by_case(cases: Sequence[Case], items: Iterable[int], reader: Reader) -> _Gathered:
    """The items that carry the number, or that a link ties to the case itself."""
    gathered = _Gathered(frozenset(case.pk for case in cases), {pk: [] for pk in items})
    told = Link.objects.visible_to(reader).filter(case__in=gathered.cases).along()
    for link in told.order_by("kind", "pk"):
        gathered.hear(link, link.item_id)
    sent_away = {link.item_id for link in gathered.rejected.values() if link.kind == LinkKind.CASE_NUMBER}
    own = AgendaItem.objects.visible_to(reader).filter(case__in=gathered.cases).exclude(pk__in=sent_away)
    for pk in own.values_list("pk", flat=True):
        gathered.members.setdefault(pk, [])
    return gathered


def _by_item(gathered: _Gathered, reader: Reader) -> None:
    """Follow the links from item to item. An item that surely belongs elsewhere is only suggested."""
    frontier = set(gathered.members)
    for _hop in range(HOPS):
        if not frontier:
            return
        between = Link.objects.visible_to(reader).filter(other__isnull=False)
        links = list(between.filter(Q(item__in=frontier) | Q(other__in=frontier)).along().order_by("pk"))
        elsewhere = _elsewhere(links, gathered.cases, reader)
        reached = set()
        for link in links:
            for near, far in ((link.item_id, link.other_id), (link.other_id, link.item_id)):
                if near not in frontier or far is None:
                    continue
                if link.counts and link.status == LinkStatus.FOUND and far in elsewhere:
                    gathered.maybe.setdefault(far, link)
                elif gathered.hear(link, far):
                    reached.add(far)
        frontier = reached


def _elsewhere(links: Sequence[Link], cases: frozenset[int], reader: Reader) -> set[int]:
    """Those ends of `links` that surely belong to another case, and not to this one."""
    ends = [end for link in links for end in (link.item, link.other) if end is not None]
    homes: dict[int, set[int]] = {end.pk: {end.case_id} for end in ends if end.case_id is not None}
    told = Link.objects.visible_to(reader).filter(item__in=[end.pk for end in ends])
    for link in told.filter(kind__in=(LinkKind.ANNEX, LinkKind.ROUTE)):
        if link.counts and link.case_id is not None:
            homes.setdefault(link.item_id, set()).add(link.case_id)
    return {pk for pk, home in homes.items() if not home & cases}


def _steps(cases: Sequence[Case], members: Sequence[AgendaItem], reader: Reader) -> list[Step]:
    """What later papers tell of meetings that are not here; several papers that tell the same count as one."""
    held = {(item.meeting.organization_id, item.meeting.date) for item in members}
    steps = Step.objects.visible_to(reader).filter(case__in=cases)
    steps = steps.select_related("organization", "source_page").defer("source_page__text")
    told: dict[tuple[object, date | None, str], Step] = {}
    for step in steps.order_by("pk"):
        if step.organization_id is None or (step.organization_id, step.date) not in held:
            body = step.organization_id or split_period(step.organization_name)[0].casefold()
            told[body, step.date, step.number] = step
    return list(told.values())


def _events(members: Sequence[AgendaItem], steps: Sequence[Step], gathered: _Gathered) -> tuple[Event, ...]:
    rows: list[AgendaItem | Step] = [*members, *steps]
    rows.sort(key=_when)
    bodies = [_body_of(row) for row in rows]
    events = []
    for place, row in enumerate(rows, 1):
        item = row if isinstance(row, AgendaItem) else None
        step = row if isinstance(row, Step) else None
        events.append(
            Event(
                place=place,
                date=item.meeting.date if item else row.date if isinstance(row, Step) else None,
                body=bodies[place - 1],
                item=item,
                step=step,
                links=tuple(gathered.members.get(item.pk, ())) if item else (),
                sent_on=_sent_on(row, place, bodies),
            )
        )
    return tuple(events)


def _when(row: AgendaItem | Step) -> tuple[bool, date, int, int]:
    day = row.meeting.date if isinstance(row, AgendaItem) else row.date
    return (day is None, day or date.min, isinstance(row, AgendaItem), row.pk)


def _body_of(row: AgendaItem | Step) -> str:
    if isinstance(row, AgendaItem):
        return str(row.meeting.organization or "")
    return str(row.organization or row.organization_name)


def _sent_on(row: AgendaItem | Step, place: int, bodies: Sequence[str]) -> SentOn | None:
    """Where the row's decision sent the case, and the next treatment there."""
    if isinstance(row, Step):
        text = row.text
    else:
        decision = getattr(row, "decision", None)
        text = decision.text if decision and decision.outcome == Outcome.REFERRED else ""
    to = destination(text)
    if to is None:
        return None
    later = enumerate(bodies[place:], place + 1)
    return SentOn(to, next((n for n, body in later if _is_sent(body, to)), None))


def _is_sent(body: str, to: str) -> bool:
    return is_called(split_period(body)[0], to) or (bool(to) and is_called(to, body))


def _suggestions(shown: AgendaItemQuerySet, maybe: dict[int, Link], reader: Reader) -> list[Suggestion]:
    """The likeliest, in the order in which they were treated: read together they tell a story."""
    likeliest = sorted(maybe, key=lambda pk: (-maybe[pk].score, pk))[:MOST_SUGGESTED]
    rows = with_details(shown.filter(pk__in=likeliest), reader=reader)
    return [Suggestion(row, maybe[row.pk]) for row in sorted(rows, key=_when)]
