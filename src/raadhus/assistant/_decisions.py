"""Questions about what was decided. The outcome is the item's own; a recommendation is never told as a decision."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from raadhus.assistant._answer import Later
from raadhus.assistant._periods import Period
from raadhus.assistant._weigh import Find, best_finds, must_stand, names_in
from raadhus.assistant.understanding import Understanding
from raadhus.meetings.choices import Outcome
from raadhus.meetings.models import AgendaItem
from raadhus.openness import Reader
from raadhus.search import Hit, lens, search
from raadhus.timeline.life import Event, Life, life_of_item

LOOKED_AT = 40
COVERED = 0.7
"""So much of the subject a decision and what stands over it must cover to be about it ..."""
ALIKE = 0.15
"""... and so much less than the best may another one: it is a different matter of nearly the same name."""

MOST = 5
SETTLED = (Outcome.ADOPTED, Outcome.REJECTED)

_VERB = re.compile(
    r"\b(?:beslutte(?:de|t)|vedtog|vedtage[tn]|tiltråd(?:te|t)|godkend(?:te|t)|forkaste(?:de|t)"
    r"|udsat|udsatte|afvis(?:te|t)|drøftet|taget til efterretning)\b",
    re.IGNORECASE,
)
_PROPOSES = re.compile(
    r"\bindstil\w*|\banbefal\w*|\bforeslå\w*|\bforslag\b|\bønske\w*|\bskal\b|\bkan\b|\bbør\b|^\W*at \d+\)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that is about the question's subject: its find, its item, and where in the hit its words begin."""

    find: Find
    item: AgendaItem
    start: int
    end: int
    life: Life

    @property
    def matter(self) -> str:
        """The same for all decisions in one case, whatever it was called at the time."""
        if self.life.cases:
            return f"case {min(case.pk for case in self.life.cases)}"
        return matter_of(self.item)

    @property
    def outcome(self) -> Outcome:
        return Outcome(self.item.decision.outcome)

    @property
    def later(self) -> tuple[Later, ...]:
        """What became of the case afterwards, the oldest first."""
        day = self.item.meeting.date
        events = (e for e in self.life.events if e.item is None or e.item.pk != self.item.pk)
        return tuple(_later(event) for event in events if day and event.date and event.date > day)


@dataclass(frozen=True, slots=True)
class Decisions:
    """The newest first. `words` were looked for, in so many `passages` of decisions that the reader may see."""

    decisions: tuple[Decided, ...] = ()
    words: tuple[str, ...] = ()
    passages: int = 0


NO_DECISIONS = Decisions()


def decisions_about(asked: Understanding, *, reader: Reader) -> Decisions:
    """The decisions whose item is about what is asked, the newest first; of each item one."""
    if asked.unknown_body:
        return NO_DECISIONS
    decisions = _about(asked, asked.matter, reader, within=asked.period)
    if decisions.decisions or asked.period is None or asked.period.relative:
        return decisions
    # The day or the year may be part of the matter's name; then it must stand there.
    return _about(asked, _with_period(asked), reader, within=None)


def _with_period(asked: Understanding) -> str:
    return f"{asked.matter} {asked.period.said}" if asked.period and asked.matter else ""


def _about(asked: Understanding, matter: str, reader: Reader, *, within: Period | None) -> Decisions:
    if within is None and asked.period is not None and not matter:
        return NO_DECISIONS
    through = lens(matter)
    names = names_in(asked.question)
    hits, passages = _hits(asked, matter, reader, within)
    finds: dict[int, list[Find]] = {}
    for hit in hits:
        best = next(iter(best_finds(hit, through, names)), None)
        if hit.item_id is None or best is None:
            continue
        if not any(must_stand(through, n, names) for n in best.missing):
            finds.setdefault(hit.item_id, []).append(best)
    if matter:
        best_of = {pk: max(find.signals.covered for find in told) for pk, told in finds.items()}
        enough = max(COVERED, max(best_of.values(), default=0.0) - ALIKE)
        finds = {pk: told for pk, told in finds.items() if best_of[pk] >= enough}
    found = _newest(finds, reader=reader, skip_standing=not matter)
    return Decisions(tuple(found), through.words, passages)


def _hits(asked: Understanding, matter: str, reader: Reader, period: Period | None) -> tuple[list[Hit], int]:
    """Passages of decisions, and how many there are in all."""
    found: list[Hit] = []
    passages = 0
    for organization in asked.organizations or (None,):
        results = search(
            matter,
            reader=reader,
            limit=LOOKED_AT,
            organization=str(organization) if organization else None,
            since=period.since if period else None,
            until=period.until if period else None,
            case=asked.case,
            chosen={"type": "decision", **({"outcome": asked.outcome.value} if asked.outcome else {})},
        )
        found += results.hits
        passages += results.total
    return found, passages


def _newest(finds: dict[int, list[Find]], *, reader: Reader, skip_standing: bool) -> list[Decided]:
    """The newest of each matter, and then the newest, as many as are shown."""
    items = AgendaItem.objects.visible_to(reader).filter(pk__in=finds, decision__isnull=False)
    rows = [
        item
        for item in items.select_related("meeting__organization", "decision", "case")
        if not (skip_standing and item.standing)
    ]
    rows.sort(key=_day, reverse=True)
    newest = list({matter_of(item): item for item in reversed(rows)}.values())
    chosen = {item.pk for item in sorted(newest, key=_day, reverse=True)[:MOST]}
    chosen |= {item.pk for item in [i for i in rows if i.pk not in chosen][: MOST - len(chosen)]}
    return [_decided(item, finds[item.pk], reader) for item in rows if item.pk in chosen]


def _decided(item: AgendaItem, finds: Sequence[Find], reader: Reader) -> Decided:
    """The decision in the first of its passages that has its own words; where none has, what was found."""
    placed = ((find, place) for find in finds if (place := _place(find, item)))
    find, (start, end) = next(placed, (finds[0], (finds[0].start, finds[0].end)))
    return Decided(find, item, start, end, life_of_item(item, reader=reader))


def _day(item: AgendaItem) -> tuple[date, int]:
    return item.meeting.date or date.min, item.pk


def matter_of(item: AgendaItem) -> str:
    """The same for all items of one case, or of one name where there is no case number."""
    return " ".join(item.title.casefold().split()) or f"case {item.case_id}"


def _place(find: Find, item: AgendaItem) -> tuple[int, int] | None:
    """Where the decision's own first words stand in the hit; None when they do not."""
    words = item.decision.text.split()
    for number in (40, 12, 4, 1):
        pattern = r"\s+".join(re.escape(word) for word in words[:number])
        if pattern and (match := re.search(rf"(?<!\w){pattern}", find.hit.text)):
            return match.span()
    return None


def recommends(find: Find) -> bool:
    """True when the stretch proposes: it must not be told as what was decided."""
    return find.hit.kind == "recommendation" or _PROPOSES.search(find.sentence) is not None


def tells_a_decision(find: Find) -> bool:
    """True when a text says that something was decided and proposes nothing."""
    return _VERB.search(find.sentence) is not None and not recommends(find)


def changed(decided: Decided) -> Event | None:
    """The later treatment that settled the case otherwise; None when it stands as it was decided."""
    if decided.outcome not in SETTLED:
        return None
    day = decided.item.meeting.date
    later: Sequence[Event] = [e for e in decided.life.events if day and e.date and e.date > day]
    other = [e for e in later if e.outcome in SETTLED and e.outcome != decided.outcome]
    return other[-1] if other else None


def _later(event: Event) -> Later:
    outcome = event.outcome
    return Later(
        organization=event.body,
        date=event.date,
        outcome=outcome,
        outcome_label=str(Outcome(outcome).label) if outcome else "",
        title=event.item.title if event.item else "",
        url=event.item.get_absolute_url() if event.item else "",
    )
