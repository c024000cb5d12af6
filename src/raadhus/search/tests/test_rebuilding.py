"""Real processes: some search, one builds the index anew and is killed again and again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.server]

MOMENTS = {
    "alone": ("step", "step step step step step", "nearly whole", "whole"),
    "helpers": ("step step", "nearly whole"),
}
"""What the builder has said when it is killed."""


@pytest.fixture
def own_database(monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """A data directory that other processes open too."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    subprocess.run(part("fill"), check=True)
    return home


def part(*words: str) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("rebuilding.py")), *words]


def killed_at(moment: str, helpers: str) -> None:
    with subprocess.Popen(part("build", helpers), stdout=subprocess.PIPE, text=True) as builder:
        assert builder.stdout is not None
        said: list[str] = []
        for line in builder.stdout:
            said.append(line.strip())
            if " ".join(said).endswith(moment):
                break
        assert builder.poll() is None, said
        os.kill(builder.pid, signal.SIGKILL)


@contextmanager
def looking(stop: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that searches until `stop` is there."""
    with subprocess.Popen(part("look", str(stop)), stdout=subprocess.PIPE, text=True) as looker:
        try:
            assert looker.stdout is not None
            assert looker.stdout.readline() == "looks\n"
            yield looker
        finally:
            looker.kill()


def directories(home: Path) -> list[str]:
    return [path.name for path in (home / "index").iterdir()]


@pytest.mark.parametrize("helpers", MOMENTS)
def test_searches_go_on_while_the_builder_is_killed_again_and_again(own_database: Path, helpers: str) -> None:
    stop = own_database / "stop"
    with looking(stop) as one, looking(stop) as other:
        lookers = (one, other)
        for moment in MOMENTS[helpers]:
            killed_at(moment, helpers)
            assert all(looker.poll() is None for looker in lookers), moment
        done = subprocess.run(part("build", helpers), stdout=subprocess.PIPE, text=True, check=True)
        assert done.stdout.splitlines()[-1] == "done"
        stop.touch()
        assert [looker.wait(60) for looker in lookers] == [0, 0]
    subprocess.run(part("build", helpers), stdout=subprocess.DEVNULL, check=True)
    (only,) = directories(own_database)
    assert not only.endswith(".new")
