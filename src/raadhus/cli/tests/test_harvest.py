"""`raadhus harvest`: what is said at the terminal and to a program."""

from collections.abc import Iterator
from typing import Any

import pytest

from raadhus.cli.tests.terminal import Terminal
from raadhus.harvest.tests.standin import LIST, Host, hjelmsund, page, serving

pytestmark = pytest.mark.django_db


@pytest.fixture
def host(settings: Any) -> Iterator[Host]:
    settings.RAADHUS_HARVEST_PAUSE = settings.RAADHUS_HARVEST_WAIT = 0
    with serving(hjelmsund()) as there:
        yield there


def test_a_host_is_followed_and_can_be_searched(raadhus: Terminal, host: Host) -> None:
    done = raadhus.json("harvest", host.address, "--every", "6")
    assert {name: done[name] for name in ("source", "meetings", "imported", "annexes", "complete")} == {
        "source": host.address,
        "meetings": 6,
        "imported": 6,
        "annexes": 3,
        "complete": True,
    }
    assert raadhus.json("search", "pullerter", "--as", "anonymous")["total"] >= 6
    (told,) = raadhus.json("harvest", "--status")["sources"]
    assert (told["every_hours"], told["meetings"], told["active"], told["waiting"]) == (6, 6, True, 0)
    assert "6 møder på listen" in raadhus.says("harvest", host.address)


def test_what_went_wrong_is_said_and_told_to_the_caller(raadhus: Terminal, host: Host) -> None:
    raadhus.json("harvest", host.address)
    host.misbehave[LIST].append(page)
    assert "andet end en liste" in raadhus.says("harvest", host.address, status=1)
    assert "andet end en liste" in raadhus.says("harvest", "--status")


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["ftp://hjelmsund.dk"],
        ["http://x", "--every", "0"],
        ["x", "--status", "--once-only"],
    ],
)
def test_wrong_use_is_one_sentence(raadhus: Terminal, words: list[str]) -> None:
    assert "error" in raadhus.json("harvest", *words, status=2)


def test_carla_may_neither_harvest_nor_look(raadhus: Terminal, host: Host) -> None:
    raadhus.json("harvest", host.address)
    for words in (["--status"], [host.address]):
        assert "har ikke lov" in raadhus.says("harvest", *words, "--as", "anonymous", status=2)


def test_the_worker_does_the_rounds(raadhus: Terminal, host: Host) -> None:
    from raadhus.harvest.models import Source

    raadhus.json("harvest", host.address)
    Source.objects.update(due_at=None)
    assert raadhus.json("work", "--once")["harvested"] == 6
