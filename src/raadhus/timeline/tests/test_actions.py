from collections.abc import Callable

import pytest

from raadhus.core.models import JournalEntry
from raadhus.openness import NotAllowed
from raadhus.timeline.actions import confirm_link, may_decide, reject_link, reopen_link
from raadhus.timeline.choices import LinkKind, LinkStatus
from raadhus.timeline.linking import catch_up
from raadhus.timeline.models import Link
from raadhus.timeline.tests import hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def link() -> Link:
    hall.item("Byrådet", "Ny svømmehal på havnen")
    hall.item("Teknisk Udvalg", "Ny svømmehal på havnen", after=7)
    catch_up()
    return Link.objects.get(kind=LinkKind.TITLE)


@pytest.mark.parametrize("seat", ["Byrådet", "Teknisk Udvalg"])
def test_bo_may_say_what_is_the_same_where_he_sits(link: Link, seat: str) -> None:
    assert reject_link(link, by=hall.bo(seat)).status == LinkStatus.REJECTED
    assert confirm_link(link, by=hall.bo(seat)).status == LinkStatus.CONFIRMED


def test_it_stands_in_the_journal_once(link: Link) -> None:
    for _ in range(2):
        reject_link(link, by=hall.bo("Byrådet"))

    entry = JournalEntry.objects.get(verb="link.rejected")
    assert (entry.actor, entry.data["item"], entry.data["kind"]) == ("bo", link.item_id, "title")


def test_those_without_a_seat_in_either_body_may_not(link: Link) -> None:
    for stranger in (hall.CARLA, hall.bo("Kulturudvalget")):
        assert not may_decide(link, by=stranger)
        with pytest.raises(NotAllowed):
            reject_link(link, by=stranger)

    link.refresh_from_db()
    assert link.status == LinkStatus.FOUND


@pytest.mark.parametrize("verdict", [confirm_link, reject_link])
def test_bo_takes_back_what_he_said(link: Link, verdict: Callable[..., Link]) -> None:
    verdict(link, by=hall.bo("Byrådet"))
    assert reopen_link(link, by=hall.bo("Byrådet")).status == LinkStatus.FOUND

    with pytest.raises(NotAllowed):
        reopen_link(link, by=hall.CARLA)


def test_what_was_said_outlasts_the_same_paper_coming_again(link: Link) -> None:
    reject_link(link, by=hall.bo("Byrådet"))
    hall.tell(link.item)
    catch_up()
    link.refresh_from_db()
    assert link.status == LinkStatus.REJECTED

    reopen_link(link, by=hall.bo("Byrådet"))
    hall.tell(link.item)
    catch_up()
    assert Link.objects.get(kind=LinkKind.TITLE).counts
