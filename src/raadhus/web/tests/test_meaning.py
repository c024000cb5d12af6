"""An administrator sees how far search by meaning is; to others the page is not there."""

import pytest
from django.test import Client

from raadhus.organisation.models import User
from raadhus.search import catch_up, meaning
from raadhus.search.meaning.tests.standin import Model
from raadhus.web.tests.reading import Reading
from raadhus.web.tests.town import Town

pytest_plugins = ("raadhus.search.meaning.tests.fixtures",)


@pytest.fixture
def drift(town: Town) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("drift", password="saa-hemmeligt-2026"))
    return client


def test_off_the_page_says_so(drift: Client) -> None:
    page = drift.get("/betydning").content.decode()
    assert "slået fra" in page
    assert Reading(page).problems() == []


def test_on_it_says_how_far(drift: Client, model: Model) -> None:
    assert "undervejs" in drift.get("/betydning").content.decode()
    catch_up()
    meaning.embed(by_hand=True)
    page = drift.get("/betydning").content.decode()
    assert "Den bruges" in page
    assert "stand-in" in page
    assert Reading(page).problems() == []
    assert "/betydning" in drift.get("/hjaelp").content.decode()


@pytest.mark.parametrize("who", ["carla", "mette", "anna"])
def test_to_others_it_is_not_there(
    town: Town, model: Model, who: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who)
    assert client.get("/betydning").status_code == 404
    assert "/betydning" not in client.get("/hjaelp").content.decode()
