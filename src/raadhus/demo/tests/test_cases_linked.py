"""How many of the journeys that the invented municipality knows are found again in its papers.

The truth is every pair of meetings that treated the same case. It is measured three times: with the papers as they
are, as if no paper but the council's had ever carried a case number, and as if there were no case numbers at all.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from raadhus.cases.models import Step
from raadhus.demo import load, packages
from raadhus.meetings.models import AgendaItem, Attachment
from raadhus.meetings.querysets import AgendaItemQuerySet
from raadhus.openness import Reader
from raadhus.timeline.life import life_of_item
from raadhus.timeline.linking import link_again
from raadhus.timeline.models import Link

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

Pair = frozenset[int]


@dataclass(frozen=True, slots=True)
class Measured:
    true: int
    found: int
    false: int
    suggested: int
    suggested_true: int

    @property
    def recall(self) -> float:
        return self.found / self.true

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false)

    def __str__(self) -> str:
        return (
            f"{self.found} of {self.true} true pairs found ({self.recall:.1%}), {self.false} false "
            f"(precision {self.precision:.1%}); {self.suggested} more suggested, {self.suggested_true} of them true"
        )


def test_the_journeys_are_found_again(home: Path, today: date) -> None:
    load(today=today)
    truth = true_pairs(today)
    as_they_are = measured(truth)
    strip_the_numbers(AgendaItem.objects.exclude(meeting__organization__classification="council"))
    the_councils = measured(truth)
    strip_the_numbers(AgendaItem.objects.all())
    without = measured(truth)

    print(f"\nas they are: {as_they_are}\nthe council's only: {the_councils}\nno numbers: {without}")
    assert as_they_are.recall >= 0.99
    assert as_they_are.precision >= 0.99
    assert the_councils.recall >= 0.98
    assert the_councils.precision >= 0.98
    assert without.recall >= 0.8
    assert without.precision >= 0.95


def true_pairs(today: date) -> set[Pair]:
    """Pairs of stored items that are the same case by the town hall's own books."""
    rows = {
        (str(item.meeting.organization), item.meeting.date, item.number): item.pk
        for item in AgendaItem.objects.filter(standing=False, closed=False, dropped=False).select_related(
            "meeting__organization"
        )
    }
    journeys: dict[str, set[int]] = defaultdict(set)
    for treated, case in _treatments(today):
        if treated in rows:
            journeys[case].add(rows[treated])
    return {frozenset(pair) for items in journeys.values() for pair in combinations(items, 2)}


def _treatments(today: date) -> Iterator[tuple[tuple[str, date, str], str]]:
    for package in packages(today):
        meeting = package.meeting
        for item in meeting.items if meeting else ():
            if meeting and item.story and item.case_number and not item.closed:
                name = meeting.organization
                body = f"{name} ({meeting.department})" if meeting.organ.startswith("r") else name
                yield (body, meeting.start.date(), item.number), item.case_number


def measured(truth: set[Pair]) -> Measured:
    """Every pair that stands in one timeline, and every pair that a timeline suggests."""
    together: set[Pair] = set()
    perhaps: set[Pair] = set()
    for item in AgendaItem.objects.filter(standing=False, closed=False, dropped=False):
        life = life_of_item(item, reader=Reader.operator())
        others = [e.item.pk for e in life.events if e.item and e.item != item and not e.item.closed]
        together |= {frozenset((item.pk, other)) for other in others}
        perhaps |= {frozenset((item.pk, s.item.pk)) for s in life.suggestions}
    perhaps -= together
    found = together & truth
    return Measured(len(truth), len(found), len(together - truth), len(perhaps), len(perhaps & truth))


def strip_the_numbers(of: AgendaItemQuerySet) -> None:
    """As if those items had no case numbers, and no paper told of a case's way."""
    Link.objects.all().delete()
    Step.objects.all().delete()
    Attachment.objects.update(case_number="")
    of.update(case=None)
    link_again(set(AgendaItem.objects.values_list("meeting", flat=True)))
