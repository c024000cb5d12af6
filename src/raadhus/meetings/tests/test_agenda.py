import pytest
from django.utils import timezone

from raadhus.documents.actions import store_version
from raadhus.meetings.agenda import agenda
from raadhus.meetings.models import AgendaItem, Attachment, Meeting
from raadhus.meetings.telling import tell_meeting
from raadhus.meetings.tests.papers import item, meeting, package
from raadhus.openness import Reader
from raadhus.organisation.models import Body

pytestmark = pytest.mark.django_db

CARLA = Reader.anonymous()


@pytest.fixture
def held() -> Meeting:
    body = Body.objects.create(name="Sønderbæk Kommune")
    parsed = meeting(
        item("1", "Ny svømmehal", annexes=("Notat",)),
        item("2", "Lukket: Køb af grund", visibility="closed", decision="Købes.", annexes=("Pris",)),
    )
    anna, now = Reader.operator(), timezone.now()
    stored = store_version(
        package(parsed), by=anna, body=body, document=None, organization=None, published_at=now
    )
    tell_meeting(parsed, stored, told={}, body=body, by=anna, published_at=now)
    return Meeting.objects.get()


def test_carla_sees_the_number_of_a_closed_item_and_nothing_else(held: Meeting) -> None:
    first, second = agenda(held, reader=CARLA)
    assert (first.title, first.hidden) == ("Ny svømmehal", False)
    assert (second.number, second.hidden) == ("2", True)
    assert (second.title, second.decision, second.row, second.attachments) == (None, None, None, ())


def test_a_member_of_the_body_sees_it_all(held: Meeting) -> None:
    assert held.organization_id is not None
    bo = Reader("bo", organizations=frozenset({held.organization_id}))
    second = agenda(held, reader=bo)[1]
    assert (second.title, second.decision) == ("Lukket: Køb af grund", "Købes.")
    assert [a.title for a in second.attachments] == ["Pris"]


def test_a_member_of_another_body_is_anyone_here(held: Meeting) -> None:
    stranger = Reader("mette", organizations=frozenset({(held.organization_id or 0) + 1}))
    assert agenda(held, reader=stranger) == agenda(held, reader=CARLA)


def test_the_visible_set_is_exactly_the_open_one(held: Meeting) -> None:
    assert [i.number for i in AgendaItem.objects.visible_to(CARLA)] == ["1"]
    assert [a.title for a in Attachment.objects.visible_to(CARLA)] == ["Notat"]


def test_a_closed_annex_of_an_open_item_stays_closed(held: Meeting) -> None:
    Attachment.objects.filter(title="Notat").update(closed=True)
    assert agenda(held, reader=CARLA)[0].attachments == ()


def test_an_item_that_fell_off_shows_only_when_asked_for(held: Meeting) -> None:
    AgendaItem.objects.filter(number="1").update(dropped=True)
    assert [i.number for i in agenda(held, reader=CARLA)] == ["2"]
    assert [i.number for i in agenda(held, reader=CARLA, dropped=True)] == ["1", "2"]
