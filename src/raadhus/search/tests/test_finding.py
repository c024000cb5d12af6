"""Carla finds what is public, in the words she uses."""

from datetime import date

import pytest

from raadhus.search import Results, catch_up, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db


def found(text: str, **filters: object) -> list[str]:
    return [hit.text for hit in search(text, reader=CARLA, **filters).hits]  # type: ignore[arg-type]


def told(*texts: str, heading: tuple[str, ...] = ()) -> None:
    version = house.version(house.organization())
    house.passages(version, *texts, heading=heading)
    house.tell(version)
    catch_up()


def test_carla_finds_inflected_forms() -> None:
    told("Børnene får ny legeplads.", "Søbadet åbner til maj.")
    assert found("barn") == ["Børnene får ny legeplads."]


def test_carla_finds_the_whole_before_its_parts() -> None:
    told("Der er en plan for vandet, og klima er et emne.", "Klimaplanen er vedtaget.", "Intet nyt.")
    assert found("klimaplan")[0] == "Klimaplanen er vedtaget."


def test_carla_finds_a_compound_by_its_parts_and_the_other_way() -> None:
    told("Kajakgodtgørelse udbetales i maj.")
    assert found("godtgørelse") == found("kajakgodtgørelse") == ["Kajakgodtgørelse udbetales i maj."]
    told("Der gives godtgørelse for kajak i tjenesten.")
    assert "Der gives godtgørelse for kajak i tjenesten." in found("kajakgodtgørelse")


def test_carla_finds_a_word_broken_over_two_lines() -> None:
    told("Vi styrker klimaind-\nsatsen.")
    assert found("klimaindsats") == ["Vi styrker klimaind-\nsatsen."]


@pytest.mark.parametrize("amount", ["12.000", "12000", "12 000"])
def test_carla_finds_an_amount_however_it_is_written(amount: str) -> None:
    told("Broen koster 12.000 kr.", "Båden koster 13.000 kr.")
    assert found(amount) == ["Broen koster 12.000 kr."]


def test_a_heading_is_part_of_what_is_searched() -> None:
    told("Den åbner til maj.", heading=("Havnen", "Den nye badebro"))
    assert found("badebro") == ["Den åbner til maj."]


def test_words_in_quotes_stand_together() -> None:
    told("Den grønne bro er ny.", "Broen er grønne planters hjem.")
    assert found('"grønne bro"') == ["Den grønne bro er ny."]


def test_the_same_text_does_not_fill_the_first_page() -> None:
    told("Badebroen åbner til maj.")
    told("Badebroen  åbner til maj.")
    told("Badebroen blev dyr.")
    assert len({" ".join(text.split()) for text in found("badebroen åbner")[:2]}) == 2


def test_what_is_asked_for_comes_first() -> None:
    told("Badebroens besøgende er glade for badebroen.", "Badebroen havde 412 besøgende.")
    assert found("Hvor mange besøgende havde badebroen?")[0] == "Badebroen havde 412 besøgende."


def test_marks_show_the_words_that_matched() -> None:
    told("Vi åbner badebroerne i maj.")
    hit = search("badebro", reader=CARLA).hits[0]
    assert [hit.text[start:end] for start, end in hit.marks] == ["badebroerne"]


def test_carla_narrows_by_organization_date_and_case() -> None:
    told("Badebroen nævnes af ingen.")
    owner = house.organization("Havneudvalget", short_name="HU")
    version = house.version(owner)
    (passage,) = house.passages(version, "Badebroen drøftes.")
    house.place(house.item(version, "Badebro", day=date(2026, 3, 4), case="SAG-2026-000123"), passage)
    house.tell(version)
    catch_up()
    assert found("badebro", organization="hu") == ["Badebroen drøftes."]
    assert found("badebro", organization="Fugleudvalget") == []
    assert found("badebro", since=date(2026, 3, 4), until=date(2026, 3, 4)) == ["Badebroen drøftes."]
    assert found("badebro", since=date(2026, 3, 5)) == []
    assert found("badebro", case="sag 2026 123") == found("SAG-2026-000123")[:1] == ["Badebroen drøftes."]


def test_carla_lists_the_newest_first() -> None:
    owner = house.organization("Havneudvalget")
    for day in (date(2026, 1, 7), date(2026, 3, 4), date(2026, 2, 4)):
        version = house.version(owner)
        house.place(house.item(version, day=day), *house.passages(version, f"Badebroen {day:%m}."))
        house.tell(version)
    catch_up()
    newest_first = ["Badebroen 03.", "Badebroen 02.", "Badebroen 01."]
    assert found("badebro", sort="date") == newest_first
    assert found("", organization="Havneudvalget") == newest_first


def test_pages_of_hits_follow_each_other() -> None:
    told(*(f"Badebro nummer {n}." for n in range(75)))
    pages = [found("badebro", limit=10, offset=offset) for offset in range(0, 80, 10)]
    assert sorted(text for page in pages for text in page) == sorted(
        f"Badebro nummer {n}." for n in range(75)
    )


def test_nothing_asked_finds_nothing() -> None:
    told("Badebroen åbner.")
    assert search("", reader=CARLA).total == 0
    assert isinstance(search("???", reader=CARLA), Results)
