"""What is suggested while somebody types: only what the reader may see."""

from datetime import date

import pytest

from raadhus.meetings.models import Attendance
from raadhus.openness import Reader
from raadhus.organisation.models import Membership, Organization, Person
from raadhus.search import suggestions
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, DRIFT, bo

pytestmark = pytest.mark.django_db


def offered(text: str, reader: Reader = CARLA) -> list[tuple[str, str]]:
    return [(found.kind, found.text) for found in suggestions(text, reader=reader)]


@pytest.fixture
def port() -> Organization:
    port = house.organization("Økonomiudvalget", short_name="ØU")
    item = house.item(
        house.version(port), "Øget sejlads i havnen", day=date(2025, 8, 27), case="SAG-2025-000123"
    )
    rita = Person.objects.create(body=port.body, name="Rita Holm")
    Attendance.objects.create(meeting=item.meeting, person=rita, status="present")
    return port


@pytest.mark.usefixtures("port")
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("økon", ("organization", "Økonomiudvalget")),
        ("øu", ("organization", "Økonomiudvalget")),
        ("økonomi 2025", ("meeting", "Økonomiudvalget 27. august 2025")),
        ("27. aug", ("meeting", "Økonomiudvalget 27. august 2025")),
        ("øget sej", ("case", "SAG-2025-000123")),
        ("sag 2025 123", ("case", "SAG-2025-000123")),
        ("SAG-2025-0001", ("case", "SAG-2025-000123")),
        ("rita", ("person", "Rita Holm")),
        ("holm rit", ("person", "Rita Holm")),
    ],
)
def test_carla_is_led_on_by_a_few_letters(typed: str, first: tuple[str, str]) -> None:
    assert offered(typed)[0] == first


@pytest.mark.parametrize("typed", ["", "ø", "?", "%", "_", "xq", "é" * 5000, "\x00"])
def test_nothing_is_offered_where_nothing_fits(port: Organization, typed: str) -> None:
    assert offered(typed) == []


def test_what_is_closed_or_a_draft_is_offered_to_its_own_only() -> None:
    council, other = house.organization("Byrådet"), house.organization("Fugleudvalget")
    secret = house.organization("Hemmelighedsudvalget")
    house.item(house.version(council), "Åben dagsorden", day=date(2025, 8, 27))
    house.item(
        house.version(council),
        "Hemmelighedsgrunden sælges",
        day=date(2025, 8, 27),
        case="HEM-2025-7",
        closed=True,
    )
    item = house.item(
        house.version(secret, draft=True), "Hemmelighedskladden", day=date(2025, 9, 3), case="HEM-2025-8"
    )
    gerda = Person.objects.create(body=council.body, name="Gerda Hemmelighed")
    Attendance.objects.create(meeting=item.meeting, person=gerda, status="present")
    Membership.objects.create(
        organization=secret, person=Person.objects.create(body=council.body, name="Hem Hemmelighed")
    )
    for typed in ("hemmelighed", "HEM-2025", "3. september 2025", "gerda"):
        assert offered(typed, CARLA) == []
        assert offered(typed, bo(other)) == []
        assert offered(typed, DRIFT) != []
    assert offered("hemmelighed", bo(council)) == [("case", "HEM-2025-7")]
    assert ("organization", "Hemmelighedsudvalget") in offered("hemmelighed", bo(secret))
    assert ("person", "Gerda Hemmelighed") in offered("hemmelighed", bo(secret))
