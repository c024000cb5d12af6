"""A committee's agenda as its secretariat writes it: "Dagsorden kort", then purpose, method, time and annexes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from raadhus.demo._model import DemoItem, DemoMeeting
from raadhus.demo._people import DEPARTMENTS
from raadhus.demo._words import long_date
from raadhus.demo.layouts._blocks import Block

SHORT = {"Godkendelse", "Skriftlige", "Sager", "Eventuelt"}


def timed(meeting: DemoMeeting) -> DemoMeeting:
    """The meeting with its minutes shared out: the fixed items get five, the cases divide the rest."""
    whole = int((meeting.end - meeting.start).total_seconds()) // 60
    fixed = [_is_fixed(item) for item in meeting.items]
    cases = len(fixed) - sum(fixed)
    share = (whole - 5 * sum(fixed)) // max(1, cases) // 5 * 5
    items = tuple(
        replace(item, minutes=5 if is_fixed else max(5, share))
        for item, is_fixed in zip(meeting.items, fixed, strict=True)
    )
    return replace(meeting, items=items)


def _is_fixed(item: DemoItem) -> bool:
    return (item.title or "").split()[0] in SHORT


def memo_head(meeting: DemoMeeting) -> tuple[Block, ...]:
    """What stands before the items."""
    title = meeting.organization.removesuffix("et") + "smøde"
    rows = [Block("bold", f"Emne: {title}")]
    rows.append(Block("small", f"Mødedato: {long_date(meeting.start.date())}"))
    rows.append(Block("small", f"Mødetid: Kl. {meeting.start:%H.%M} – {meeting.end:%H.%M}"))
    rows.append(Block("small", f"Mødested: {meeting.place}"))
    rows.append(Block("gap"))
    rows.append(Block("bold", "Dagsorden kort:"))
    rows += [Block("small", f"{item.number}. {item.shown_title}") for item in meeting.items]
    rows.append(Block("gap"))
    return tuple(rows)


def memo_items(meeting: DemoMeeting, chair: str) -> Iterator[Block]:
    """The items, each with its purpose, method, who answers for it, its time and its annexes."""
    start = meeting.start
    for item in meeting.items:
        minutes = item.minutes or 5
        end = start + timedelta(minutes=minutes)
        yield Block("heading", f"{item.number}. {item.shown_title}")
        first, *rest = _purpose(item, meeting)
        yield Block("text", f"Baggrund/formål: {first}")
        yield from (Block("text", paragraph) for paragraph in rest)
        if item.department:
            yield Block("text", "Metode: Mundtlig orientering og drøftelse")
        responsible = DEPARTMENTS[item.department].director if item.department else chair
        yield Block("text", f"Ansvarlig: {responsible}")
        yield Block("text", f"Tid: {start:%H.%M} – {end:%H.%M} ({minutes} min.)")
        if item.annexes:
            yield Block("bold", "Bilag:")
            yield from (Block("small", f"- {annex.title}") for annex in item.annexes)
        yield Block("gap")
        start = end


def _purpose(item: DemoItem, meeting: DemoMeeting) -> tuple[str, ...]:
    if item.closed:
        return ("Punktet er lukket.",)
    title = item.title or ""
    if title == "Godkendelse af dagsorden":
        return (f"Dagsordenen for mødet i {meeting.organization} godkendes.",)
    if title.startswith("Godkendelse af referat"):
        return (f"Udvalget orienteres om referatet fra det seneste møde i {meeting.organization}.",)
    found = tuple(
        p for section in item.sections if not section.heading.isupper() for p in section.paragraphs if p
    )
    return found[:4] or ("Eventuelle bemærkninger fra udvalgets medlemmer.",)
