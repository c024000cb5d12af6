"""Carla finds amounts, dates, paragraphs and names, whichever way she and the papers write them."""

import itertools

import pytest

from raadhus.search import catch_up, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db

WAYS = (
    ("Broen koster 1,05 mio. kr.", "Broen koster 1.050.000 kr.", "1,05 mio. kr.", "1.050.000 kr."),
    ("Mødet er 27. august 2025.", "Mødet er 27/8 2025.", "27-08-2025", "27. august 2025"),
    ("Udvalg efter § 17, stk. 4.", "Udvalg efter §17,4.", "§ 17, stk. 4", "§17,4"),
    ("Vejen til Aabenraa er lang.", "Vejen til Åbenrå er lang.", "aabenraa", "Åbenrå"),
)


@pytest.mark.parametrize(
    ("one", "other", "asked"), [(one, other, asked) for one, other, *ways in WAYS for asked in ways]
)
def test_both_ways_to_write_it_are_found_and_marked(one: str, other: str, asked: str) -> None:
    version = house.version(house.organization())
    house.passages(version, "Broen koster 9 mio. kr. og åbner 3. maj 2024 efter § 5 på Samsø.", one, other)
    house.tell(version)
    catch_up()
    hits = search(asked, reader=CARLA).hits
    assert {hit.text for hit in hits[:2]} == {one, other}
    assert all(hit.marks for hit in hits[:2])


def test_forms_and_words_are_asked_for_together() -> None:
    version = house.version(house.organization())
    pairs = itertools.product(("Broen", "Båden"), ("2 mio. kr.", "3 mio. kr."))
    house.passages(version, *(f"{thing} koster {amount}." for thing, amount in pairs))
    house.tell(version)
    catch_up()
    assert search("båd 3.000.000 kr", reader=CARLA).hits[0].text == "Båden koster 3 mio. kr.."
