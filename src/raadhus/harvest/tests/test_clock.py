"""The timer: a row says when, a worker does it, and a host that fails stops no other."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from raadhus.core.locks import alone_if_free
from raadhus.harvest import actions
from raadhus.harvest.actions import NoSource, follow
from raadhus.harvest.clock import run_due
from raadhus.harvest.harvesting import Busy, Nameless, harvest
from raadhus.harvest.models import Source
from raadhus.harvest.status import standing
from raadhus.harvest.tests.standin import LIST, Host, fails, hjelmsund, serving
from raadhus.openness import NotAllowed, Reader

pytestmark = pytest.mark.django_db

ANNA, CARLA = Reader.operator(), Reader.anonymous()


def test_what_is_due_is_done_and_then_rests(host: Host, source: Source) -> None:
    assert [one.imported for one in run_due(seconds=60)] == [6]
    assert run_due(seconds=60) == []
    Source.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    assert [one.unchanged for one in run_due(seconds=60)] == [6]
    source.refresh_from_db()
    assert source.due_at is not None
    assert timedelta(hours=23) < source.due_at - timezone.now() <= timedelta(hours=24)


def test_a_piece_at_a_time_reads_the_list_once(host: Host, source: Source) -> None:
    pieces = [run_due(seconds=0)[0] for _ in range(3)]
    assert [one.whole for one in pieces] == [False, False, False]
    assert host.asked_for(LIST) == 1
    assert run_due(seconds=60)[0].whole


def test_a_host_in_trouble_is_left_for_an_hour_and_stops_no_other(host: Host, source: Source) -> None:
    nowhere = Source.objects.create(
        address="http://127.0.0.1:9", body=source.body, private=True, every_hours=24
    )
    told = {one.address: one for one in run_due(seconds=60)}
    assert "svigtede" in told[nowhere.address].trouble
    assert told[source.address].whole
    assert run_due(seconds=60) == []


def test_what_is_fetched_once_only_is_not_on_the_timer(host: Host, source: Source) -> None:
    follow(host.address, by=ANNA, once_only=True)
    assert run_due(seconds=60) == []
    assert harvest(source, by=ANNA).imported == 6
    assert [(one.active, one.due_at) for one in standing(reader=ANNA)] == [(False, None)]


def test_two_at_once_take_turns(host: Host, source: Source, home: Any) -> None:
    with alone_if_free(home / "harvest" / f"{source.pk}.lock"):
        with pytest.raises(Busy):
            harvest(source, by=ANNA)
        assert run_due(seconds=60) == []
    assert harvest(source, by=ANNA).whole


def test_only_the_operator_may_follow_harvest_and_look(host: Host, source: Source) -> None:
    bo = Reader("bo", organizations=frozenset({1, 2, 3}))
    for reader in (CARLA, bo):
        with pytest.raises(NotAllowed):
            follow("http://127.0.0.1:9", by=reader)
        with pytest.raises(NotAllowed):
            harvest(source, by=reader)
        with pytest.raises(NotAllowed):
            standing(reader=reader)
    assert host.asked == []


def test_a_host_out_in_the_world_is_not_asked_by_somebody_without_a_name(
    source: Source, settings: Any
) -> None:
    settings.RAADHUS_HARVEST_CONTACT = ""
    Source.objects.update(private=False)
    source.refresh_from_db()
    with pytest.raises(Nameless):
        harvest(source, by=ANNA)
    assert run_due(seconds=60) == []
    assert "RAADHUS_HARVEST_CONTACT" in Source.objects.get().trouble


def test_a_host_belongs_to_one_municipality(host: Host, source: Source) -> None:
    with pytest.raises(NoSource, match="Hjelmsund"):
        follow(host.address + "/vis?id=3", by=ANNA, body="Sønderbæk Kommune")


def test_a_host_that_nobody_knows_is_not_followed(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_host: str) -> list[str]:
        raise OSError("Name or service not known")

    monkeypatch.setattr(actions, "machines_of", unknown)
    with pytest.raises(NoSource, match="findes ingen vært"):
        follow("dagsordener.hjelmsund.example", by=ANNA)
    assert not Source.objects.exists()


def test_a_list_that_fails_once_is_not_the_end(host: Host, source: Source) -> None:
    host.misbehave[LIST].extend([fails(500)] * 4)
    assert harvest(source, by=ANNA).suspicion
    assert harvest(source, by=ANNA).whole


def test_following_again_leaves_the_rhythm_and_the_municipality_as_they_were(
    host: Host, source: Source
) -> None:
    follow(host.address, by=ANNA, every_hours=6)
    again = follow(host.address, by=ANNA)
    assert (again.pk, again.every_hours, again.body.name) == (source.pk, 6, "Hjelmsund Kommune")


def test_two_hosts_take_turns(host: Host, source: Source) -> None:
    with serving(hjelmsund()) as second:
        follow(second.address, by=ANNA)
        pieces = [run_due(seconds=0)[0].address for _ in range(4)]
        assert pieces == [host.address, second.address] * 2
        assert sum(one.imported + one.unchanged for one in run_due(seconds=60)) == 12


def test_a_piece_waits_for_nobody_longer_than_itself(host: Host, source: Source) -> None:
    host.misbehave[LIST].append(fails(429, "90"))
    (piece,) = run_due(seconds=1)
    assert "vente" in piece.trouble
    assert Source.objects.filter(due_at__gt=timezone.now() + timedelta(minutes=59)).exists()
