"""A model that is turned on for the test, and a worker that has had its rounds: a plugin that test modules name."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from raadhus.languagemodel import _embedding
from raadhus.search import catch_up, meaning
from raadhus.search.meaning.tests.standin import Model, model_running


@pytest.fixture
def model(settings: Any) -> Iterator[Model]:
    with model_running() as running:
        settings.RAADHUS_EMBEDDING_ADDRESS = running.address
        settings.RAADHUS_EMBEDDING_MODEL = "stand-in"
        yield running
    for client in _embedding._clients.values():
        client.close()
    _embedding._clients.clear()


@pytest.fixture
def ready() -> Callable[[], None]:
    """Index and embed what has been told."""

    def do() -> None:
        catch_up()
        assert not meaning.embed(by_hand=True).failed

    return do
