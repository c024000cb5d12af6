from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser

from raadhus.openness import Reader
from raadhus.organisation.models import Body, Membership, Organization, Person, User
from raadhus.organisation.readers import UnknownUser, reader_named, reader_of

pytestmark = pytest.mark.django_db

TODAY = date(2026, 6, 1)


@pytest.fixture
def council() -> Organization:
    body = Body.objects.create(name="Sønderbæk Kommune")
    return Organization.objects.create(body=body, name="Byrådet", classification="council")


@pytest.fixture
def bo(council: Organization) -> User:
    person = Person.objects.create(body=council.body, name="Bo Kjær")
    return User.objects.create_user("bo", password="x", person=person)


def test_bo_reads_closed_matter_of_the_bodies_he_sits_in(bo: User, council: Organization) -> None:
    assert bo.person is not None
    Membership.objects.create(person=bo.person, organization=council, start_date=date(2026, 1, 1))
    assert reader_of(bo, on=TODAY) == Reader("bo", organizations=frozenset({council.pk}))


@pytest.mark.parametrize(("start", "end"), [(date(2026, 6, 2), None), (date(2022, 1, 1), date(2026, 5, 31))])
def test_his_right_begins_and_ends_with_the_seat(
    bo: User, council: Organization, start: date, end: date | None
) -> None:
    assert bo.person is not None
    Membership.objects.create(person=bo.person, organization=council, start_date=start, end_date=end)
    assert not reader_of(bo, on=TODAY).belongs_to(council.pk)


def test_a_closed_account_reads_as_anyone(bo: User) -> None:
    bo.is_active = False
    assert reader_of(bo, on=TODAY) == Reader.anonymous()
    assert reader_of(AnonymousUser(), on=TODAY).is_anonymous


def test_the_administrator_sees_all(db: None) -> None:
    assert reader_of(User.objects.create_superuser("drift", password="x"), on=TODAY).sees_all


def test_a_name_nobody_has_is_an_error(db: None) -> None:
    with pytest.raises(UnknownUser):
        reader_named("ingen", on=TODAY)
    assert reader_named("anonymous", on=TODAY) == Reader.anonymous()
