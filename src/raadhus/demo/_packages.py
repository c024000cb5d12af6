"""Which files come of the meetings, what each of them tells, and in which order they arrive."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from raadhus.demo._meetings import HeldMeeting, meetings
from raadhus.demo._model import DemoItem, DemoMeeting, DemoPackage
from raadhus.demo._words import dashed, dice, long_date
from raadhus.demo.layouts._memo import timed
from raadhus.demo.stories import all_stories

AGENDA_DAYS = 6
REISSUE_DAYS = 3
MINUTES_DAYS = 8
MAGISTRAT_DAYS = 2
LATE_MINUTES_DAYS = 38

HANDBOOK = "Byrådshåndbog for Hjelmsund Kommune.pdf"

# These committees send their agenda as a Word file.
IN_WORD = ("KU", "SBU")


def packages(today: date) -> tuple[DemoPackage, ...]:
    """Return every file of the two years around `today`, in the order in which they arrive."""
    held = meetings(today)
    found = [p for meeting in held for p in _of(meeting, held)]
    found += [
        DemoPackage(
            f"Betænkning - § 17, stk. 4-udvalget Tæt på {today.year}.pdf", "report", _at(today, -200)
        ),
        DemoPackage(HANDBOOK, "handbook", _at(today, -300)),
        DemoPackage(f"Budget {today.year} - bevillinger og takster.pdf", "budget", _at(today, -260)),
    ]
    latest = datetime.combine(today, time(8, 0))
    found = [replace(p, arrives=min(p.arrives, latest)) for p in found]
    kinds = {"agenda": 0, "minutes": 1}
    return tuple(
        sorted(
            found,
            key=lambda p: (
                p.arrives,
                p.meeting.start if p.meeting else p.arrives,
                kinds[p.meeting.kind] if p.meeting else 0,
                p.file_name,
            ),
        )
    )


def _at(day: date, days: int, hour: int = 12) -> datetime:
    return datetime.combine(day + timedelta(days=days), time(hour, 0))


def _of(held: HeldMeeting, every: Sequence[HeldMeeting]) -> Iterator[DemoPackage]:
    if held.slot.organ.classification == "executive":
        yield from _executive(held, every)
        return
    key, day = held.slot.organ.key, held.slot.day
    roll = dice("pakke", key, day)
    if key in IN_WORD:
        name = f"Dagsorden til møde i {held.agenda.organization} {long_date(day)}.docx"
        yield DemoPackage(name, "committee-docx", _at(day, -AGENDA_DAYS), timed(held.agenda))
    elif held.minutes is None or roll % 2 == 0:
        agenda = f"Dagsorden {held.agenda.heading} {dashed(day)}"
        first = _first_issue(held.agenda) if key == "BYR" and roll % 5 < 3 else None
        if first is not None:
            yield DemoPackage(f"{agenda}.pdf", "council-pdf", _at(day, -AGENDA_DAYS), first)
            yield DemoPackage(
                f"{agenda} (revideret).pdf", "council-pdf", _at(day, -REISSUE_DAYS), held.agenda
            )
        else:
            yield DemoPackage(f"{agenda}.pdf", "council-pdf", _at(day, -AGENDA_DAYS), held.agenda)
    if held.minutes is not None:
        days = MAGISTRAT_DAYS if key == "MAG" else LATE_MINUTES_DAYS if roll % 11 == 0 else MINUTES_DAYS
        name = f"Referat {held.minutes.heading} {dashed(day)}.pdf"
        yield DemoPackage(name, "council-pdf", _at(day, days), held.minutes)


def _first_issue(agenda: DemoMeeting) -> DemoMeeting | None:
    """The agenda as first sent out: without its last open case, and with titles that were changed later."""
    cases = [item for item in agenda.items if item.story and not item.closed]
    if len(cases) < 3:
        return None
    drafts = {story.key: story.facts["draft"] for story in all_stories() if "draft" in story.facts}
    kept = [item for item in agenda.items if item is not cases[-1]]
    return replace(agenda, items=tuple(_draft(item, n, drafts) for n, item in enumerate(kept, start=1)))


def _draft(item: DemoItem, number: int, drafts: dict[str, str]) -> DemoItem:
    return replace(item, number=str(number), title=drafts.get(item.story, item.title))


def _executive(held: HeldMeeting, every: Sequence[HeldMeeting]) -> Iterator[DemoPackage]:
    key, day = held.slot.organ.key, held.slot.day
    docx = key == "rMSO"
    layout, extension = ("executive-docx", "docx") if docx else ("executive-pdf", "pdf")
    name = f"{held.agenda.department} - Rådmandsmøde {dashed(day)}"
    nested = () if docx else tuple(_nested(held, every))
    if held.minutes is None or dice("pakke", key, day) % 3 == 0:
        yield DemoPackage(
            f"{name} (dagsorden).{extension}", layout, _at(day, -4), _without(held.agenda, nested), nested
        )
    if held.minutes is not None:
        yield DemoPackage(f"{name}.{extension}", layout, _at(day, 5), _without(held.minutes, nested), nested)


def _nested(held: HeldMeeting, every: Sequence[HeldMeeting]) -> Iterator[DemoMeeting]:
    """The meetings that annexes reprint: the former one's minutes, the committee's coming agenda."""
    if held.previous is not None and held.previous.minutes is not None:
        yield held.previous.minutes
    wanted = {
        a.content.split(" ")[1]
        for i in held.agenda.items
        for a in i.annexes
        if a.content.startswith("agenda")
    }
    for key in sorted(wanted):
        yield timed(next(m.agenda for m in every if m.slot.organ.key == key and m.slot.day > held.slot.day))


def _without(meeting: DemoMeeting, nested: Sequence[DemoMeeting]) -> DemoMeeting:
    """The meeting without annexes that there is nothing to reprint for."""
    has_minutes = any(n.kind == "minutes" for n in nested)
    items = tuple(
        replace(i, annexes=tuple(a for a in i.annexes if a.content != "minutes" or has_minutes))
        for i in meeting.items
    )
    return replace(meeting, items=items)
