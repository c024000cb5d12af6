"""Helpers are other processes: their results come in order, and they may die."""

import os
import signal
from pathlib import Path

import pytest

from raadhus.core.helpers import helped

pytestmark = [pytest.mark.slow, pytest.mark.server]


@pytest.fixture(autouse=True)
def _no_rows_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work here reads no rows, so it may be done elsewhere though the tests' database is in memory."""
    monkeypatch.setattr("raadhus.core.helpers._is_shared", lambda: True)


def doubled(number: int) -> tuple[int, int]:
    """With the process that did it."""
    return 2 * number, os.getpid()


def fatal_to_helpers(told: tuple[str, int]) -> str:
    """Kills the first process that does it, but for the one that asks for it."""
    file, asker = told
    marker = Path(file)
    if not marker.exists() and os.getpid() != asker:
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def wrong(number: int) -> float:
    return 1 / number


def test_results_come_in_order_from_other_processes() -> None:
    with helped(doubled) as build:
        results = list(build(range(50)))
    assert [result for result, _ in results] == list(range(0, 100, 2))
    processors = os.cpu_count() or 1
    assert (os.getpid() in {process for _, process in results}) == (processors < 2)


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one processor: everything is done here")
def test_what_a_dead_helper_was_given_is_done_here(tmp_path: Path) -> None:
    with helped(fatal_to_helpers) as build:
        assert list(build([(str(tmp_path / "fell"), os.getpid())] * 6)) == ["done"] * 6
    assert (tmp_path / "fell").exists()


def test_an_error_shows_where_the_work_was_asked_for() -> None:
    with helped(wrong) as build, pytest.raises(ZeroDivisionError):
        list(build([0]))
