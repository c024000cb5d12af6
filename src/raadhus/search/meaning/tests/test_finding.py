"""Carla finds what is told in other words than hers."""

from collections.abc import Callable
from datetime import date

import pytest

from raadhus.search import search
from raadhus.search.meaning.tests.standin import Model
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytest_plugins = ("raadhus.search.meaning.tests.fixtures",)
pytestmark = pytest.mark.django_db

Ready = Callable[[], None]
MANY = tuple(f"Punkt om emne{n} og sted{n}." for n in range(300))
OTHERS = MANY[:30]


def told(*texts: str, name: str = "Byrådet") -> None:
    version = house.version(house.organization(name))
    house.passages(version, *texts)
    house.tell(version)


def texts(query: str, **how: object) -> list[str]:
    return [hit.text for hit in search(query, reader=CARLA, **how).hits]  # type: ignore[arg-type]


def test_other_words_for_it_are_found(model: Model, ready: Ready) -> None:
    told("Pedalkøretøj stjålet.", *OTHERS)
    ready()
    assert texts("tohjulet") == ["Pedalkøretøj stjålet."]
    assert texts("tohjulet", by_meaning=False) == []


def test_nothing_is_found_for_what_nothing_is_like(model: Model, ready: Ready) -> None:
    told("Pedalkøretøj stjålet.", *OTHERS)
    ready()
    assert texts("rumfart") == []


def test_words_and_meaning_are_put_in_one_order(model: Model, ready: Ready) -> None:
    told("Birk plantes.", "Løvfældende plantes.", *OTHERS)
    ready()
    assert texts("birk") == ["Birk plantes.", "Løvfældende plantes."]


def test_what_is_found_by_meaning_is_counted_and_has_its_facets(model: Model, ready: Ready) -> None:
    told("Birk plantes.", *OTHERS)
    told("Løvfældende plantes.", name="Skovudvalget")
    ready()
    results = search("birk", reader=CARLA, facets=True)
    assert results.total == 2
    assert {v.label: v.count for v in results.facets[0].values} == {"Byrådet": 1, "Skovudvalget": 1}


@pytest.mark.parametrize("how", [{"organization": "Skovudvalget"}, {"chosen": {"type": "decision"}}])
def test_filters_hold_for_what_is_found_by_meaning(
    model: Model, ready: Ready, how: dict[str, object]
) -> None:
    told("Løvfældende plantes.", *OTHERS)
    woods = house.version(house.organization("Skovudvalget"))
    house.passages(woods, "Løvfældende fældes.", kind="decision")
    house.tell(woods)
    ready()
    assert texts("birk", **how) == ["Løvfældende fældes."]


def test_filters_in_the_text_hold_too_and_are_not_part_of_what_is_meant(model: Model, ready: Ready) -> None:
    told("Løvfældende plantes.", *OTHERS)
    told("Løvfældende fældes.", name="Skovudvalget")
    ready()
    assert texts("birk organ:Skovudvalget") == ["Løvfældende fældes."]
    assert model.seen[-1] == "birk"


@pytest.mark.parametrize(
    "query", ['"birk plantes"', "birk OR skat", "birk -rødder", "birk NEAR/5 rødder", "2031"]
)
def test_in_an_expression_the_words_decide(model: Model, ready: Ready, query: str) -> None:
    told("Løvfældende plantes.", *OTHERS)
    ready()
    asked = len(model.seen)
    assert texts(query) == []
    assert len(model.seen) == asked


@pytest.mark.parametrize("how", [{"sort": "date"}, {"strict": True}, {"versions": [1]}])
def test_by_date_and_for_alerts_the_words_decide(model: Model, ready: Ready, how: dict[str, object]) -> None:
    told("Løvfældende plantes.", *OTHERS)
    ready()
    assert texts("birk", **how) == []


def test_each_page_of_a_result_follows_the_one_before(model: Model, ready: Ready) -> None:
    told(*(f"Birk nummer {n}." for n in range(90)), *(f"Løvfældende nummer {n}." for n in range(20)), *MANY)
    ready()
    whole = texts("birk", limit=200)
    assert len(whole) > 90
    pages = [text for start in range(0, 200, 10) for text in texts("birk", limit=10, offset=start)]
    assert len(whole) == len(set(whole)) == search("birk", reader=CARLA).total
    assert pages == whole


def test_the_same_question_is_asked_once(model: Model, ready: Ready) -> None:
    told("Løvfældende plantes.", *OTHERS)
    ready()
    for _ in range(3):
        search("birk", reader=CARLA, facets=True, grouped=True)
    search("birk", reader=CARLA, until=date(2026, 1, 1))
    assert model.seen.count("birk") == 1
