"""Round after round: what is new comes, what has changed comes anew, and nothing comes twice."""

from collections.abc import Callable
from typing import Any

import pytest

from raadhus.documents import storage
from raadhus.documents.models import Passage, Version
from raadhus.harvest.harvesting import Round
from raadhus.harvest.models import RemoteMeeting, Source
from raadhus.harvest.tests.standin import LIST, Host, Item, Meeting, guid, pdf
from raadhus.meetings.models import AgendaItem, Attachment
from raadhus.meetings.models import Meeting as Held
from raadhus.openness import Reader
from raadhus.search import catch_up, search

pytestmark = pytest.mark.django_db

CARLA = Reader.anonymous()
Rounds = Callable[..., Round]


def titles(reader: Reader = CARLA) -> set[str]:
    return set(Attachment.objects.visible_to(reader).values_list("title", flat=True))


def test_the_first_round_takes_everything_in(host: Host, rounds: Rounds) -> None:
    done = rounds()
    assert (done.listed, done.imported, done.annexes, done.refused, done.whole) == (6, 6, 3, [], True)
    assert Held.objects.visible_to(CARLA).count() == 6
    annex = Attachment.objects.visible_to(CARLA).get(title="Bilag 102")
    assert (annex.version.file_name, annex.first_page) == (f"{guid(102)}.pdf", 1)
    catch_up()
    assert search("pullerter kaj", reader=CARLA).total >= 6
    assert search("broens pris", reader=CARLA).total == 3


def test_the_next_round_takes_nothing_a_second_time(host: Host, rounds: Rounds) -> None:
    rounds()
    before = Version.objects.count()
    host.asked.clear()
    done = rounds()
    assert (done.imported, done.updated, done.unchanged, done.annexes) == (0, 0, 6, 0)
    assert {code for path, code in host.asked if path not in ("/", "/robots.txt")} == {304}
    assert Version.objects.count() == before


def test_a_server_without_conditions_is_not_asked_for_files_twice_either(host: Host, rounds: Rounds) -> None:
    host.validators = False
    rounds()
    done = rounds()
    assert (done.unchanged, done.annexes) == (6, 0)


def test_a_changed_agenda_comes_anew(host: Host, rounds: Rounds) -> None:
    rounds()
    host.meetings[1].items.append(Item("Ny fyrlampe"))
    done = rounds()
    assert (done.updated, done.unchanged) == (1, 5)
    assert AgendaItem.objects.visible_to(CARLA).filter(title="Ny fyrlampe").exists()


def test_minutes_take_the_agendas_place_under_another_id(host: Host, rounds: Rounds, source: Source) -> None:
    rounds()
    agenda = host.meetings.pop(2)
    agenda.items[1].decision = "Godkendt."
    host.meetings[20] = Meeting(agenda.committee, agenda.day, agenda.items, minutes=True)
    done = rounds()
    assert (done.updated, done.withdrawn, done.suspicion) == (1, 0, "")
    assert Held.objects.count() == 6
    meeting = Held.objects.visible_to(CARLA).get(organization__name="Havneudvalget", date="2031-10-01")
    assert (meeting.kind, meeting.items.get(number="2").decision.outcome) == ("minutes", "adopted")
    assert titles() == {"Bilag 101", "Bilag 102", "Bilag 103"}
    gone = RemoteMeeting.objects.get(remote_id=guid(2))
    assert (gone.gone_at is not None, gone.withdrawn_at) == (True, None)
    assert source.meetings.filter(gone_at=None).count() == 6


def test_an_annex_with_another_text_under_the_same_id_takes_the_first_ones_place(
    host: Host, rounds: Rounds
) -> None:
    rounds()
    host.annexes[101] = pdf("Broen er blevet dyrere.")
    assert rounds().annexes == 1
    texts = " ".join(p.text for p in Passage.objects.visible_to(CARLA).select_related("page"))
    assert "dyrere" in texts
    assert "nummer 101" not in texts


def test_an_annex_that_could_not_come_comes_later(host: Host, rounds: Rounds) -> None:
    late = host.annexes.pop(103)
    rounds()
    assert Attachment.objects.get(title="Bilag 103").first_page is None
    host.annexes[103] = late
    assert rounds().annexes == 1
    assert Attachment.objects.get(title="Bilag 103").first_page == 1


def test_a_closed_item_stays_closed_and_its_annexes_are_not_asked_for(host: Host, rounds: Rounds) -> None:
    host.annexes[104] = pdf("Værftet koster 9 mio.")
    host.meetings[3].items[2].annexes = (104,)
    rounds()
    assert not AgendaItem.objects.visible_to(CARLA).filter(number="3").exists()
    assert host.asked_for(guid(104)) == 0
    catch_up()
    assert search("værft", reader=CARLA).total == 0
    assert "Bilag 104" not in titles()


def test_older_meetings_are_looked_at_now_and_then_only(host: Host, rounds: Rounds, settings: Any) -> None:
    host.meetings[7] = Meeting("Skovudvalget", "2019-03-06", [Item("Gamle stier")])
    rounds()
    settings.RAADHUS_HARVEST_RECHECK_DAYS = 30
    host.asked.clear()
    assert rounds().looked_at == 6
    assert host.asked_for(guid(7)) == 0
    assert host.asked_for("/vis/pdf/") == 0


def test_a_round_that_ran_out_of_time_goes_on_where_it_was(
    host: Host, rounds: Rounds, source: Source
) -> None:
    first = rounds(seconds=0.0)
    assert (first.whole, first.imported) == (False, 0)
    source.refresh_from_db()
    assert source.due_at is not None
    second = rounds(relist=False)
    assert (second.whole, second.imported) == (True, 6)
    assert host.asked_for(LIST) == 1


def test_the_host_is_told_who_asks_and_is_asked_for_its_cookie_first(
    host: Host, rounds: Rounds, settings: Any
) -> None:
    settings.RAADHUS_HARVEST_CONTACT = "https://hjelmsund.example/klag"
    rounds()
    assert [path for path, _ in host.asked[:3]] == ["/robots.txt", "/", LIST]
    assert all("https://hjelmsund.example/klag" in agent for agent in host.agents)


def test_a_host_that_shows_annexes_in_a_page_is_asked_for_the_files(host: Host, rounds: Rounds) -> None:
    host.viewer = True
    assert (rounds().annexes, rounds().annexes) == (3, 0)
    assert titles() == {"Bilag 101", "Bilag 102", "Bilag 103"}


def test_a_meeting_that_is_refused_is_tried_again_without_being_fetched_again(
    host: Host, rounds: Rounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError("No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(storage, "keep", full)
        done = rounds()
    assert (done.imported, len(done.refused)) == (0, 6)
    host.asked.clear()
    assert (rounds().imported, host.asked_for("/vis/")) == (6, 0)
