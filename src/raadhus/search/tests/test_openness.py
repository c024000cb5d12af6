"""What is closed does not leak: neither texts nor titles nor counts."""

from datetime import timedelta

import pytest
from django.utils import timezone

from raadhus.documents.models import Passage
from raadhus.meetings.choices import Visibility
from raadhus.openness import Reader
from raadhus.search import catch_up, rebuild, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, DRIFT, bo

pytestmark = pytest.mark.django_db


def test_carla_sees_neither_closed_passages_nor_their_number() -> None:
    council = house.organization()
    version = house.version(council)
    house.passages(version, "Badebroen åbner.")
    house.passages(version, "Badebroen købes af Havnefirmaet.", closed=True)
    house.tell(version)
    catch_up()
    assert search("badebro", reader=CARLA).total == 1
    assert search("havnefirmaet", reader=CARLA).total == 0
    assert search("badebro", reader=bo(council)).total == 2
    assert search("badebro", reader=bo(house.organization("Fugleudvalget"))).total == 1
    assert search("badebro", reader=DRIFT).total == 2


def test_an_open_passage_on_a_closed_item_is_closed() -> None:
    council = house.organization()
    version = house.version(council)
    house.place(house.item(version, "Salg af bro", closed=True), *house.passages(version, "Badebroen."))
    house.tell(version)
    catch_up()
    assert search("badebro", reader=CARLA).total == 0
    assert search("badebro", reader=bo(council)).hits[0].title == "Salg af bro"


def test_the_title_of_a_closed_item_shows_in_no_heading() -> None:
    version = house.version(house.organization())
    house.item(version, "Salg af hemmelig bro", closed=True)
    house.place(
        house.item(version, "Badning"),
        *house.passages(
            version, "Vandet er koldt.", heading=("Salg af hemmelig bro", "Punkt 3: Salg af hemmelig bro")
        ),
    )
    house.tell(version)
    catch_up()
    assert search("hemmelig", reader=CARLA).total == 0
    assert search("vandet", reader=CARLA).hits[0].heading == ()


def test_closed_words_on_the_same_page_do_not_help_to_find_an_open_passage() -> None:
    version = house.version(house.organization())
    first, _ = house.passages(version, "Havnefirmaet køber broen.", "Vandet er koldt.")
    Passage.objects.filter(pk=first.pk).update(closed=True)
    house.tell(version)
    catch_up()
    assert search("havnefirmaet vandet", reader=CARLA).hits[0].page_top == ""
    assert search("havnefirmaet", reader=CARLA).total == 0


def test_drafts_are_for_the_organization_alone() -> None:
    council = house.organization()
    version = house.version(council, draft=True)
    house.passages(version, "Badebroen åbner.")
    house.tell(version)
    catch_up()
    assert search("badebro", reader=CARLA).total == 0
    assert search("badebro", reader=bo(council)).total == 1


def test_what_is_to_be_published_tomorrow_is_not_found_today() -> None:
    version = house.version(house.organization(), published=timezone.now() + timedelta(days=1))
    house.passages(version, "Badebroen åbner.")
    house.tell(version)
    catch_up()
    assert search("badebro", reader=CARLA).total == 0


def test_what_was_closed_after_it_was_indexed_is_gone_at_once() -> None:
    council = house.organization()
    version = house.version(council)
    item = house.item(version, "Bro")
    house.place(item, *house.passages(version, "Badebroen åbner."))
    house.tell(version)
    catch_up()
    item.visibility = Visibility.CLOSED
    item.save()
    assert search("badebro", reader=CARLA).total == 0  # the rows say so, though nobody has told the journal
    house.tell(version, verb="item.closed")
    assert search("badebro", reader=CARLA).total == 0
    catch_up()
    assert search("badebro", reader=CARLA).total == 0
    assert search("badebro", reader=bo(council)).total == 1


def test_news_not_yet_indexed_is_not_even_counted() -> None:
    version = house.version(house.organization())
    house.passages(version, *(f"Badebro nummer {n}." for n in range(30)))
    house.tell(version)
    catch_up()
    Passage.objects.update(closed=True)
    house.tell(version, verb="version.closed")
    assert search("badebro", reader=CARLA, limit=10).total == 0


@pytest.mark.parametrize(
    "reader", [CARLA, Reader("bo", organizations=frozenset({10**6}))], ids=["carla", "bo of another body"]
)
def test_the_order_of_open_hits_tells_nothing_of_closed_papers(reader: Reader) -> None:
    """How rare a word is decides the order: a word of many closed papers must stay as rare as it was."""
    council = house.organization()
    paper = house.version(council)
    benches = [f"Parken har bænk nummer {n} ved fuglehuset." for n in range(20)]
    house.passages(paper, "Badebroen åbner for svømmere i havnen.", "Fuglekassen hænger i parken.", *benches)
    house.tell(paper)

    def shown(said: str) -> list[tuple[str, float]]:
        closed = [house.version(council) for _ in range(30)]
        for version in closed:
            house.passages(version, f"Sagen om {said} er fortrolig.", closed=True)
        rebuild()
        hits = search("badebro fuglekasse bænk", reader=reader).hits
        for version in closed:
            version.pages.all().delete()
        return [(hit.text, hit.score) for hit in hits]

    assert shown("intet") == shown("badebro")
