"""`raadhus work`: one round, or round after round until told to stop."""

import json
import threading
from dataclasses import replace

import pytest
from django.core import mail

from raadhus.cli import _worker, main
from raadhus.cli._worker import Done, work_until, working_beside
from raadhus.following.tests.readers import account, follows
from raadhus.search import search
from raadhus.search.tests import house

NOTHING = Done(indexed=0, matched=0, sent=0, waiting=0)

pytestmark = pytest.mark.django_db


def test_one_round_indexes_finds_and_sends(capsys: pytest.CaptureFixture[str]) -> None:
    follows(account("bo"), "broen")
    version = house.version(house.organization())
    house.passages(version, "Broen åbner i maj.")
    house.tell(version)
    assert main(["work", "--once", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "indexed": 1,
        "matched": 1,
        "sent": 1,
        "waiting": 0,
        "scanned": 0,
        "embedded": 0,
        "harvested": 0,
    }
    assert mail.outbox[0].subject == "Nyt om »broen«: Pakke"
    assert search("broen", reader=house.CARLA).total == 1
    assert main(["work", "--once"]) == 0
    assert "0 nye fund" in capsys.readouterr().err


def test_a_round_that_fails_is_not_the_last(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    stop = threading.Event()
    rounds: list[int] = []

    def fails_once() -> Done:
        rounds.append(1)
        if len(rounds) == 1:
            raise OSError("the disk is full")
        stop.set()
        return NOTHING

    monkeypatch.setattr(_worker, "work_once", fails_once)
    monkeypatch.setattr(_worker, "close_old_connections", lambda: None)
    work_until(stop, every=0)
    assert len(rounds) == 2
    assert "the disk is full" in caplog.text


def test_work_beside_the_server_ends_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def one_round() -> Done:
        begun.set()
        return NOTHING

    monkeypatch.setattr(_worker, "work_once", one_round)
    with working_beside(every=60):
        assert begun.wait(10)
    assert not [thread for thread in threading.enumerate() if thread.name == "work"]


def test_while_the_model_has_more_to_do_no_round_waits_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    stop = threading.Event()
    rounds = [replace(NOTHING, more=True), replace(NOTHING, more=True), NOTHING]

    def next_round() -> Done:
        done = rounds.pop(0)
        if not done.more:
            stop.set()
        return done

    monkeypatch.setattr(_worker, "work_once", next_round)
    monkeypatch.setattr(_worker, "close_old_connections", lambda: None)
    work_until(stop, every=3600)
    assert rounds == []
