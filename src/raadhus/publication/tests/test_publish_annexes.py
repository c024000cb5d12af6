"""Publishing a meeting whose annexes are files of their own publishes them too."""

from pathlib import Path

import pytest

from raadhus.ingest.actions import ingest
from raadhus.ingest.tests.test_manifests import ANNA, CARLA, bridge, delivered, seen_by
from raadhus.meetings.models import Meeting
from raadhus.publication.actions import publish

pytestmark = pytest.mark.django_db


def test_annexes_are_published_with_their_meeting(tmp_path: Path) -> None:
    ingest(delivered(tmp_path, bridge(protected=True)), by=ANNA, publish=False)
    assert seen_by(CARLA) == ""
    publish(Meeting.objects.get(), by=ANNA)
    assert "rust" in seen_by(CARLA)
    assert "4 mio" not in seen_by(CARLA)
