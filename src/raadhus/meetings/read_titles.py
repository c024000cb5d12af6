"""What the papers call items that people have corrected: the papers go on saying so, in lists and headings too."""

import copy
from collections.abc import Iterable

from raadhus.cases.models import Case
from raadhus.core.case_numbers import normal_case_number
from raadhus.meetings.choices import Corrected
from raadhus.meetings.models import AgendaItem, Correction
from raadhus.meetings.querysets import AgendaItemQuerySet


def read_titles(items: Iterable[AgendaItem]) -> dict[int, str]:
    """The titles in the papers of those of `items` that have been given another, by the items' ids."""
    corrected = Correction.objects.filter(item__in=items, what=Corrected.TITLE)
    return dict(corrected.values_list("item_id", "told"))


def all_titles(items: AgendaItemQuerySet) -> set[tuple[int, str]]:
    """Every title of `items`, the papers' and the corrected ones, each with its meeting's id."""
    told = Correction.objects.filter(item__in=items, what=Corrected.TITLE).exclude(told="")
    titles = set(items.exclude(title="").values_list("meeting_id", "title"))
    return titles | set(told.values_list("item__meeting_id", "told"))


def as_read(items: Iterable[AgendaItem]) -> list[AgendaItem]:
    """Copies, never to be saved, of the corrected ones of `items`, with title and case as the papers have them."""
    copies: dict[int, AgendaItem] = {}
    rows = {item.pk: item for item in items}
    corrected = Correction.objects.filter(item__in=rows, what__in=(Corrected.TITLE, Corrected.CASE))
    for one in corrected:
        row = copies.setdefault(one.item_id, copy.copy(rows[one.item_id]))
        if one.what == Corrected.TITLE:
            row.title = one.told
        else:
            key = normal_case_number(one.told)
            row.case = Case.objects.filter(body=row.meeting.body_id, key=key).first() if one.told else None
    return list(copies.values())
