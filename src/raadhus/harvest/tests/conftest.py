"""A host to harvest, and how: without waiting."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from raadhus.harvest.tests.standin import Host, hjelmsund, serving

if TYPE_CHECKING:  # models can be imported first when the settings are read
    from raadhus.harvest.harvesting import Round
    from raadhus.harvest.models import Source


@pytest.fixture
def host(settings: Any) -> Iterator[Host]:
    """The days of its meetings lie ahead, so that each is looked at in every round."""
    settings.RAADHUS_HARVEST_PAUSE = settings.RAADHUS_HARVEST_WAIT = 0
    settings.RAADHUS_HARVEST_RECHECK_DAYS = 0
    with serving(hjelmsund()) as there:
        yield there


@pytest.fixture
def source(host: Host, db: None) -> "Source":
    from raadhus.harvest.actions import follow
    from raadhus.openness import Reader

    return follow(host.address, by=Reader.operator(), body="Hjelmsund Kommune")


@pytest.fixture
def rounds(source: "Source") -> "Callable[..., Round]":
    from raadhus.harvest.harvesting import harvest
    from raadhus.openness import Reader

    return lambda **how: harvest(source, by=Reader.operator(), **how)
