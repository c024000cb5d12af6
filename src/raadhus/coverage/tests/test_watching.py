from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from raadhus.coverage import Watch, watch
from raadhus.coverage.watching import after, usual_gap
from raadhus.ingest.actions import store_package
from raadhus.meetings.models import Meeting
from raadhus.meetings.tests.papers import item, meeting, package
from raadhus.openness import Reader
from raadhus.organisation.models import Body
from raadhus.parsing import ParsedMeeting
from raadhus.parsing.announcements import next_meeting_in

ANNA, CARLA = Reader.operator(), Reader.anonymous()
FIRST = date(2031, 1, 8)


def held(day: date, *items: object, kind: str = "minutes") -> ParsedMeeting:
    start = datetime(day.year, day.month, day.day, 16)
    return meeting(*items, start=start, organization="Teknisk Udvalg", kind=kind)  # type: ignore[arg-type]


def take_in(*meetings: ParsedMeeting, text: str = "", publish: bool = True) -> None:
    body, _ = Body.objects.get_or_create(name="Sønderbæk Kommune")
    for parsed in meetings:
        name = f"papir {Meeting.objects.count()}"
        store_package(package(parsed, name=name, text=text), by=ANNA, body=body, publish=publish)


def seen(today: date, reader: Reader = CARLA) -> Watch:
    (one,) = watch(reader=reader, today=today)
    return one


def fortnightly(number: int) -> list[ParsedMeeting]:
    return [held(FIRST + timedelta(days=14 * n)) for n in range(number)]


def test_july_is_no_part_of_the_rhythm() -> None:
    assert after(date(2031, 6, 25), 14) == date(2031, 8, 9)
    days = [date(2031, 5, 28), date(2031, 6, 11), date(2031, 6, 25), date(2031, 8, 9)]
    assert usual_gap(days) == 14
    assert usual_gap(days[:3]) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Næste møde er den 2. april 2031 kl. 16.", date(2031, 4, 2)),
        ("Næste ordinære udvalgsmøde: 02-04-2031", date(2031, 4, 2)),
        ("På næste møde drøftes budgettet.", None),
        ("Mødet den 2. april 2031 var godt.", None),
    ],
)
def test_a_paper_announces_the_next_meeting(text: str, day: date | None) -> None:
    assert next_meeting_in(text) == day


@pytest.mark.django_db
def test_a_body_that_kept_its_rhythm_is_silent_a_week_after_the_day() -> None:
    take_in(*fortnightly(5))
    last = FIRST + timedelta(days=56)
    one = seen(last + timedelta(days=14 + 7))
    assert (one.every, one.expected, one.silent) == (14, last + timedelta(days=14), False)
    assert seen(last + timedelta(days=14 + 8)).silent


@pytest.mark.django_db
def test_with_few_meetings_nobody_can_tell() -> None:
    take_in(*fortnightly(3))
    one = seen(date(2040, 1, 1))
    assert (one.every, one.expected, one.silent) == (None, None, False)


@pytest.mark.django_db
def test_what_was_announced_goes_before_the_rhythm() -> None:
    take_in(held(FIRST, item("1", "Eventuelt")), text="Næste møde er den 2. april 2031.")
    one = seen(date(2031, 4, 10))
    assert (one.expected, one.announced, one.silent) == (date(2031, 4, 2), True, True)


@pytest.mark.django_db
def test_minutes_are_late_after_a_fortnight() -> None:
    take_in(held(FIRST, kind="agenda"), held(FIRST + timedelta(days=30)))
    assert [m.date for m in seen(FIRST + timedelta(days=14)).late] == []
    assert [m.date for m in seen(FIRST + timedelta(days=15)).late] == [FIRST]


@pytest.mark.django_db
def test_annexes_of_closed_items_are_not_counted_for_strangers() -> None:
    open_item = item("1", "Cykelsti", annexes=("Kort",))
    closed = item("2", "Køb af grund", visibility="closed", annexes=("Tilbud", "Kort"))
    take_in(held(FIRST, open_item, closed))
    Meeting.objects.get().items.get(number="1").attachments.update(first_page=None, last_page=None)
    Meeting.objects.get().items.get(number="2").attachments.update(first_page=None, last_page=None)
    assert [number for _, number in seen(FIRST).missing] == [1]
    assert [number for _, number in seen(FIRST, ANNA).missing] == [3]


@pytest.mark.django_db
def test_drafts_are_nobody_elses_business(client: Client) -> None:
    take_in(*fortnightly(5), publish=False)
    assert watch(reader=CARLA) == []
    assert "Teknisk Udvalg" not in client.get(reverse("missing")).content.decode()


@pytest.mark.django_db
def test_the_page_says_what_is_missing(client: Client) -> None:
    take_in(held(FIRST, item("1", "Cykelsti"), kind="agenda"))
    Meeting.objects.update(date=date(2021, 1, 6), start=None)
    page = client.get(reverse("missing")).content.decode()
    assert "Referater, der mangler" in page
    assert "6. januar 2021" in page
