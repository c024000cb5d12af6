"""A case's way: which meeting treats which case, as the meetings come, and what each of them decides."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from raadhus.demo._calendar import Slot, first_day
from raadhus.demo._decisions import Said, decide
from raadhus.demo._people import DEPARTMENTS
from raadhus.demo._words import dice, fill, pick
from raadhus.demo.stories import Stop, Story

# At most so many cases a meeting, beside the fixed items.
ROOM = {"BYR": 10, "MAG": 9, "rMTM": 6, "rMBU": 5, "rMSO": 5}
ROOM_ELSEWHERE = 5

# How many days a case rests before the next body takes it up.
REST = {"BYR": 6, "MAG": 10}
REST_ELSEWHERE = 7


@dataclass(frozen=True, slots=True)
class Visit:
    """A case at a meeting. `said` is None while no minutes tell of it."""

    stop: Stop
    slot: Slot
    number: str
    said: Said | None


@dataclass(slots=True)
class Journey:
    """A case under way."""

    story: Story
    begun: date
    case_number: str
    officer: str
    ready: date
    visits: list[Visit] = field(default_factory=list)
    stuck: bool = False

    @property
    def next_stop(self) -> Stop | None:
        at = len(self.visits)
        return None if self.stuck or at >= len(self.story.way) else self.story.way[at]

    @property
    def recommended(self) -> date | None:
        """The day the magistrat last recommended it to the council."""
        days = [v.slot.day for v in self.visits if v.stop.organ == "MAG" and v.stop.verb == "anbefalet"]
        return days[-1] if days else None

    @property
    def closed(self) -> bool:
        return "closed" in self.story.facts

    def text(self, raw: str) -> str:
        return fill(raw, self.begun)

    def awaits(self, slot: Slot) -> bool:
        stop = self.next_stop
        return stop is not None and stop.organ == slot.organ.key and self.ready <= slot.day

    def visit(self, slot: Slot, number: str, *, held: bool) -> Visit:
        """Take the case through `slot`; without minutes (`held` false) its way ends there for now."""
        stop = self.story.way[len(self.visits)]
        said = decide(self.story, stop, slot.day, recommended=self.recommended) if held else None
        if said is not None:
            said = Said(self.text(said.text), said.outcome)
        visit = Visit(stop, slot, number, said)
        self.visits.append(visit)
        self.stuck = said is None
        following = self.next_stop
        if following is not None:
            self.ready = slot.day + timedelta(days=REST.get(following.organ, REST_ELSEWHERE))
        return visit


def journeys(stories: Sequence[Story], today: date) -> tuple[Journey, ...]:
    """Every case that begins within the two years, with its number and its case officer."""
    begun = [(start, story) for i, story in enumerate(stories) for start in _starts(story, i, today)]
    taken: set[str] = set()
    return tuple(
        Journey(
            story=story,
            begun=start,
            case_number=_case_number(story, start, taken),
            officer=story.facts.get("officer")
            or pick(DEPARTMENTS[story.facts["department"]].officers, story.key),
            ready=start,
        )
        for start, story in sorted(begun, key=lambda pair: (pair[0], pair[1].key))
    )


def _starts(story: Story, position: int, today: date) -> Iterator[date]:
    first = first_day(today)
    weeks = (today - first).days // 7 + 4
    if "month" in story.facts:
        yield _month(first, int(story.facts["month"]))
        return
    week = _week(story.facts.get("week"), position, (today - first).days // 7)
    every = int(story.facts.get("repeats", weeks))
    while week < weeks:
        yield first + timedelta(weeks=week)
        week += every


def _week(told: str | None, position: int, now: int) -> int:
    """Weeks from the beginning; `today+1` counts from the day itself, and no word means spread evenly."""
    if told is None:
        return position * 618 % 1000 * (now - 1) // 1000  # the golden section leaves no gaps
    return now + int(told[5:] or 0) if told.startswith("today") else int(told)


def _month(first: date, month: int) -> date:
    """The 5th of the first such month in the two years."""
    year = first.year if (first.month, first.day) <= (month, 5) else first.year + 1
    return date(year, month, 5)


def _case_number(story: Story, begun: date, taken: set[str]) -> str:
    if "number" in story.facts and "repeats" not in story.facts:
        return story.facts["number"]
    year = (begun - timedelta(days=35)).year
    serial = dice(story.key, begun) % 17_000 + 200
    while f"EMN-{year}-{serial:06d}" in taken:
        serial += 1
    number = f"EMN-{year}-{serial:06d}"
    taken.add(number)
    return number
