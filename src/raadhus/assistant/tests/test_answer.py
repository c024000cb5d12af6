"""Bo and Carla ask; the answer is what stands there, or that it does not stand there."""

import pytest

from raadhus.assistant import answer
from raadhus.documents.models import PassageKind
from raadhus.meetings.choices import Outcome
from raadhus.search import catch_up
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, bo

pytestmark = pytest.mark.django_db

TOWN = (
    "Badebroen ved Sandhavn havde 412 besøgende i 2025. Broen males hvert andet år.",
    "Lejeaftalen om bådhuset udløber 31. marts 2027. Den kan ikke forlænges.",
    "Der gives 2,17 kr. pr. km i kajakgodtgørelse til ansatte, der padler i arbejdstiden.",
    "Forslaget om nattebade kunne ikke tiltrædes, da der mangler livreddere.",
    "Klitudvalget består af formand Vera Strandvig og seks medlemmer.",
    "Havnekontoret tager imod henvendelser fra sejlere hver dag.",
    "I Vestkøbing er der tre badebroer.",
)


@pytest.fixture(autouse=True)
def _town() -> None:
    version = house.version(house.organization("Klitudvalget"))
    for text in TOWN:
        house.passages(version, text)
    house.passages(version, "Bådhuset købes for 900.000 kr.", closed=True)
    house.tell(version)
    catch_up()


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Hvor mange besøgende havde badebroen i 2025?", "412"),
        ("Hvornår udløber lejeaftalen om bådhuset?", "31. marts 2027"),
        ("Hvor meget får man i kajakgodtgørelse pr. kilometer?", "2,17 kr."),
        ("Hvorfor kunne forslaget om nattebade ikke tiltrædes?", "livreddere"),
        ("Hvem er formand for Klitudvalget?", "Vera Strandvig"),
    ],
)
def test_carla_is_answered_with_what_stands_there(question: str, said: str) -> None:
    reply = answer(question, reader=CARLA)
    assert reply.answered
    assert said in reply.answer
    assert any(reply.citations[0].quote in text for text in TOWN)
    assert reply.model is None


@pytest.mark.parametrize(
    "question",
    [
        "Hvor mange besøgende havde badebroen i 2019?",
        "Hvor mange besøgende har badebroen i Østerlund?",
        "Hvor mange pingviner har kommunen?",
        "Hvornår udløber lejeaftalen om fyrtårnet?",
        "Hvem er formand for Fugleudvalget?",
        "Hvad koster en billet til nattebadet?",
        "Hvad er telefonnummeret til havnekontoret?",
        "Hvad blev besluttet om fyrtårnet?",
        "Hvor mange sejlere har Havnekontoret?",
        "",
        "???",
    ],
)
def test_what_does_not_stand_there_is_refused(question: str) -> None:
    reply = answer(question, reader=CARLA)
    assert not reply.answered
    assert reply.citations == ()
    assert "står ikke" in reply.answer


def test_carla_gets_no_answer_from_what_is_closed_and_bo_does() -> None:
    question = "Hvad købes bådhuset for?"
    assert "900.000" not in answer(question, reader=CARLA).answer
    assert "900.000" in answer(question, reader=bo(house.organization("Klitudvalget"))).answer


def test_a_decision_is_told_with_its_outcome() -> None:
    version = house.version(house.organization("Klitudvalget"))
    item = house.item(version, "Ny molebro", decision="Udsat til næste møde.", outcome=Outcome.POSTPONED)
    house.place(
        item,
        *house.passages(version, "Udsat til næste møde.", heading=("Ny molebro",), kind=PassageKind.DECISION),
    )
    house.tell(version)
    catch_up()
    reply = answer("Hvad blev besluttet om molebroen?", reader=CARLA)
    assert reply.answer == "Klitudvalget, 4. marts 2026: udsat. Udsat til næste møde. [1]"


def test_a_recommendation_is_never_told_as_a_decision() -> None:
    version = house.version(house.organization("Klitudvalget"))
    item = house.item(version, "Ny molebro")
    (passage,) = house.passages(
        version,
        "Det indstilles, at molebroen bygges i 2027.",
        heading=("Ny molebro",),
        kind=PassageKind.RECOMMENDATION,
    )
    house.place(item, passage)
    house.tell(version)
    catch_up()
    reply = answer("Hvad blev besluttet om molebroen?", reader=CARLA)
    assert not reply.answered
    assert "indstilling" in reply.answer


def test_a_denied_question_is_answered_by_a_denial_only() -> None:
    version = house.version(house.organization("Klitudvalget"))
    house.passages(version, "Molebroen har 40 bænke. I alt 12 bænke er ikke malet.", heading=("Molebroen",))
    house.tell(version)
    catch_up()
    reply = answer("Hvor mange bænke er ikke malet på molebroen?", reader=CARLA)
    assert reply.highlight in ("12", "")
    assert not answer("Hvor mange bænke har molebroen aldrig haft?", reader=CARLA).answered


def test_a_heading_is_not_told_as_part_of_the_sentence() -> None:
    version = house.version(house.organization("Klitudvalget"))
    text = (
        "Der gives ingen rabat.\nFrist for bådpladser\nMan skal søge om en bådplads senest den 3. maj 2031."
    )
    house.passages(version, text)
    house.tell(version)
    catch_up()
    reply = answer("Hvornår skal man senest søge om en bådplads?", reader=CARLA)
    assert reply.answer == "Man skal søge om en bådplads senest den 3. maj 2031. [1]"


def test_a_role_is_not_set_out_as_a_name() -> None:
    version = house.version(house.organization("Klitudvalget"))
    house.passages(
        version, "Budgettet for havnen blev vedtaget, idet 27 medlemmer stemte for og 4 stemte imod."
    )
    house.tell(version)
    catch_up()
    assert answer("Hvem stemte imod budgettet for havnen?", reader=CARLA).highlight == ""
