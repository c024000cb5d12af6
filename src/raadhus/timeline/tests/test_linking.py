"""Which links are found in the rows, and that they stay as long as the papers say so."""

import random

import pytest

from raadhus.meetings.choices import Outcome
from raadhus.meetings.models import AgendaItem
from raadhus.openness import Reader
from raadhus.timeline.actions import confirm_link, reject_link
from raadhus.timeline.choices import LinkKind, LinkStatus
from raadhus.timeline.linking import catch_up, link_again
from raadhus.timeline.models import Link
from raadhus.timeline.tests import hall

pytestmark = pytest.mark.django_db

POOL = "Ny svømmehal på havnen"


def links(kind: LinkKind) -> list[Link]:
    catch_up()
    return list(Link.objects.filter(kind=kind).order_by("pk"))


def every_link() -> set[tuple[object, ...]]:
    return set(Link.objects.values_list("kind", "item", "other", "case__key", "score", "status"))


def test_an_item_belongs_to_the_case_whose_number_an_annex_carries() -> None:
    item = hall.item("Rådmandsmøde", "Svømmehal")
    hall.annex(item, "Sagsnr. EMN-2026-000123")
    case = hall.item("Byrådet", POOL, case="EMN-2026-123").case

    (link,) = links(LinkKind.ANNEX)

    assert (link.item, link.case, link.counts) == (item, case, True)


def test_a_number_on_the_annexes_of_a_whole_meeting_is_its_folder() -> None:
    for number in "123":
        hall.annex(hall.item("Rådmandsmøde", f"Emne {number}", number=number), "EMN-2026-000500")

    assert links(LinkKind.ANNEX) == []


def test_what_a_later_paper_tells_of_is_recognised_when_the_meeting_is_here() -> None:
    later = hall.item("Byrådet", POOL, case="EMN-2026-000123")
    hall.told(later, "Magistraten", after=-8, number="4")
    assert links(LinkKind.ROUTE) == []

    item = hall.item("Magistraten", "Svømmehallen", after=-8, number="4")

    (link,) = links(LinkKind.ROUTE)
    assert (link.item, link.case) == (item, later.case)


def test_a_route_does_not_take_an_item_from_the_case_it_names_itself() -> None:
    later = hall.item("Byrådet", POOL, case="EMN-2026-000123")
    hall.item("Magistraten", "Havnebad", after=-8, number="4", case="EMN-2026-000124")
    hall.told(later, "Magistraten", after=-8, number="4")

    assert links(LinkKind.ROUTE) == []


def test_a_committee_is_found_by_the_referral_and_the_title() -> None:
    hall.organization("Teknisk Udvalg")
    sent = hall.item("Byrådet", POOL, decision="Fremsendes til Teknisk Udvalg.", outcome=Outcome.REFERRED)
    taken = hall.item("Teknisk Udvalg", "Svømmehal på havnen", after=14)

    (link,) = links(LinkKind.REFERRAL)

    assert (link.item, link.other, link.counts) == (sent, taken, True)


def test_closed_and_standing_titles_are_compared_with_nothing() -> None:
    hall.item("Byrådet", POOL)
    hall.item("Teknisk Udvalg", POOL, after=7, closed=True)
    AgendaItem.objects.filter(pk=hall.item("Kulturudvalget", POOL, after=7).pk).update(standing=True)

    assert links(LinkKind.TITLE) == []


def test_a_title_that_is_changed_takes_its_link_along() -> None:
    item = hall.item("Byrådet", POOL)
    hall.item("Teknisk Udvalg", POOL, after=7)
    assert len(links(LinkKind.TITLE)) == 1

    item.title = "Cykelsti langs åen"
    item.save()
    hall.tell(item)

    assert links(LinkKind.TITLE) == []


def a_busy_spring() -> None:
    hall.organization("Teknisk Udvalg")
    sent = hall.item(
        "Byrådet",
        POOL,
        case="EMN-2026-000123",
        decision="Fremsendes til Teknisk Udvalg.",
        outcome=Outcome.REFERRED,
    )
    hall.told(sent, "Magistraten", after=-8, number="4")
    hall.annex(hall.item("Rådmandsmøde", "Svømmehal", after=-20), "EMN-2026-000123")
    hall.item("Magistraten", POOL, after=-8, number="4")
    hall.item("Teknisk Udvalg", POOL, after=14)
    hall.item("Kulturudvalget", "Svømmehal på havnen og havnebad", after=30)


def test_linking_twice_changes_nothing() -> None:
    a_busy_spring()
    assert catch_up() > 4
    first = every_link()

    assert catch_up() == 0
    assert link_again(set(AgendaItem.objects.values_list("meeting", flat=True))) == 0
    assert every_link() == first


@pytest.mark.parametrize("seed", range(5))
def test_the_order_in_which_papers_are_linked_makes_no_difference(seed: int) -> None:
    a_busy_spring()
    meetings = list(AgendaItem.objects.values_list("meeting", flat=True).distinct())
    link_again(set(meetings))
    together = every_link()
    Link.objects.all().delete()

    random.Random(seed).shuffle(meetings)
    for meeting in meetings:
        link_again({meeting})

    assert every_link() == together


@pytest.mark.parametrize("verdict", [confirm_link, reject_link])
def test_what_a_person_said_outlasts_the_next_import(verdict: object) -> None:
    item = hall.item("Byrådet", POOL)
    hall.item("Teknisk Udvalg", POOL, after=7)
    (link,) = links(LinkKind.TITLE)
    verdict(link, by=Reader.operator())  # type: ignore[operator]

    item.title = "Cykelsti langs åen"
    item.save()
    hall.tell(item)
    catch_up()

    link.refresh_from_db()
    assert link.status in (LinkStatus.CONFIRMED, LinkStatus.REJECTED)
