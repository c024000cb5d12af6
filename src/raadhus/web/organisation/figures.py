"""How much a body does, year by year: the figures behind the chart and its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear

from raadhus.meetings.models import Meeting
from raadhus.openness import Reader
from raadhus.organisation.models import Organization

TALLEST = 120
STEP = 72
WIDTH = 40


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    meetings: int
    items: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the chart; x, y, height in the units of the drawing."""

    year: Year
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


def years_of(organization: Organization, *, reader: Reader) -> list[Year]:
    """Count the meetings the reader may see and all their items, closed ones too, the oldest year first."""
    meetings = Meeting.objects.visible_to(reader).of(organization).filter(date__isnull=False)
    rows = (
        meetings.annotate(year=ExtractYear("date"))
        .values("year")
        .annotate(
            held=Count("pk", distinct=True),
            treated=Count("items", filter=Q(items__dropped=False), distinct=True),
        )
        .order_by("year")
    )
    return [Year(row["year"], row["held"], row["treated"]) for row in rows]


def chart_of(years: Sequence[Year]) -> Chart | None:
    """Lay out a bar of items for each year, at most the last twelve; None when there is too little to draw."""
    shown = list(years)[-12:]
    most = max((year.items for year in shown), default=0)
    if len(shown) < 2 or most == 0:
        return None
    bars = []
    for place, year in enumerate(shown):
        height = round(TALLEST * year.items / most)
        x = place * STEP + (STEP - WIDTH) // 2
        bars.append(Bar(year, x, TALLEST + 24 - height, height, x + WIDTH // 2))
    return Chart(tuple(bars), width=len(shown) * STEP)
