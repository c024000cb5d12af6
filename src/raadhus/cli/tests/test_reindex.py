"""The index is built anew when somebody says so, and when the program has a new version of it."""

import socket

import pytest

from raadhus.cli.tests.terminal import Terminal
from raadhus.cli.tests.test_serve import Server
from raadhus.search import _schema, catch_up, is_outdated, search
from raadhus.search._home import current
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_bridge() -> None:
    version = house.version(house.organization())
    house.passages(version, "Badebroen åbner.")
    house.tell(version)
    catch_up()


def test_another_index_is_built_and_serves(raadhus: Terminal) -> None:
    former = current()
    assert raadhus.json("reindex") == {"indexed": 1}
    assert current() != former
    assert search("badebro", reader=CARLA).total == 1
    assert "bygget forfra: 1 " in raadhus.says("reindex")


def test_setup_builds_the_index_of_a_new_version(raadhus: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_schema, "VERSION", _schema.VERSION + 1)
    assert is_outdated()
    assert "Indekset er klar." in raadhus.says("setup")
    assert not is_outdated()


def test_the_server_does_not_wait_for_the_index_of_a_new_version(
    raadhus: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_schema, "VERSION", _schema.VERSION + 1)
    monkeypatch.setattr("raadhus.cli.commands.serve.create_server", lambda *_, **__: Server())
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    said = raadhus.says("serve", "--no-work", "--port", port)
    assert "det gamle indeks" in said
    assert is_outdated()
    assert search("badebro", reader=CARLA).total == 1
