"""Hosts that are slow, busy, broken, or mean: what can be had is had, the rest is told, and nothing is half stored."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from raadhus.documents.models import Version
from raadhus.harvest._waiting import manners_from_settings
from raadhus.harvest.fetching import Client
from raadhus.harvest.harvesting import Round, harvest
from raadhus.harvest.models import Source
from raadhus.harvest.tests.standin import (
    LIST,
    Host,
    Misbehaviour,
    bomb,
    cut_off,
    endless,
    fails,
    guid,
    huge,
    packed_twice,
    sent_on,
    silent,
)
from raadhus.openness import Reader

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ANNEX = f"bilag/{guid(103)}"
Rounds = Callable[..., Round]


def kept(home: Path) -> int:
    """Files that lie aside."""
    return len([path for path in (home / "harvest").rglob("*.pdf*") if path.is_file()])


@pytest.mark.parametrize("misbehaviour", [fails(500), fails(503), fails(429, "0"), cut_off])
@pytest.mark.parametrize("path", [LIST, f"dagsorden/{guid(2)}", ANNEX])
def test_what_goes_wrong_once_is_tried_again(
    host: Host, rounds: Rounds, misbehaviour: Misbehaviour, path: str
) -> None:
    host.misbehave[path].append(misbehaviour)
    done = rounds()
    assert (done.imported, done.annexes, done.refused, done.whole) == (6, 3, [], True)
    assert host.asked_for(path) == 2


def test_a_host_that_stays_silent_is_not_waited_for(host: Host, rounds: Rounds, settings: Any) -> None:
    settings.RAADHUS_HARVEST_SILENCE = 0.05
    stop = threading.Event()
    host.misbehave[ANNEX].append(silent(stop))
    done = rounds()
    stop.set()
    assert (done.annexes, done.refused) == (3, [])


def test_a_busy_host_is_given_the_time_it_asks_for(host: Host, source: Source) -> None:
    slept: list[float] = []
    client = Client(host.address, manners_from_settings(), private=True, sleep=slept.append)
    host.misbehave[ANNEX].append(fails(429, "7"))
    assert harvest(source, by=Reader.operator(), client=client).whole
    assert slept == [7.0]


@pytest.mark.parametrize("after", ["3600", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_a_host_that_wants_peace_gets_it(host: Host, rounds: Rounds, source: Source, after: str) -> None:
    host.misbehave[f"dagsorden/{guid(4)}"].append(fails(503, after))
    done = rounds()
    asked = len(host.asked)
    assert "vente" in done.trouble
    source.refresh_from_db()
    assert source.due_at is not None
    assert (done.whole, source.trouble) == (False, done.trouble)
    assert host.asked[-1][1] == 503
    assert rounds().imported + done.imported == 6
    assert len(host.asked) > asked


def test_a_host_that_is_down_is_left_alone_after_a_while(host: Host, rounds: Rounds) -> None:
    host.misbehave["dagsorden/"].extend([fails(500)] * 100)
    done = rounds()
    assert (done.whole, done.imported) == (False, 0)
    assert host.asked_for("dagsorden/") == 12
    host.misbehave.clear()
    assert rounds().imported == 6


@pytest.mark.parametrize(
    ("misbehaviour", "told"),
    [
        (huge, "større end"),
        (bomb, "større end"),
        (endless, "større end"),
        (packed_twice, "pakket"),
        (sent_on("http://169.254.169.254/latest/"), "andet sted"),
        (sent_on("https://127.0.0.1/"), "andet sted"),
        (sent_on("//hjelmsund.example/x.pdf"), "andet sted"),
        (fails(403), "403"),
    ],
)
def test_a_mean_answer_costs_little_and_harms_nothing(
    host: Host, rounds: Rounds, home: Path, settings: Any, misbehaviour: Misbehaviour, told: str
) -> None:
    settings.RAADHUS_HARVEST_MB = 1
    host.misbehave[ANNEX].append(misbehaviour)
    done = rounds()
    assert told in done.refused[0][1]
    assert (done.imported, done.annexes, done.whole) == (6, 2, True)
    assert done.bytes < 3 * 1024 * 1024
    assert (host.asked_for(ANNEX), kept(home)) == (1, 0)
    assert rounds().annexes == 1
    assert Version.objects.filter(file_name=f"{guid(103)}.pdf").count() == 1


def test_an_answer_that_never_ends_is_left_when_the_time_is_up(
    host: Host, rounds: Rounds, settings: Any
) -> None:
    settings.RAADHUS_HARVEST_SECONDS, settings.RAADHUS_HARVEST_MB = 0.2, 10_000
    host.misbehave[ANNEX].append(endless)
    assert "ikke færdigt" in rounds().refused[0][1]


def test_a_redirection_within_the_host_is_followed(host: Host, rounds: Rounds) -> None:
    host.misbehave[ANNEX].append(sent_on(f"/vis/pdf/bilag/{guid(101)}/"))
    assert rounds().refused == []


def test_a_redirection_in_a_circle_ends(host: Host, rounds: Rounds) -> None:
    host.misbehave[ANNEX].extend([sent_on(f"/vis/{ANNEX}/")] * 50)
    assert "igen og igen" in rounds().refused[0][1]


def test_what_robots_txt_forbids_is_not_asked_for(host: Host, rounds: Rounds) -> None:
    host.robots = "User-agent: *\nDisallow: /vis/\n"
    done = rounds()
    assert (done.imported, done.annexes, host.asked_for("/vis/")) == (6, 0, 0)
    host.robots = "User-agent: Raadhus\nDisallow: /\n"
    host.asked.clear()
    done = rounds()
    assert "robots.txt" in done.suspicion
    assert [path for path, _ in host.asked] == ["/robots.txt"]


def test_a_host_whose_robots_txt_cannot_be_read_is_left_alone(host: Host, rounds: Rounds) -> None:
    host.misbehave["robots.txt"].extend([fails(500)] * 4)
    done = rounds()
    assert done.trouble
    assert {path for path, _ in host.asked} == {"/robots.txt"}


def test_a_pause_is_kept_between_requests(host: Host, source: Source, settings: Any) -> None:
    settings.RAADHUS_HARVEST_PAUSE = 60
    slept: list[float] = []
    client = Client(host.address, manners_from_settings(), private=True, sleep=slept.append)
    done = harvest(source, by=Reader.operator(), client=client)
    assert len(slept) == done.requests - 1
    assert all(59 < seconds <= 60 for seconds in slept)
