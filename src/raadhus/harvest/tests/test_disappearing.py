"""What the host shows no longer is kept and withdrawn from view; what looks like a fault over there is not believed."""

from collections.abc import Callable
from typing import Any

import pytest

from raadhus.documents.models import Version
from raadhus.harvest.harvesting import Round
from raadhus.harvest.models import RemoteMeeting, Source
from raadhus.harvest.status import standing
from raadhus.harvest.tests.standin import LIST, Host, Item, Meeting, guid, page, sends
from raadhus.meetings.models import Attachment
from raadhus.meetings.models import Meeting as Held
from raadhus.openness import Reader
from raadhus.search import catch_up, search

pytestmark = pytest.mark.django_db

CARLA, ANNA = Reader.anonymous(), Reader.operator()
Rounds = Callable[..., Round]


def days(reader: Reader = CARLA) -> set[str]:
    return {str(day) for day in Held.objects.visible_to(reader).values_list("date", flat=True)}


def found(text: str, reader: Reader = CARLA) -> int:
    catch_up()
    return search(text, reader=reader).total


def test_a_meeting_that_disappears_is_kept_and_withdrawn_from_view(host: Host, rounds: Rounds) -> None:
    rounds()
    assert found("broens pris") == 3
    gone = host.meetings.pop(2)
    done = rounds()
    assert (done.withdrawn, done.suspicion) == (1, "")
    assert gone.day not in days()
    assert gone.day in days(ANNA)
    assert (found("broens pris"), found("broens pris", ANNA)) == (1, 3)
    assert rounds().withdrawn == 0


def test_a_meeting_that_reappears_is_shown_as_before(host: Host, rounds: Rounds) -> None:
    rounds()
    before = days(), found("broens pris"), set(Version.objects.values_list("pk", "published_at"))
    gone = host.meetings.pop(2)
    rounds()
    host.meetings[2] = gone
    done = rounds()
    assert (done.restored, done.imported, done.updated) == (1, 0, 0)
    assert (days(), found("broens pris"), set(Version.objects.values_list("pk", "published_at"))) == before
    assert not RemoteMeeting.objects.exclude(withdrawn_at=None).exists()


def test_a_meeting_that_reappears_as_minutes_is_shown_as_minutes(host: Host, rounds: Rounds) -> None:
    rounds()
    gone = host.meetings.pop(2)
    rounds()
    host.meetings[20] = Meeting(gone.committee, gone.day, gone.items, minutes=True)
    rounds()
    assert (
        Held.objects.visible_to(CARLA).get(date=gone.day, organization__name=gone.committee).kind == "minutes"
    )
    assert found("broens pris") == 3


def test_an_annex_that_the_agenda_names_no_longer_is_withdrawn(host: Host, rounds: Rounds) -> None:
    rounds()
    host.meetings[2].items[1].annexes = (102,)
    rounds()
    assert found('"nummer 101"') == 0
    assert found('"nummer 101"', ANNA) == 1
    assert found('"nummer 102"') == 1
    host.meetings[2].items[1].annexes = (101, 102)
    rounds()
    assert found('"nummer 101"') == 1


def test_an_annex_whose_file_disappears_is_withdrawn_and_comes_back(host: Host, rounds: Rounds) -> None:
    rounds()
    lost = host.annexes.pop(103)
    rounds()
    assert found('"nummer 103"') == 0
    assert not Attachment.objects.visible_to(CARLA).filter(title="Bilag 103").exists()
    host.annexes[103] = lost
    rounds()
    assert found('"nummer 103"') == 1
    assert Attachment.objects.visible_to(CARLA).filter(title="Bilag 103").exists()


def test_an_annex_that_another_meeting_names_stays(host: Host, rounds: Rounds) -> None:
    host.meetings[1].items[1].annexes = (101,)
    rounds()
    host.meetings.pop(2)
    rounds()
    assert found('"nummer 101"') == 1
    assert found('"nummer 102"') == 0


def test_annexes_that_only_the_agenda_named_go_with_it(host: Host, rounds: Rounds) -> None:
    rounds()
    agenda = host.meetings.pop(2)
    agenda.items[1].annexes = (102,)
    host.meetings[20] = Meeting(agenda.committee, agenda.day, agenda.items, minutes=True)
    rounds()
    assert found('"nummer 101"') == 0
    assert found('"nummer 102"') == 1


def test_minutes_that_are_taken_back_are_withdrawn_though_the_agenda_is_there_again(
    host: Host, rounds: Rounds
) -> None:
    rounds()
    agenda = host.meetings.pop(2)
    items = [Item("Ny kaj", "Kajen er slidt.", decision="Sælges hemmeligt.")]
    host.meetings[20] = Meeting(agenda.committee, agenda.day, items, minutes=True)
    rounds()
    assert found("hemmeligt") == 1
    minutes = host.meetings.pop(20)
    host.meetings[2] = agenda
    assert rounds().withdrawn == 1
    assert (found("hemmeligt"), agenda.day in days()) == (0, False)
    assert rounds().withdrawn == 0
    host.meetings.pop(2)
    minutes.items[0].decision = "Repareres."
    host.meetings[21] = minutes
    rounds()
    assert (found("hemmeligt"), found("repareres"), agenda.day in days()) == (0, 1, True)


def test_half_of_the_annexes_gone_at_once_withdraws_none(host: Host, rounds: Rounds) -> None:
    rounds()
    host.annexes.pop(101), host.annexes.pop(102)
    done = rounds()
    assert "2 af 2 bilag" in done.refused[0][1]
    assert found("broens pris") == 3


EMPTY = sends(b'{"Udvalg": {}}')


@pytest.mark.parametrize(
    ("misbehaviour", "told"),
    [
        (EMPTY, "tom"),
        (page, "andet end en liste"),
        (sends(b"[1, 2]"), "andet end en liste"),
        (sends(b'{"Udva'), "liste"),
    ],
)
def test_a_list_that_cannot_be_right_takes_nothing_away(
    host: Host, rounds: Rounds, source: Source, misbehaviour: Any, told: str
) -> None:
    rounds()
    before = days(), found("broens pris")
    host.misbehave[LIST].append(misbehaviour)
    done = rounds()
    assert told in done.suspicion
    assert (done.withdrawn, done.whole) == (0, False)
    assert (days(), found("broens pris")) == before
    assert [one.suspicion for one in standing(reader=ANNA)] == [done.suspicion]
    assert (rounds().suspicion, rounds().whole) == ("", True)


def test_half_of_the_meetings_gone_at_once_is_not_believed_unless_anna_says_so(
    host: Host, rounds: Rounds
) -> None:
    rounds()
    before = days()
    for number in (1, 2, 3):
        host.meetings.pop(number)
    host.meetings[8] = Meeting("Skovudvalget", "2031-12-03", [Item("Ny sti")])
    done = rounds()
    assert "3 af 6 møder" in done.suspicion
    assert (done.refused, done.looked_at) == ([], 4)  # those that are missing are not asked for
    assert days() == before | {"2031-12-03"}
    assert rounds().suspicion  # it is not forgotten
    done = rounds(believe=True)
    assert (done.withdrawn, done.suspicion) == (3, "")
    assert len(days()) == 4


@pytest.mark.parametrize(
    "misbehaviour", [page, sends(b'{"Navn": "noget andet"}'), sends(b'{"Dagsordenpunkter": []}')]
)
def test_an_agenda_that_cannot_be_right_changes_nothing(
    host: Host, rounds: Rounds, misbehaviour: Any
) -> None:
    rounds()
    before = days(), found("broens pris"), Version.objects.count()
    host.misbehave[f"dagsorden/{guid(2)}"].append(misbehaviour)
    done = rounds()
    assert [name for name, _ in done.refused] == ["Havneudvalget 2031-10-01"]
    assert (days(), found("broens pris"), Version.objects.count()) == before
    assert rounds().refused == []


def test_a_page_in_place_of_an_annex_is_not_taken_for_it(host: Host, rounds: Rounds) -> None:
    host.misbehave[f"bilag/{guid(103)}"].extend([page, page])
    done = rounds()
    assert "webside" in done.refused[0][1]
    assert found("log ind", ANNA) == 0
    assert rounds().annexes == 1
    assert found('"nummer 103"') == 1


def test_a_page_in_place_of_an_annex_that_we_have_leaves_ours(host: Host, rounds: Rounds) -> None:
    rounds()
    host.misbehave[f"bilag/{guid(103)}"].extend([page, page])
    assert "webside" in rounds().refused[0][1]
    assert found('"nummer 103"') == 1
    host.misbehave[f"bilag/{guid(103)}"].extend([page, page])
    host.meetings[5].items.append(Item("Ny fyrlampe"))
    assert "webside" in rounds().refused[0][1]
    assert (found('"nummer 103"'), found("fyrlampe")) == (1, 1)
