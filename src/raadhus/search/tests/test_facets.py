"""How many of what was found belong to what; for this reader only."""

from datetime import date

import pytest

from raadhus.documents.models import Passage
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader
from raadhus.search import catch_up, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, DRIFT, bo

pytestmark = pytest.mark.django_db


def facets(text: str, reader: Reader, year: str = "") -> dict[str, dict[str, int]]:
    results = search(text, reader=reader, facets=True, chosen={"year": year})
    return {facet.name: {value.label: value.count for value in facet.values} for facet in results.facets}


def test_what_is_found_is_counted_by_body_year_kind_and_outcome() -> None:
    council, port = house.organization("Byrådet"), house.organization("Havneudvalget", department="MTM")
    first, second = house.version(council), house.version(port)
    house.place(
        house.item(first, "Bad", day=date(2024, 5, 8), case="SAG-2024-17", decision="Vedtaget."),
        *house.passages(first, "Badebroen vedtages.", kind="decision"),
    )
    house.place(
        house.item(second, "Bro", day=date(2025, 5, 8)),
        *house.passages(second, "Badebroen males.", "Badebro."),
    )
    house.tell(first, second)
    catch_up()
    told = facets("badebro", CARLA)
    assert told["organization"] == {"Byrådet": 1, "Havneudvalget (MTM)": 2}
    assert told["year"] == {"2025": 2, "2024": 1}
    assert list(told["year"]) == ["2025", "2024"]
    assert told["type"] == {"decision": 1, "minutes": 3}
    assert told["outcome"] == {"adopted": 1}
    assert told["of_case"] == {"SAG-2024-17": 1}
    assert told["department"] == {"MTM": 2}
    assert facets("badebro", CARLA, year="2024")["organization"] == {"Byrådet": 1}
    assert search("badebro", reader=CARLA).facets == ()


def test_closed_papers_count_only_for_those_who_may_read_them() -> None:
    council, other = house.organization("Byrådet", department="BA"), house.organization("Fugleudvalget")
    version = house.version(council)
    item = house.item(
        version, "Salg", day=date(2025, 1, 8), case="SAG-2025-99", closed=True, decision="Solgt."
    )
    item.presenters = ["Havnefoged Hemmelig"]
    item.save()
    house.place(item, *house.passages(version, "Badebroen sælges.", kind="decision", closed=True))
    open_item = house.item(version, "Maling", day=date(2024, 1, 8))
    house.place(open_item, *house.passages(version, "Badebroen males.", kind="item"))
    house.tell(version)
    catch_up()
    for reader in (CARLA, bo(other)):
        told = facets("badebro", reader)
        assert told["organization"] == {"Byrådet (BA)": 1}
        assert told["year"] == {"2024": 1}
        assert told["type"] == {"item": 1, "minutes": 1}
        assert (told["outcome"], told["of_case"], told["person"]) == ({}, {}, {})
        assert search("", reader=reader, chosen={"of_case": "SAG-2025-99"}).total == 0
    for reader in (bo(council), DRIFT):
        told = facets("badebro", reader)
        assert told["outcome"] == {"adopted": 1}
        assert told["person"] == {"Havnefoged Hemmelig": 1}
        assert told["of_case"] == {"SAG-2025-99": 1}


def test_a_paper_out_before_its_meeting_tells_nothing_of_the_item() -> None:
    version = house.version(house.organization())
    item = house.item(version, "Bro", case="SAG-2025-5", decision="Vedtaget.")
    Meeting.objects.update(published_at=None)
    house.place(item, *house.passages(version, "Badebroen males."))
    house.tell(version)
    catch_up()
    told = facets("badebro", CARLA)
    assert (told["outcome"], told["of_case"]) == ({}, {})


def test_what_was_closed_after_it_was_indexed_counts_no_more() -> None:
    version = house.version(house.organization())
    house.place(house.item(version, "Bro", case="SAG-2025-5"), *house.passages(version, "Badebroen males."))
    house.tell(version)
    catch_up()
    Passage.objects.update(closed=True)
    house.tell(version, verb="version.closed")
    assert not any(facets("badebro", CARLA).values())
