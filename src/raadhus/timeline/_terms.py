"""The terms of titles in the database, so that a new meeting is compared with a few and not with all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from django.db.models import Count, Q

from raadhus.meetings.models import AgendaItem
from raadhus.meetings.querysets import AgendaItemQuerySet
from raadhus.organisation.models import Body
from raadhus.timeline._nearness import terms_of
from raadhus.timeline._titles import read_title
from raadhus.timeline.models import LONGEST_TERM, TitleTerm

AT_ONCE = 500
"""So many values in one question to the database."""

_T = TypeVar("_T")


def comparable(body: Body) -> AgendaItemQuerySet:
    """The items whose titles say what they treat. A closed title is compared with nothing."""
    items = AgendaItem.objects.filter(meeting__body=body, closed=False, standing=False, dropped=False)
    return items.exclude(title="")


def keep_terms(body: Body, meetings: set[int]) -> None:
    """Make the stored terms those of the meetings' titles as they are now."""
    wanted: set[tuple[int, str, date | None]] = set()
    of_meetings = comparable(body).filter(meeting__in=meetings)
    for pk, title, day in of_meetings.values_list("pk", "title", "meeting__date"):
        wanted |= {(pk, term[:LONGEST_TERM], day) for term in terms_of(read_title(title))}
    rows = TitleTerm.objects.filter(item__meeting__in=meetings)
    there = {(item, term, day): pk for pk, item, term, day in rows.values_list("pk", "item", "term", "day")}
    for gone in portions([pk for key, pk in there.items() if key not in wanted]):
        TitleTerm.objects.filter(pk__in=gone).delete()
    TitleTerm.objects.bulk_create(
        [
            TitleTerm(item_id=item, term=term, day=day)
            for item, term, day in wanted
            if (item, term, day) not in there
        ],
        batch_size=AT_ONCE,
    )


class StoredShelf:
    """The stored terms of titles from `first` to `last`, and of the undated; of all where neither is given."""

    def __init__(self, first: date | None, last: date | None) -> None:
        near = Q(day__range=(first, last)) | Q(day=None) if first and last else Q()
        self._rows = TitleTerm.objects.filter(near)

    def how_common(self, terms: Collection[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for some in portions(_cut(terms)):
            counted = self._rows.filter(term__in=some).values("term").annotate(number=Count("pk"))
            found |= dict(counted.values_list("term", "number"))
        return found

    def holders(self, terms: Collection[str]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for some in portions(_cut(terms)):
            for term, item in self._rows.filter(term__in=some).values_list("term", "item"):
                found[term].append(item)
        return found


def _cut(terms: Iterable[str]) -> list[str]:
    return sorted({term[:LONGEST_TERM] for term in terms})


def portions(values: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for at in range(0, len(values), AT_ONCE):
        yield values[at : at + AT_ONCE]
