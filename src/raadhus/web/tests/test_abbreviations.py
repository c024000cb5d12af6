"""An administrator says yes or no to abbreviations; to others the page is not there."""

import pytest
from django.test import Client

from raadhus.documents.models import Abbreviation
from raadhus.organisation.models import User
from raadhus.web.tests.reading import Reading
from raadhus.web.tests.town import Town


@pytest.fixture
def waiting(town: Town) -> Abbreviation:
    row = Abbreviation.objects.create(short="HBU", long="Havne- og Badeudvalget", key="havne og badeudvalg")
    row.passages.add(town.roads_passage)
    return row


@pytest.fixture
def drift(town: Town) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("drift", password="saa-hemmeligt-2026"))
    return client


def test_drift_approves_and_turns_down(waiting: Abbreviation, drift: Client) -> None:
    page = drift.get("/forkortelser").content.decode()
    assert "Havne- og Badeudvalget" in page
    assert Reading(page).problems() == []
    assert drift.get(f"/dokument/{waiting.passages.get().page.version_id}/side/2").status_code == 200
    drift.post(f"/forkortelser/{waiting.pk}", {"svar": "ja"})
    waiting.refresh_from_db()
    assert waiting.status == "approved"
    drift.post(f"/forkortelser/{waiting.pk}", {"svar": "nej"})
    waiting.refresh_from_db()
    assert waiting.status == "rejected"
    assert drift.post("/forkortelser/999", {"svar": "ja"}).status_code == 404


@pytest.mark.parametrize("who", ["carla", "mette", "anna"])
def test_to_others_the_page_is_not_there(
    waiting: Abbreviation, who: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who)
    assert client.get("/forkortelser").status_code == 404
    assert client.post(f"/forkortelser/{waiting.pk}", {"svar": "ja"}).status_code == 404
    waiting.refresh_from_db()
    assert waiting.status == "proposed"
