"""Carla asks with the query language, and gets what she asked for."""

from datetime import date

import pytest

from raadhus.meetings.choices import Outcome
from raadhus.search import catch_up, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db


@pytest.fixture
def harbour() -> None:
    """Two bodies, two years, a decision and an annex."""
    council = house.organization("Byrådet", short_name="BR")
    port = house.organization("Havneudvalget", short_name="HU", department="MTM")
    first, second = house.version(council), house.version(port)
    pool = house.item(
        first,
        "Søbad",
        day=date(2024, 5, 8),
        case="SAG-2024-000017",
        decision="Vedtaget.",
        outcome=Outcome.ADOPTED,
    )
    house.place(pool, *house.passages(first, "Byrådet vedtog søbadet ved den lange mole.", kind="decision"))
    quay = house.item(second, "Kajen", day=date(2025, 8, 27), decision="Udsat.", outcome=Outcome.POSTPONED)
    house.place(
        quay, *house.passages(second, "Kajen og søbadet males grønne.", "Molen er lang og ny.", kind="item")
    )
    house.tell(first, second)
    catch_up()


def found(text: str) -> set[str]:
    return {hit.text.split()[0] for hit in search(text, reader=CARLA).hits}


@pytest.mark.usefixtures("harbour")
@pytest.mark.parametrize(
    ("text", "first_words"),
    [
        ("søbad", {"Byrådet", "Kajen"}),
        ("søbad -kaj", {"Byrådet"}),
        ("søbad -organ:hu", {"Byrådet"}),
        ("søbad organ:havneudvalget", {"Kajen"}),
        ("mole OR kaj", {"Byrådet", "Kajen", "Molen"}),
        ("(mole OR kaj) søbad", {"Byrådet", "Kajen"}),
        ("lang NEAR/0 mole", {"Byrådet"}),
        ("lang NÆR/1 mole", {"Byrådet", "Molen"}),
        ("type:beslutning", {"Byrådet"}),
        ("type:punkt søbad", {"Kajen"}),
        ("udfald:udsat", {"Kajen", "Molen"}),
        ("søbad dato:2024", {"Byrådet"}),
        ("dato:2025..", {"Kajen", "Molen"}),
        ("sag:sag-2024-17", {"Byrådet"}),
        ("afdeling:mtm kaj", {"Kajen", "Molen"}),
        ("-søbad", {"Molen"}),
        ('"males"', {"Kajen"}),
        ("søbad farve:rød", {"Byrådet", "Kajen"}),
    ],
)
def test_carla_gets_what_she_asked_for(text: str, first_words: set[str]) -> None:
    assert found(text) == first_words


@pytest.mark.usefixtures("harbour")
def test_a_word_kept_out_is_not_marked_and_one_of_two_is() -> None:
    hit = search("(mole OR tunnel) -kaj", reader=CARLA).hits[0]
    assert [hit.text[a:b] for a, b in hit.marks] in (["mole"], ["Molen"])


@pytest.mark.usefixtures("harbour")
def test_the_results_tell_what_could_not_be_read() -> None:
    assert "intet felt" in search("farve:rød", reader=CARLA).notes[0]
    assert search("søbad", reader=CARLA).notes == ()
