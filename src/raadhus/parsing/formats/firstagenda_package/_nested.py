"""Meetings inside annexes: the last meeting's minutes, a committee's agenda."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from raadhus.parsing._durations import minutes_in
from raadhus.parsing._lines import Line
from raadhus.parsing._outcome import outcome_of
from raadhus.parsing._package import ParsedItem, ParsedMeeting
from raadhus.parsing.formats.firstagenda_package._agenda import find_agendas, read_agenda
from raadhus.parsing.formats.firstagenda_package._annexes import Place
from raadhus.parsing.formats.firstagenda_package._head import Head, TimeSlot, read_head
from raadhus.parsing.formats.firstagenda_package._items import RunItem, end_of_text, furniture, items_of
from raadhus.parsing.formats.firstagenda_package._marks import Mark
from raadhus.parsing.formats.firstagenda_package._runs import Run


@dataclass(frozen=True, slots=True)
class Part:
    """A meeting in an annex: its lines, and of each of its items the lines that are its own."""

    meeting: ParsedMeeting
    first: int
    last: int
    items: tuple[RunItem, ...] = ()
    starts: tuple[tuple[int, str], ...] = ()


def agendas_in(lines: Sequence[Line], marks: Sequence[Mark], runs: Sequence[Run]) -> list[int]:
    """Return where committees' agendas begin. One inside a nested meeting's minutes is only part of its text."""
    return find_agendas(lines)


def nested_meetings(
    lines: Sequence[Line],
    marks: Sequence[Mark],
    runs: Sequence[Run],
    where: Sequence[Place],
    agendas: Sequence[int],
) -> list[Part]:
    """Return the meetings that stand in annexes, in reading order."""
    parts: list[Part] = []
    for run in runs:
        if run.own:
            continue
        part = _from_run(lines, marks, runs, run, where)
        if part and parts and _same_meeting(parts[-1], run, where):
            parts[-1] = _merged(parts[-1], part)
        elif part:
            parts.append(part)
    bounds = _bounds(lines, marks, runs)
    for at in agendas:
        end = _end_of_place(where, at, min((b for b in bounds if b > at), default=len(lines)))
        agenda = read_agenda(lines, at, end)
        if agenda:
            first = _first_of_page(lines, at)
            parts.append(Part(agenda.meeting, first, end, starts=agenda.starts))
    return sorted(parts, key=lambda part: part.first)


def _bounds(lines: Sequence[Line], marks: Sequence[Mark], runs: Sequence[Run]) -> list[int]:
    """Return the lines no annex reaches over: the package's own headings, other meetings' heads, the notes."""
    bounds = [run.opened_at for run in runs]
    bounds += [m.at for run in runs if run.own for m in run.items]
    bounds += [m.at for m in marks if m.kind in ("overview", "head")]
    return sorted(bounds)


def _end_of_place(where: Sequence[Place], at: int, limit: int) -> int:
    end = at
    while end < limit and where[end] == where[at]:
        end += 1
    return end


def _first_of_page(lines: Sequence[Line], at: int) -> int:
    while at > 0 and lines[at - 1].page == lines[at].page:
        at -= 1
    return at


def _from_run(
    lines: Sequence[Line], marks: Sequence[Mark], runs: Sequence[Run], run: Run, where: Sequence[Place]
) -> Part | None:
    bounds = _bounds(lines, marks, runs)
    last_mark = run.items[-1] if run.items else run.head
    if last_mark is None or not _is_meeting(run):
        return None
    torn = _is_torn(run)
    if torn:
        run = replace(run, opening="minutes")
    limit = min((b for b in bounds if b > last_mark.at), default=len(lines))
    end = _end_of_place(where, last_mark.at, limit) if where[last_mark.at] != (None, None) else limit
    end = end_of_text(lines, last_mark.until, end) if where[last_mark.at][1] is None else end
    head = read_head(lines, run.head, marks, end) if run.head else Head()
    items = items_of(lines, run, end, furniture(lines, marks)) if run.items else []
    decided = (run.opening == "minutes" and not torn) or any(item.decision for item in items)
    meeting = ParsedMeeting(
        role="nested",
        kind="minutes" if decided else "agenda",
        first_page=lines[run.opened_at].page,
        last_page=lines[end - 1].page,
        organization=head.organization,
        department=head.department,
        start=head.start,
        end=head.end,
        location=head.location,
        attendees=head.attendees,
        items=tuple(with_slots([parsed(item) for item in items], head.slots)),
    )
    return Part(meeting, run.opened_at, end, tuple(items))


def _is_meeting(run: Run) -> bool:
    """A report may number its questions "Punkt 1: ..." as well; a meeting says who meets, what came of it, how long."""
    if run.opening in ("head", "minutes") or run.entries:
        return True
    return any(mark.kind == "decision" or minutes_in(mark.text) for mark in run.items)


def _is_torn(run: Run) -> bool:
    """Minutes whose first page is lost: what stands under their items is what came of them."""
    return run.opening == "none" and not any(mark.kind == "decision" for mark in run.items)


def parsed(item: RunItem) -> ParsedItem:
    """Return the item as the contract has it, with the outcome its decision states."""
    return ParsedItem(
        number=item.number,
        page=item.page,
        title=item.title,
        duration_minutes=item.duration,
        presenters=item.presenters,
        visibility=item.visibility,
        decision=item.decision,
        outcome=outcome_of(item.decision.value) if item.decision else None,
    )


def with_slots(
    items: list[ParsedItem], slots: Sequence[TimeSlot], shown: frozenset[str] = frozenset()
) -> list[ParsedItem]:
    """Add what the front page says of the items. One it names that is shown nowhere is a closed item."""
    by_number = {item.number: item for item in items}
    for slot in slots:
        item = by_number.get(slot.number)
        if item is None:
            closed = slot.number not in shown
            item = ParsedItem(slot.number, slot.page, visibility="closed" if closed else "unknown")
        by_number[slot.number] = replace(
            item,
            duration_minutes=item.duration_minutes or slot.minutes,
            presenters=item.presenters or slot.presenters,
        )
    return sorted(by_number.values(), key=lambda item: _order(item.number))


def _order(number: str) -> tuple[int, str]:
    digits = "".join(c for c in number if c.isdigit())
    return int(digits or 0), number


def _same_meeting(part: Part, run: Run, where: Sequence[Place]) -> bool:
    """A second list of items in one annex, with no head of its own, is the same meeting's (its Referat)."""
    place = where[part.first] if part.first < len(where) else (None, None)
    return run.head is None and bool(run.items) and place[1] is not None and place == where[run.items[0].at]


def _merged(first: Part, second: Part) -> Part:
    items = {item.number: item for item in first.meeting.items}
    for item in second.meeting.items:
        known = items.get(item.number)
        items[item.number] = _merge_item(known, item) if known else item
    meeting = replace(
        first.meeting,
        kind="minutes" if "minutes" in (first.meeting.kind, second.meeting.kind) else "agenda",
        last_page=max(first.meeting.last_page, second.meeting.last_page),
        items=tuple(sorted(items.values(), key=lambda item: _order(item.number))),
    )
    return Part(meeting, first.first, second.last, first.items + second.items)


def _merge_item(known: ParsedItem, item: ParsedItem) -> ParsedItem:
    return replace(
        known,
        title=known.title or item.title,
        duration_minutes=known.duration_minutes or item.duration_minutes,
        decision=known.decision or item.decision,
        outcome=known.outcome or item.outcome,
        visibility=item.visibility if known.visibility == "unknown" else known.visibility,
    )
