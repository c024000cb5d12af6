"""From the calendar and the cases to meetings: what stood on each agenda, and what the minutes say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from raadhus.demo._calendar import Slot, heading_of, slots, turn_of_term
from raadhus.demo._fixed import closing_items, opening_items
from raadhus.demo._items import item_of
from raadhus.demo._journeys import ROOM, ROOM_ELSEWHERE, Journey, journeys
from raadhus.demo._model import DemoItem, DemoMeeting
from raadhus.demo._people import DEPARTMENTS, Member, members_of
from raadhus.demo._words import dice
from raadhus.demo.stories import all_stories

# The magistrat's decisions go on to the council at once; other minutes take longer.
DAYS_TO_MINUTES = {"MAG": 2}
DAYS_ELSEWHERE = 10


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting with its agenda and, once they are written, its minutes."""

    slot: Slot
    agenda: DemoMeeting
    minutes: DemoMeeting | None
    previous: "HeldMeeting | None"


def meetings(today: date) -> tuple[HeldMeeting, ...]:
    """Return every meeting of the two years around `today`, in order of time."""
    cases = journeys(all_stories(), today)
    calendar = slots(today)
    done: list[HeldMeeting] = []
    for slot in calendar:
        earlier = [m for m in done if m.slot.organ.key == slot.organ.key]
        wait = DAYS_TO_MINUTES.get(slot.organ.key, DAYS_ELSEWHERE)
        held = slot.day + timedelta(days=wait) <= today
        done.append(_meeting(slot, cases, earlier[-1] if earlier else None, calendar, held=held))
    return tuple(done)


def _meeting(
    slot: Slot,
    cases: Sequence[Journey],
    previous: HeldMeeting | None,
    calendar: Sequence[Slot],
    *,
    held: bool,
) -> HeldMeeting:
    key = slot.organ.key
    waiting = sorted((c for c in cases if c.awaits(slot)), key=lambda c: (c.closed, c.ready, c.case_number))
    waiting = waiting[: ROOM.get(key, ROOM_ELSEWHERE)]
    opening = opening_items(slot, previous.slot if previous else None)
    closing = closing_items(slot, calendar)
    open_cases = [c for c in waiting if not c.closed]
    closed_cases = [c for c in waiting if c.closed]
    # In a rådmandsmøde the closed items come after the last open one and are never shown.
    order: list[Callable[[str], DemoItem]] = [*opening]
    order += [_case_item(c, slot, held=held) for c in open_cases]
    if slot.organ.classification == "executive":
        order += [*closing, *(_case_item(c, slot, held=held) for c in closed_cases)]
    else:
        order += [*(_case_item(c, slot, held=held) for c in closed_cases), *closing]
    items = tuple(make(str(number)) for number, make in enumerate(order, start=1))
    agenda = _told(slot, tuple(_undecided(item) for item in items), minutes=False)
    minutes = _told(slot, items, minutes=True) if held else None
    return HeldMeeting(slot, agenda, minutes, previous)


def _case_item(case: Journey, slot: Slot, *, held: bool) -> Callable[[str], DemoItem]:
    def make(number: str) -> DemoItem:
        earlier = tuple(case.visits)
        visit = case.visit(slot, number, held=held)
        return item_of(case, visit, earlier)

    return make


def _undecided(item: DemoItem) -> DemoItem:
    annexes = tuple(a for a in item.annexes if "(påført" not in a.title)
    return replace(item, decision=None, outcome=None, annexes=annexes)


def _told(slot: Slot, items: tuple[DemoItem, ...], *, minutes: bool) -> DemoMeeting:
    organ = slot.organ
    executive = organ.classification == "executive"
    shown = tuple(i for i in items if not (executive and i.closed))
    hidden = tuple(i for i in items if executive and i.closed)
    return DemoMeeting(
        organ=organ.key,
        organization=organ.name,
        department=organ.department,
        heading=heading_of(slot),
        kind="minutes" if minutes else "agenda",
        start=slot.start,
        end=slot.end,
        place=organ.place,
        attendees=_attendees(slot),
        items=shown,
        closed_items=hidden,
        notes=_notes(slot) if minutes else (),
    )


def _attendees(slot: Slot) -> tuple[tuple[str, bool], ...]:
    """(name, present) of those who take part in a rådmandsmøde; the other packages do not say."""
    if slot.organ.classification != "executive":
        return ()
    department = DEPARTMENTS[slot.organ.department]
    names = (department.head, department.director, *department.managers, department.secretary)
    away = {n for n in names[1:] if dice(n, slot.day) % 6 == 0}
    return tuple((name, name not in away) for name in sorted(names))


_NOTES = (
    "Husk at spørge til tidsplanen under punkt 2.",
    "Ring til formanden om rækkefølgen på udvalgsmødet.",
    "Egen note: tallene i bilaget stemmer ikke med sidste års regnskab, tag det op med økonomi.",
    "Vent med pressemeddelelsen til efter byrådsmødet.",
)


def _notes(slot: Slot) -> tuple[str, ...]:
    """Private notes at the end of some packages; they are never to be published."""
    roll = dice("notes", slot.organ.key, slot.day)
    if slot.organ.classification != "executive" or roll % 3:
        return ()
    return (_NOTES[roll // 3 % len(_NOTES)],)


def sitting(slot: Slot, today: date) -> tuple[Member, ...]:
    """The members of the body on the day of the meeting."""
    return members_of(slot.organ.key, after_turn=slot.day >= turn_of_term(today))
