"""Bo writes as Danes write; the papers do too, and seldom in the same way."""

import pytest

from raadhus.search import catch_up, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db

PAPERS = (
    "Klimaplanen er vedtaget.",
    "MSB's klimaplaner følges op.",
    "Kommunens plan for klima og natur.",
    "Cykelgodtgørelse gives pr. kilometer.",
    "Der gives godtgørelse til cyklister.",
    "Rådmændene i Aabenraa drøftede idéen.",
    "Barnets lov.",
    "Beløbet er 1.050.000 kr.",
    "Efter § 17, stk. 4 i loven.",
    "Skolerne i regio- nens midte.",
    "Mødet den 27. august 2031.",
)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("klimaplan", ["Klimaplanen er", "MSB's klimaplaner", "Kommunens plan for klima"]),
        ("plan for klima", ["Kommunens plan for klima", "MSB's klimaplaner", "Klimaplanen er"]),
        ("cykelgodtgørelse", ["Cykelgodtgørelse", "Der gives godtgørelse til cyklister"]),
        ("rådmand", ["Rådmændene"]),
        ("Åbenrå", ["Rådmændene i Aabenraa"]),
        ("ide", ["Rådmændene i Aabenraa"]),
        ("børnene", ["Barnets"]),
        ("1,05 mio. kr.", ["Beløbet"]),
        ("§17,4", ["Efter § 17"]),
        ("paragraf 17 stk 4", ["Efter § 17"]),
        ("17,4-udvalget", ["Efter § 17"]),
        ("regionen", ["Skolerne"]),
        ("27/8 2031", ["Mødet"]),
        ("27.8.31", ["Mødet"]),
    ],
)
def test_what_is_asked_for_is_found_first_however_it_is_written(asked: str, found: list[str]) -> None:
    version = house.version(house.organization())
    for text in PAPERS:  # a page each
        house.passages(version, text)
    house.tell(version)
    catch_up()
    texts = [hit.text for hit in search(asked, reader=CARLA).hits]
    assert len(texts) >= len(found)
    assert all(any(text.startswith(one) for text in texts[: len(found)]) for one in found)


def test_a_compound_that_stands_nowhere_is_said_to_be_only_alike() -> None:
    version = house.version(house.organization())
    house.passages(version, "Planen for havnen er færdig.", "Klimaet er i fokus.", "Skolen får en cykelsti.")
    house.tell(version)
    catch_up()
    (note,) = search("klimaplan", reader=CARLA).notes
    assert "»klimaplan« står ingen steder" in note
    assert search("cykelsti", reader=CARLA).notes == ()
