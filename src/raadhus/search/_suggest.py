"""Suggestions while someone types: meetings, cases, people and organizations that the reader may see."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from django.db.models import Exists, OuterRef, Q
from django.urls import NoReverseMatch, reverse

from raadhus.core.times import MONTHS, written
from raadhus.meetings.models import AgendaItem, Attendance, Meeting
from raadhus.openness import Reader
from raadhus.organisation.models import Membership, Organization, OrganizationQuerySet, Person
from raadhus.search._numbers import normal_case_number

EACH = 4
"""So many of each kind at most."""
SHORTEST, LONGEST = 2, 100
_WORD = re.compile(r"[^\W_]+")
Kind = Literal["organization", "meeting", "case", "person"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` is what is shown and filled in, `more` a word about it, `url` where it leads."""

    kind: Kind
    text: str
    more: str
    url: str


def suggestions(text: str, *, reader: Reader) -> list[Suggestion]:
    """Return what `text` may be the beginning of; empty for a text of one letter or none."""
    words = _WORD.findall(text[:LONGEST].lower())
    if len("".join(words)) < SHORTEST:
        return []
    return [
        *_organizations(words, reader=reader),
        *_meetings(words, reader=reader),
        *_cases(text, words, reader=reader),
        *_people(words, reader=reader),
    ]


def _organizations(words: list[str], *, reader: Reader) -> Iterator[Suggestion]:
    for found in _known(reader).filter(_all_in(words, "name", "short_name")).in_order()[:EACH]:
        yield Suggestion("organization", str(found), "", _address("organization", found.pk))


def _known(reader: Reader) -> OrganizationQuerySet:
    """Organizations that have met in the reader's sight."""
    meetings = Meeting.objects.visible_to(reader).filter(organization=OuterRef("pk"))
    return Organization.objects.filter(Exists(meetings))


def _meetings(words: list[str], *, reader: Reader) -> Iterator[Suggestion]:
    wanted = Q(date__isnull=False, organization__isnull=False)
    dated = False
    for word in words:
        day = _part_of_a_date(word)
        dated |= day is not None
        wanted &= _in(word, "organization__name", "organization__short_name") if day is None else day
    if not dated:
        return  # a body's name alone is the body, not each of its meetings
    found = Meeting.objects.visible_to(reader).filter(wanted).select_related("organization")
    for meeting in found.order_by("-date", "-pk")[:EACH]:
        when = written(meeting.date) if meeting.date else ""
        yield Suggestion("meeting", f"{meeting.organization} {when}", "", _address("meeting", meeting.pk))


def _part_of_a_date(word: str) -> Q | None:
    """The meetings whose date a word may be part of; None for a word that is no part of one."""
    if word.isdecimal() and len(word) == 4:
        return Q(date__year=int(word))
    if word.isdecimal() and len(word) < 3:
        return Q(date__day=int(word)) | Q(date__month=int(word))
    months = [n for n, month in enumerate(MONTHS, 1) if len(word) > 2 and month.startswith(word)]
    return Q(date__month__in=months) if months else None


def _cases(text: str, words: list[str], *, reader: Reader) -> Iterator[Suggestion]:
    items = AgendaItem.objects.visible_to(reader).filter(case__isnull=False, dropped=False)
    wanted = _all_in(words, "title")
    if any(letter.isdecimal() for letter in text):
        wanted |= Q(case__number__icontains=text.strip()) | Q(case__key__startswith=normal_case_number(text))
    newest = items.filter(wanted).order_by("-meeting__date", "-pk").values_list("case__number", "title")
    told: dict[str, str] = {}
    for number, title in newest[: EACH * 5]:
        told.setdefault(number, title)
    for number, title in list(told.items())[:EACH]:
        yield Suggestion("case", number, title, _address("case", number))


def _people(words: list[str], *, reader: Reader) -> Iterator[Suggestion]:
    met = Attendance.objects.filter(
        person=OuterRef("pk"), meeting__in=Meeting.objects.visible_to(reader).values("pk")
    )
    seated = Membership.objects.filter(person=OuterRef("pk"), organization__in=_known(reader).values("pk"))
    found = Person.objects.filter(_all_in(words, "name")).filter(Exists(met) | Exists(seated))
    for person in found.order_by("name")[:EACH]:
        yield Suggestion("person", person.name, "", "")


def _all_in(words: list[str], *fields: str) -> Q:
    """Each word stands in one of the fields."""
    wanted = Q()
    for word in words:
        wanted &= _in(word, *fields)
    return wanted


def _in(word: str, *fields: str) -> Q:
    """In lower case or capitalized: SQLite knows only a to z in both, and each form is looked for in every title."""
    found = Q()
    for field in fields:
        for form in {word} if word.isascii() else {word, word.capitalize(), word.upper()}:
            found |= Q(**{f"{field}__icontains": form})
    return found


def _address(name: str, *args: object) -> str:
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""
