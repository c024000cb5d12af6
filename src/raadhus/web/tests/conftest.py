from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.test import Client

if TYPE_CHECKING:  # this file is read before Django is set up, and the town is made of models
    from raadhus.web.tests.town import Town


@pytest.fixture
def town(db: None) -> Town:
    from raadhus.web.tests.town import found_town

    return found_town()


@pytest.fixture
def carla(client: Client) -> Client:
    """A citizen: reads without logging in."""
    return client


@pytest.fixture
def anna(town: Town) -> Client:
    """The secretary of the council: sees its closed items and its drafts."""
    client = Client()
    client.force_login(town.anna)
    return client


@pytest.fixture
def mette(town: Town) -> Client:
    """A case officer who belongs to the committee, not to the council."""
    client = Client()
    client.force_login(town.mette)
    return client


@pytest.fixture
def shown(carla: Client) -> Callable[[str], str]:
    """What Carla reads at an address."""

    def read(address: str) -> str:
        answer = carla.get(address)
        assert answer.status_code == 200, address
        return answer.content.decode()

    return read
