"""What alerts ask of search: only the new papers, only good matches, and the same again later."""

from datetime import date

import pytest

from raadhus.documents.models import Passage
from raadhus.search import catch_up, found_again, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, bo

pytestmark = pytest.mark.django_db


def test_a_search_can_keep_to_some_versions() -> None:
    council = house.organization()
    old, new = house.version(council), house.version(council)
    house.passages(old, "Badebroen åbner.")
    house.passages(new, "Badebroen lukker.")
    house.tell(old, new)
    catch_up()
    found = search("badebro", reader=CARLA, versions=[new.pk])
    assert [hit.text for hit in found.hits] == ["Badebroen lukker."]
    assert search("", reader=CARLA, versions=[old.pk]).total == 1
    assert search("badebro", reader=CARLA, versions=[]).total == 0


def test_a_strict_search_wants_most_of_the_words() -> None:
    version = house.version(house.organization())
    house.passages(version, "Der kommer ny belægning.", "Der kommer en ny badebro ved havnen.")
    house.tell(version)
    catch_up()
    assert search("ny badebro havnen", reader=CARLA).total == 2
    assert search("ny badebro havnen", reader=CARLA, strict=True).total == 1


def test_what_was_found_is_found_again_as_far_as_the_reader_may_see() -> None:
    council = house.organization()
    version = house.version(council)
    passage, other = house.passages(version, "Badebroen åbner.", "Vandet er koldt.")
    ids = [other.pk, passage.pk]
    assert [h.passage_id for h in found_again(ids, text="badebro", reader=CARLA)] == ids
    assert found_again(ids, text="badebro", reader=CARLA)[1].marks == ((0, 9),)
    Passage.objects.filter(pk=passage.pk).update(closed=True)
    assert [h.passage_id for h in found_again(ids, text="badebro", reader=CARLA)] == [other.pk]
    assert len(found_again(ids, text="badebro", reader=bo(council))) == 2


def test_half_a_word_is_neither_news_nor_the_newest() -> None:
    version = house.version(house.organization())
    told = ["Klimaplanen blev vedtaget.", "MSB's klimaplaner drøftes.", "En plan for havnens spor."]
    for month, text in enumerate(told, 1):
        house.place(house.item(version, day=date(2026, month, 7)), *house.passages(version, text))
    house.tell(version)
    catch_up()
    newest = search("klimaplan", reader=CARLA, sort="date")
    assert [hit.text for hit in newest.hits] == [told[1], told[0]]
    assert search("klimaplan", reader=CARLA, strict=True).total == 2
    assert search("klimaplan", reader=CARLA).total == 3
