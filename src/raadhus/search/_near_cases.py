"""What to say of a case number that no paper has: that there is none, and which ones are like it."""

from collections.abc import Mapping

from django.db.models import Q
from django.utils.translation import gettext as _

from raadhus.core.danish import distance
from raadhus.meetings.models import AgendaItem
from raadhus.openness import Reader
from raadhus.search._numbers import normal_case_number

SHOWN, LOOKED_AT = 3, 50
FARTHEST = 2
"""So many figures may be wrong."""


def no_such_case(numbers: Mapping[str, str], *, reader: Reader) -> tuple[str, ...]:
    """A sentence for each number, with the cases that the reader may know of and whose numbers are most like it.

    `numbers` are normal forms, each with what was typed: people are told of the number that they wrote.
    """
    return tuple(_told(written, _near(number, reader)) for number, written in numbers.items())


def _told(number: str, near: list[str]) -> str:
    if not near:
        return _("Ingen sag har nummeret %(number)s.") % {"number": number}
    return _("Ingen sag har nummeret %(number)s. Mente du %(others)s?") % {
        "number": number,
        "others": _(" eller ").join(near),
    }


def _near(number: str, reader: Reader) -> list[str]:
    """Cases with the same running number, or with the same beginning, as far as they are like it."""
    last = number.rsplit("-", 1)[-1]
    like = Q(case__key__endswith=f"-{last}") | Q(case__key__startswith=number[:-1])
    items = AgendaItem.objects.visible_to(reader).filter(like, case__isnull=False)
    found = items.values_list("case__number", flat=True).distinct()[:LOOKED_AT]
    far = {other: distance(number, normal_case_number(other)) for other in found}
    near = [
        other for other in far if far[other] <= FARTHEST or normal_case_number(other).endswith(f"-{number}")
    ]
    return sorted(near, key=lambda other: (far[other], other))[:SHOWN]
