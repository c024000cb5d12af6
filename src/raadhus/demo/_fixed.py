"""The items every agenda has: approving the minutes, preparing the next meeting, anything else."""

from collections.abc import Callable, Sequence
from datetime import date

from raadhus.demo._calendar import Slot
from raadhus.demo._model import DemoAnnex, DemoItem, DemoSection
from raadhus.demo._people import DEPARTMENTS, ORGANS
from raadhus.demo._words import dice, long_date, pick
from raadhus.demo.stories import lines_of
from raadhus.parsing import Outcome

Make = Callable[[str], DemoItem]


def opening_items(slot: Slot, previous: Slot | None) -> list[Make]:
    """What comes before the cases."""
    key = slot.organ.key
    if slot.organ.classification == "executive":
        return [_last_minutes(slot, previous)] if previous else [_fixed("Dagsorden", "Godkendt.", "adopted")]
    items = [_fixed("Godkendelse af dagsorden", "Godkendt.", "adopted", case=_standing_case(key, slot.day))]
    if slot.organ.classification == "committee" and previous:
        items.append(_last_minutes(slot, previous))
    if key == "BYR" and dice("spørgetid", slot.day) % 3 == 0:
        items.append(_questions(slot))
    return items


def closing_items(slot: Slot, calendar: Sequence[Slot]) -> list[Make]:
    """What comes after them."""
    match slot.organ.classification:
        case "executive":
            return _executive_closing(slot, calendar)
        case "committee":
            return [_briefings(slot), _coming(slot), _fixed("Eventuelt", "Intet til referat.", "none")]
        case "magistrate":
            return [_fixed("Eventuelt", "Intet til referat.", "none")]
    return []


def _fixed(
    title: str, decision: str, outcome: Outcome, *, case: str = "", minutes: int | None = None
) -> Make:
    def make(number: str) -> DemoItem:
        return DemoItem(number, title, case_number=case, decision=decision, outcome=outcome, minutes=minutes)

    return make


def _standing_case(key: str, day: date) -> str:
    return f"EMN-{day.year}-{dice('fast', key, day.year) % 900 + 100:06d}"


def _last_minutes(slot: Slot, previous: Slot) -> Make:
    def make(number: str) -> DemoItem:
        when = long_date(previous.day)
        if slot.organ.classification == "executive":
            title = f"Godkendelse af referat fra den {when}"
            annex = DemoAnnex(f"{previous.day:%Y%m%d}-Rådmandsmøde.pdf", content="minutes")
        else:
            title = f"Godkendelse af referat fra mødet den {when}"
            annex = DemoAnnex(f"Referat fra mødet den {when}")
        decision = pick(("Godkendt.", "Godkendt uden bemærkninger."), "referat", slot.day)
        return DemoItem(number, title, annexes=(annex,), decision=decision, outcome="adopted")

    return make


def _questions(slot: Slot) -> Make:
    line = pick(lines_of("spoergetid"), slot.day)
    question, answer = line.split(" | ")

    def make(number: str) -> DemoItem:
        section = DemoSection(
            "", ("Spørgetiden varer højst 30 minutter og ligger før mødets øvrige punkter.", question)
        )
        return DemoItem(
            number, "Spørgetid for borgere", sections=(section,), decision=answer, outcome="other"
        )

    return make


def _briefings(slot: Slot) -> Make:
    chosen = _some("orienteringer-" + slot.organ.key.lower().replace("ø", "oe"), slot, 3)

    def make(number: str) -> DemoItem:
        text = tuple(f"{letter}) {line}" for letter, line in zip("ABC", chosen, strict=False))
        return DemoItem(
            number, "Skriftlige orienteringer", sections=(DemoSection("Sagsfremstilling", text),),
            decision="Taget til efterretning.", outcome="noted",
        )  # fmt: skip

    return make


def _coming(slot: Slot) -> Make:
    def make(number: str) -> DemoItem:
        intro = "Udvalget orienteres på hvert møde om sager, der er på vej til byrådet fra afdelingen."
        return DemoItem(
            number, "Sager på vej til byrådet", sections=(DemoSection("Sagsfremstilling", (intro,)),),
            annexes=(DemoAnnex(f"Sager på vej pr. {long_date(slot.day)}"),),
            decision="Intet til referat.", outcome="none",
        )  # fmt: skip

    return make


def _some(name: str, slot: Slot, count: int) -> tuple[str, ...]:
    lines = lines_of(name)
    start = dice(name, slot.day) % len(lines)
    return tuple(lines[(start + i) % len(lines)] for i in range(min(count, len(lines))))


def _executive_closing(slot: Slot, calendar: Sequence[Slot]) -> list[Make]:
    committee = DEPARTMENTS[slot.organ.department].committee
    items = [
        _prepare(slot, _next(calendar, committee, slot.day)),
        _prepare(slot, _next(calendar, "BYR", slot.day)),
    ]
    items.append(_fixed("Bordrunde", "Intet at bemærke.", "none", minutes=5))
    items.append(_fixed("Evt.", "Intet til referat.", "none"))
    return [item for item in items if item is not None]


def _next(calendar: Sequence[Slot], key: str, after: date) -> Slot | None:
    return next((s for s in calendar if s.organ.key == key and s.day > after), None)


def _prepare(slot: Slot, coming: Slot | None) -> Make | None:
    if coming is None:
        return None
    body = "byrådsmødet" if coming.organ.key == "BYR" else ORGANS[coming.organ.key].name
    # Its agenda is annexed when it is written by then: a fortnight ahead at most.
    has_agenda = coming.organ.classification == "committee" and (coming.day - slot.day).days <= 14
    when = long_date(coming.day)

    def make(number: str) -> DemoItem:
        annexes: tuple[DemoAnnex, ...] = ()
        if has_agenda:
            annexes = (
                DemoAnnex(
                    f"Dagsorden til mødet i {body} den {when}.docx", content=f"agenda {coming.organ.key}"
                ),
            )
        return DemoItem(
            number, f"Forberedelse til {body} den {when}", minutes=10, annexes=annexes,
            decision=pick(("Drøftet.", "Drøftet uden bemærkninger til referat."), slot.day, body), outcome="discussed",
        )  # fmt: skip

    return make
