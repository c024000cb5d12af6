"""What the house's own rows know is answered from them, and from nothing a paper says in passing."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from raadhus.assistant import answer
from raadhus.meetings.choices import Kind
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader
from raadhus.organisation.choices import Classification, Role
from raadhus.organisation.models import Membership, Organization, Person
from raadhus.search import catch_up
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, bo

pytestmark = pytest.mark.django_db


def seat(body: Organization, name: str, role: Role = Role.MEMBER, *, until: date | None = None) -> None:
    person, _ = Person.objects.get_or_create(body=body.body, name=name)
    Membership.objects.create(person=person, organization=body, role=role, end_date=until)


@pytest.fixture(autouse=True)
def _town() -> None:
    klit = house.organization("Klitudvalget")
    council = house.organization("Byrådet", classification=Classification.COUNCIL)
    seat(klit, "Inga Fyrholt", Role.CHAIR)
    seat(klit, "Aksel Rimtang")
    seat(klit, "Poul Forhenværende", until=date(2020, 1, 1))
    seat(council, "Vera Marehalm", Role.CHAIR)
    version = house.version(klit)
    house.passages(version, "Ansvarlig: Udvalgets formand. Klitudvalget har næste møde den 3. maj 2019.")
    house.tell(version)
    catch_up()


def meets(body: Organization, days: int, *, published: bool = True) -> Meeting:
    return Meeting.objects.create(
        body=body.body,
        organization=body,
        date=timezone.localdate() + timedelta(days=days),
        kind=Kind.AGENDA,
        published_at=timezone.now() if published else None,
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvem er formand for Klitudvalget?", "Formand for Klitudvalget er Inga Fyrholt."),
        ("Hvem leder Klitudvalget?", "Formand for Klitudvalget er Inga Fyrholt."),
        ("Hvem er borgmester?", "Borgmester er Vera Marehalm, formand for Byrådet."),
        ("Hvem sidder i Klitudvalget?", "Klitudvalget: Inga Fyrholt (formand), Aksel Rimtang."),
        ("Hvem er medlem af Klitudvalget i dag?", "Klitudvalget: Inga Fyrholt (formand), Aksel Rimtang."),
        ("Hvilke udvalg findes der?", "Disse organer er kendt her: Byrådet, Klitudvalget."),
    ],
)
def test_rows_answer_with_the_page_that_shows_them(question: str, said: str) -> None:
    reply = answer(question, reader=CARLA)
    assert (reply.answered, reply.answer, reply.citations) == (True, said, ())
    assert len(reply.links) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Hvem var formand for Klitudvalget?",
        "Hvem er næstformand for Klitudvalget?",
        "Hvem er formand for Klitudvalgets arbejdsgruppe?",
        "Hvem er ikke medlem af Klitudvalget?",
        "Hvem er formand for Lyngudvalget?",
    ],
)
def test_another_question_is_not_answered_by_the_rows(question: str) -> None:
    reply = answer(question, reader=CARLA)
    assert reply.links == ()
    assert "Inga Fyrholt" not in reply.answer


def test_the_next_meeting_is_the_next_that_this_reader_may_see() -> None:
    klit = house.organization("Klitudvalget")
    meets(klit, -3)
    shown, draft = meets(klit, 20), meets(klit, 5, published=False)

    def linked(reader: Reader) -> list[str]:
        return [link.url for link in answer("Hvornår er næste møde i Klitudvalget?", reader=reader).links]

    assert linked(CARLA) == [shown.get_absolute_url()]
    assert linked(bo(klit)) == [draft.get_absolute_url()]


def test_a_meeting_that_was_held_is_not_the_next() -> None:
    klit = house.organization("Klitudvalget")
    meets(klit, -3)
    reply = answer("Hvornår holder Klitudvalget næste møde?", reader=CARLA)
    assert not reply.answered
    assert reply.answer == "Der er ikke noget kommende møde i Klitudvalget, som er kendt her."
