"""Hold what parsing read in a package against what the town hall knows of it."""

import re
from collections import Counter
from dataclasses import dataclass, field

from raadhus.demo import DemoItem, DemoMeeting, DemoPackage
from raadhus.parsing import ParsedItem, ParsedMeeting, ParsedPackage


@dataclass(slots=True)
class Score:
    """How many facts there are of each kind, how many were read, and examples of those that were not."""

    facts: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def hold(self, kind: str, want: object, got: object, where: str) -> None:
        self.facts[kind] += 1
        if want == got:
            self.read[kind] += 1
        else:
            self.misses.append(f"{kind}: {where}: {want!r} is not {got!r}")

    def recall(self, kind: str) -> float:
        return self.read[kind] / self.facts[kind]


def plain(text: str | None) -> str:
    """The words alone: no line breaks, no initials or minutes after a title, no full stop at the end."""
    words = " ".join((text or "").split())
    return re.sub(r" \((?:[A-ZÆØÅ-]{2,5}|\d+ min\.?)\)$", "", words).rstrip(".")


def compare(package: DemoPackage, parsed: ParsedPackage, score: Score) -> None:
    """Add the package's facts to the score."""
    meeting = package.meeting
    if meeting is None:
        score.hold("no meeting", 0, len(parsed.meetings), package.file_name)
        return
    own = [m for m in parsed.meetings if m.role == "package"]
    score.hold("meeting", 1, len(own), package.file_name)
    if own:
        _meeting(meeting, own[0], package.file_name, score)
    nested = sorted(_day(m) for m in parsed.meetings if m.role == "nested")
    score.hold("nested", sorted(f"{n.start:%Y-%m-%d}" for n in package.nested), nested, package.file_name)


def _day(meeting: ParsedMeeting) -> str:
    return meeting.start.value.isoformat()[:10] if meeting.start else ""


def _meeting(want: DemoMeeting, got: ParsedMeeting, where: str, score: Score) -> None:
    score.hold("organization", want.heading, got.organization.value if got.organization else None, where)
    score.hold("department", want.department or None, got.department.value if got.department else None, where)
    score.hold("kind", want.kind, got.kind, where)
    score.hold("start", want.start, got.start.value if got.start else None, where)
    present = [(a.name.value, a.status == "present") for a in got.attendees]
    score.hold("attendees", list(want.attendees), present, where)
    items = {item.number: item for item in got.items}
    for item in (*want.items, *want.closed_items):
        _item(item, items.get(item.number), f"{where}, punkt {item.number}", score)
    known = {item.number for item in (*want.items, *want.closed_items)}
    score.hold("no more items", [], [n for n in items if n not in known], where)


def _item(want: DemoItem, got: ParsedItem | None, where: str, score: Score) -> None:
    score.hold("item", True, got is not None, where)
    if got is None:
        return
    in_publication = where.startswith(("Dagsorden", "Referat")) and ".docx" not in where
    executive = "Rådmandsmøde" in where
    score.hold("title", plain(want.title), _title(got), where)
    if in_publication:
        score.hold("case number", want.case_number, got.case_number.value if got.case_number else "", where)
        route = [(s.organization, s.date, s.number) for s in want.route]
        score.hold("route", route, [_step(s) for s in got.route], where)
    if want.closed:
        score.hold("closed", "closed", got.visibility, where)
    elif in_publication:
        score.hold("open", "open", got.visibility, where)
    if not (executive and want.closed):
        score.hold("decision", plain(want.decision), plain(got.decision.value if got.decision else ""), where)
        score.hold("outcome", want.outcome, got.outcome, where)
        titles = [plain(a.title) for a in want.annexes]
        score.hold("annexes", titles, [plain(a.title.value) for a in got.attachments], where)
    if executive or ".docx" not in where:
        recommended = [plain(r) for r in want.recommendations]
        score.hold("recommendations", recommended, [plain(r.value) for r in got.recommendations], where)
    if executive:
        minutes = got.duration_minutes.value if got.duration_minutes else None
        score.hold("minutes", want.minutes if want.presenters else minutes, minutes, where)
        score.hold("presenters", sorted(want.presenters), sorted(p.value for p in got.presenters), where)


def _title(got: ParsedItem) -> str:
    return plain(got.title.value if got.title else "").removeprefix("Lukket: ")


def _step(step: object) -> tuple[object, object, object]:
    from raadhus.parsing import ParsedStep

    assert isinstance(step, ParsedStep)
    return (
        step.organization.value,
        step.date.value if step.date else None,
        step.number.value if step.number else None,
    )
