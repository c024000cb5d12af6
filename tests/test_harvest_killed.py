"""A harvest that is killed, and completed by the same command, is as if nothing had happened, and asks little twice.

A few moments here; `RAADHUS_KILLS=40 .venv/bin/pytest tests/test_harvest_killed.py` tries more.
"""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from tests.test_killed import kept, raadhus

from raadhus.harvest.tests.standin import Host, hjelmsund, serving

pytestmark = pytest.mark.server

KILLS = int(os.environ.get("RAADHUS_KILLS", "2"))


@pytest.fixture(scope="module", autouse=True)
def hurried() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("RAADHUS_HARVEST_PAUSE", "0")
        environment.setenv("RAADHUS_HARVEST_WAIT", "0")
        yield


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    with serving(hjelmsund()) as there:
        yield there


@pytest.fixture(scope="module")
def undisturbed(host: Host, hurried: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """The data directory of a harvest that nobody killed, and how many requests it took."""
    home = tmp_path_factory.mktemp("hel")
    host.asked.clear()
    raadhus(home, "harvest", host.address)
    return home, len(host.asked)


def begun(home: Path, host: Host) -> "subprocess.Popen[bytes]":
    host.asked.clear()
    return subprocess.Popen(
        [sys.executable, "-m", "raadhus.cli", "harvest", host.address, "--json"],
        env={**os.environ, "RAADHUS_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def at_request(moment: int, process: "subprocess.Popen[bytes]") -> Callable[[int], None]:
    def kill(number: int) -> None:
        if number == moment:
            process.kill()
            process.wait()

    return kill


def most_often(host: Host) -> int:
    """How often one thing was sent, the greeting and the list apart."""
    things = ("/vis/", "/api/agenda/dagsorden/")
    sent = [path for path, code in host.asked if code == 200 and path.startswith(things)]
    return max(sent.count(path) for path in sent)


def test_a_harvest_killed_at_any_request_is_completed_by_the_same_command(
    host: Host, undisturbed: tuple[Path, int], tmp_path: Path
) -> None:
    whole, requests = undisturbed
    for moment in random.Random(KILLS).sample(range(3, requests + 1), min(KILLS, requests - 2)):
        home = tmp_path / str(moment)
        process = begun(home, host)
        host.on_ask = at_request(moment, process)
        assert process.wait(timeout=60) != 0
        host.on_ask = lambda _number: None
        assert raadhus(home, "harvest", host.address)["complete"]
        assert kept(home) == kept(whole), f"killed at request {moment}"
        assert raadhus(home, "verify")["faults"] == []
        assert most_often(host) <= 2  # what was on its way when the end came
        assert not list((home / "harvest").rglob("*.pdf"))


def test_a_harvest_killed_in_the_middle_of_a_file_is_completed(
    host: Host, undisturbed: tuple[Path, int], tmp_path: Path
) -> None:
    process = begun(tmp_path, host)

    def half(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(b"%PDF-1.4" * 1000)
        handler.wfile.flush()
        process.kill()
        process.wait()

    host.misbehave["/vis/pdf/"].append(half)
    assert process.wait(timeout=60) != 0
    raadhus(tmp_path, "harvest", host.address)
    assert kept(tmp_path) == kept(undisturbed[0])


def test_a_harvest_killed_while_it_takes_in_is_completed(
    host: Host, undisturbed: tuple[Path, int], tmp_path: Path
) -> None:
    """The end comes at any moment, not at a request."""
    for number in range(KILLS):
        home = tmp_path / str(number)
        process = begun(home, host)
        try:
            process.wait(timeout=random.Random(number).uniform(1.5, 3.5))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        raadhus(home, "harvest", host.address)
        assert kept(home) == kept(undisturbed[0]), f"kill number {number}"
