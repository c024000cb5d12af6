"""A body's work year by year: the figures, and the chart drawn from them."""

from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.meetings.models import Meeting
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.workload import Workload, measure

YEARS = 6
TALLEST = 120
STEP = 72
WIDTH = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """One year's items; all lengths in the units of the drawing."""

    year: int
    items: int
    x: int
    y: int
    height: int
    middle: int


@dataclass(frozen=True, slots=True)
class Chart:
    bars: tuple[Bar, ...]
    width: int
    height: int = TALLEST + 48
    floor: int = TALLEST + 24
    bar_width: int = WIDTH


def years_of(organization: Organization, *, reader: Reader) -> list[Workload]:
    """Measure the body's latest years, the newest first, as far as the reader may see them."""
    meetings = Meeting.objects.visible_to(reader).of(organization)
    years = meetings.dates("date", "year", order="DESC")[:YEARS]
    return [measure(organization, year=day.year, reader=reader) for day in years]


def chart_of(years: Sequence[Workload]) -> Chart | None:
    """Lay out a bar of items for each year, the oldest first; None where there is too little to compare."""
    most = max((year.items for year in years), default=0)
    if len(years) < 2 or most == 0:
        return None
    bars = []
    for place, year in enumerate(reversed(years)):
        height = round(TALLEST * year.items / most)
        x = place * STEP + (STEP - WIDTH) // 2
        bars.append(Bar(year.year, year.items, x, TALLEST + 24 - height, height, x + WIDTH // 2))
    return Chart(tuple(bars), width=len(years) * STEP)
