"""One item or document does not fill the page, and what is put together shows nothing closed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from raadhus.documents.models import Passage
from raadhus.openness import Reader
from raadhus.search import Hit, Results, catch_up, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, DRIFT, bo

pytestmark = pytest.mark.django_db


def grouped(
    text: str, *, reader: Reader = CARLA, limit: int = 10, offset: int = 0, sort: str = ""
) -> Results:
    return search(text, reader=reader, limit=limit, offset=offset, sort=sort or "relevance", grouped=True)


def told(*texts: str) -> None:
    version = house.version(house.organization())
    house.passages(version, *texts)
    house.tell(version)
    catch_up()


def texts_of(hit: Hit) -> set[str]:
    return {hit.text, *(one.text for one in hit.more)}


@pytest.mark.parametrize("sort", ["relevance", "date"])
def test_the_passages_of_one_item_are_one_hit(sort: str) -> None:
    version = house.version(house.organization())
    bridge, mole = house.item(version, "Bro"), house.item(version, "Mole")
    house.place(bridge, *house.passages(version, *(f"Badebro nummer {n}." for n in range(6))))
    house.place(mole, *house.passages(version, "Molen ved den gamle badebro."))
    house.tell(version)
    catch_up()
    results = grouped("badebro", sort=sort)
    hits = {hit.title: hit for hit in results.hits}
    assert set(hits) == {"Bro", "Mole"}
    assert (len(hits["Bro"].more), hits["Bro"].further) == (3, 5)
    assert (hits["Mole"].more, hits["Mole"].further) == ((), 0)
    assert (results.total, results.groups, results.all_grouped) == (7, 2, True)
    assert len(texts_of(hits["Bro"])) == 4


def test_without_an_item_the_passages_of_a_document_are_one_hit() -> None:
    told("Badebro A.", "Badebro B.")
    told("Badebro C.")
    assert sorted(hit.further for hit in grouped("badebro").hits) == [0, 1]


def test_the_best_passage_is_shown_and_the_next_tell_where_they_stand() -> None:
    told("Badebroens besøgende er glade for badebroen.", "Badebroen havde 412 besøgende.")
    (hit,) = grouped("Hvor mange besøgende havde badebroen?").hits
    assert hit.text == "Badebroen havde 412 besøgende."
    assert hit.more[0].text == "Badebroens besøgende er glade for badebroen."
    assert (hit.more[0].page, hit.more[0].document, hit.more[0].url) == (hit.page, hit.document, hit.url)
    assert hit.more[0].marks


def test_the_same_text_in_another_paper_is_a_place_and_no_further_passage() -> None:
    told("Badebroen åbner til maj.")
    told("Badebroen  åbner til maj.")
    (hit,) = grouped("badebroen åbner").hits
    assert (len(hit.places), hit.more) == (1, ())


def test_pages_of_grouped_hits_follow_each_other() -> None:
    for n in range(25):
        version = house.version(house.organization())
        house.passages(version, f"Badebro nummer {n}.", f"Badebro igen {n}.", f"Badebro til sidst {n}.")
        house.tell(version)
    catch_up()
    pages = [grouped("badebro", offset=offset) for offset in (0, 10, 20, 30)]
    assert [len(page.hits) for page in pages] == [10, 10, 5, 0]
    assert {(page.total, page.groups, page.all_grouped) for page in pages} == {(75, 25, True)}
    assert len({hit.version_id for page in pages for hit in page.hits}) == 25


def test_a_later_page_looks_deeper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("raadhus.search._search.GROUPED", (4, 12))
    for n in range(10):
        told(f"Badebro nummer {n}.", f"Badebro igen {n}.")
    first, later = grouped("badebro", limit=1), grouped("badebro", limit=2, offset=2)
    assert not first.all_grouped
    assert first.groups <= later.groups <= 10
    assert first.total == later.total == 20
    shown = [grouped("badebro", limit=2, offset=offset).hits for offset in (0, 2)]
    assert len({hit.version_id for hits in shown for hit in hits}) == 4


def test_strangers_see_no_closed_passage_or_draft_in_a_group_or_its_number() -> None:
    council, other = house.organization(), house.organization("Fugleudvalget")
    version, draft = house.version(council), house.version(council, draft=True)
    coming = house.version(council, published=timezone.now() + timedelta(days=1))
    item = house.item(version, "Bro")
    house.place(item, *house.passages(version, "Badebroen er åben."))
    house.place(item, *house.passages(version, "Badebroen er hemmelig.", closed=True))
    house.place(item, *house.passages(draft, "Badebroen er en hemmelig kladde.", "Badebroen er åben."))
    house.place(item, *house.passages(coming, "Badebroen er hemmelig til i morgen."))
    house.tell(version, draft, coming)
    catch_up()
    for reader in (CARLA, bo(other)):
        results = grouped("badebro", reader=reader)
        (hit,) = results.hits
        assert (results.total, results.groups) == (1, 1)
        assert (hit.text, hit.more, hit.further, hit.places) == ("Badebroen er åben.", (), 0, ())
    for reader in (bo(council), DRIFT):
        (hit,) = grouped("badebroen åben", reader=reader).hits
        assert (hit.further, len(hit.places)) == (3, 1)


def test_what_was_closed_a_moment_ago_is_gone_from_the_groups_too() -> None:
    told("Badebro A.", "Badebro B er hemmelig.", "Badebro C er hemmelig.")
    Passage.objects.filter(start__gt=0).update(closed=True)  # and nobody has told the journal
    results = grouped("badebro")
    (hit,) = results.hits
    assert (results.total, results.groups, hit.text, hit.more, hit.further) == (1, 1, "Badebro A.", (), 0)


def test_what_belongs_to_an_item_nobody_may_know_of_is_not_put_together_by_it() -> None:
    council = house.organization()
    first, second = house.version(council), house.version(council)
    item = house.item(first, "Hemmelig bro")
    item.meeting.published_at = None
    item.meeting.save()
    house.place(item, *house.passages(first, "Badebro A."), *house.passages(second, "Badebro B."))
    house.tell(first, second)
    catch_up()
    assert [hit.further for hit in grouped("badebro").hits] == [0, 0]
    assert [hit.further for hit in grouped("badebro", reader=bo(council)).hits] == [1]
