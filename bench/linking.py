"""What does tying cases together cost as the years pile up? Linking all of it, and one new meeting on top."""

import os
import random
import statistics
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypedDict

from bench.invented import FIRST, LAST
from bench.samples import set_up

SIZES = (5_000, 20_000, 80_000)
A_YEAR, ON_AGENDA, BODIES = 5_000, 10, 12
"""Items that a large town hall treats in a year, those on one agenda, and the bodies that meet."""
NEW_MEETINGS = 5
DEEDS = (
    "Godkendelse af {}", "Anlægsbevilling til {}", "Orientering om {}", "Høring om {}", "Udbud af {}",
    "Salg af {}", "Ny driftsaftale for {}", "Budgetopfølgning for {}", "Tilsyn med {}", "Renovering af {}",
    "Evaluering af {}", "Ansøgning om støtte til {}", "Udvidelse af {}", "Nedlæggelse af {}", "Takster for {}",
)  # fmt: skip
THINGS = (
    "cykelsti", "børnehave", "plejehjem", "folkeskole", "svømmehal", "bibliotek", "boligområde", "lokalplan",
    "idrætshal", "genbrugsplads", "spejderhytte", "regnvandsbassin", "sundhedshus", "ungdomsklub", "rundkørsel",
    "almene boliger", "støjskærm", "naturområde", "aktivitetscenter", "busrute", "musikskole", "herberg",
)  # fmt: skip
ENDINGS = ("", "vej", "gade", "skolen", "parken", "centret", "hallen", "kvarteret")
PLACES = ("{0} i {1}", "{0} ved {1}", "{0} på {1}", "{1}: {0}", "{0} nr. {2} i {1}", "{0}, {1} etape {2}")
A_SECOND, GROWTH = 400.0, 2.0
"""So many items a second at least; and one new meeting at most so many times dearer with the most stored."""


class Linked(TypedDict):
    items: int
    seconds: float
    items_a_second: float
    links: int
    new_meeting_ms: float


def measure_linking(folder: Path, size: int) -> Linked:
    """Call it in a process of its own: Django has one data directory in a process."""
    home = folder / f"linking-{size}"
    os.environ |= {"RAADHUS_HOME": str(home), "DJANGO_SETTINGS_MODULE": "raadhus.project.settings"}
    os.environ.pop("DATABASE_URL", None)
    set_up(home)
    import django

    django.setup()
    from raadhus.core.danish import words
    from raadhus.timeline.linking import catch_up
    from raadhus.timeline.models import Link

    words("børnehaverne")  # the dictionary is unpacked before the clock starts
    matters = _Matters()
    _store(matters, size // ON_AGENDA)
    started = time.perf_counter()
    catch_up()
    seconds = time.perf_counter() - started
    took = []
    for _ in range(NEW_MEETINGS):
        _store(matters, 1)
        started = time.perf_counter()
        catch_up()
        took.append((time.perf_counter() - started) * 1000)
    return Linked(
        items=size,
        seconds=round(seconds, 1),
        items_a_second=round(size / seconds),
        links=Link.objects.count(),
        new_meeting_ms=round(statistics.median(took)),
    )


class _Matters:
    """What the bodies take up: new matters, and those that another body treated some weeks ago."""

    def __init__(self) -> None:
        self.held = 0
        self.dice = random.Random(1)
        self._open: list[tuple[str, str | None]] = []

    @property
    def day(self) -> date:
        return date(1990, 1, 3) + timedelta(days=self.held * 365 * ON_AGENDA // A_YEAR)

    def agenda(self) -> list[tuple[str, str | None]]:
        """Titles and case numbers, and the clock put on to the next meeting."""
        self.held += 1
        agenda = []
        for _ in range(ON_AGENDA):
            if self._open and self.dice.random() < 0.5:
                again = self._open.pop(self.dice.randrange(len(self._open)))
                agenda.append((again[0], again[1] if self.dice.random() < 0.7 else None))
                continue
            number = f"EMN-{self.day.year}-{self.dice.randrange(10**6):06}"
            new = (self._title(), number if self.dice.random() < 0.7 else None)
            self._open.append(new)
            agenda.append(new)
        self._open = self._open[-200:]
        return agenda

    def _title(self) -> str:
        """What is done with which thing where: as agendas put it, the same words over and over."""
        place = self.dice.choice(FIRST) + self.dice.choice(LAST) + self.dice.choice(ENDINGS)
        what = self.dice.choice(DEEDS).format(self.dice.choice(THINGS))
        return self.dice.choice(PLACES).format(what, place, self.dice.randrange(100, 1000))


def _store(matters: _Matters, meetings: int) -> None:
    """The rows that `ingest` would have made of so many meetings."""
    from django.db import transaction
    from django.utils import timezone

    from raadhus.cases.actions import case_numbered
    from raadhus.core.journal import record
    from raadhus.meetings.choices import Kind
    from raadhus.meetings.models import AgendaItem, Meeting
    from raadhus.organisation.models import Body, Organization

    body, _ = Body.objects.get_or_create(name="Fjordby Kommune")
    owners: list[Any] = [
        Organization.objects.get_or_create(body=body, name=f"Udvalg {n}")[0] for n in range(BODIES)
    ]
    with transaction.atomic():
        for _ in range(meetings):
            agenda = matters.agenda()
            meeting = Meeting.objects.create(
                body=body, organization=matters.dice.choice(owners), date=matters.day,
                kind=Kind.MINUTES, published_at=timezone.now(),
            )  # fmt: skip
            AgendaItem.objects.bulk_create(
                AgendaItem(
                    meeting=meeting, number=str(n), position=n, title=title,
                    case=case_numbered(body, number) if number else None,
                )
                for n, (title, number) in enumerate(agenda, 1)
            )  # fmt: skip
            record("meeting.created", meeting, actor="bench")


def within(rows: list[Linked]) -> bool:
    dearest, cheapest = (pick(row["new_meeting_ms"] for row in rows) for pick in (max, min))
    return all(row["items_a_second"] >= A_SECOND for row in rows) and dearest <= GROWTH * cheapest


def table(rows: list[Linked]) -> list[str]:
    """The lines of the table in docs/how-well-cases-are-linked.md."""
    heads = (
        ("items", "items"),
        ("seconds", "linked in, s"),
        ("items_a_second", "items/s"),
        ("links", "links"),
        ("new_meeting_ms", "one new meeting, ms"),
    )
    lines = ["| " + " | ".join(head for _, head in heads) + " |", "|" + "---:|" * len(heads)]
    told: list[dict[str, object]] = [dict(row) for row in rows]
    return lines + ["| " + " | ".join(str(row[key]) for key, _ in heads) + " |" for row in told]
