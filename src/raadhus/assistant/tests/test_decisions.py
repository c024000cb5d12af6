"""Carla asks what was decided: the newest first, what came of it, and which matter it was."""

from datetime import date

import pytest

from raadhus.assistant import answer
from raadhus.documents.models import PassageKind
from raadhus.meetings.choices import Outcome
from raadhus.openness import Reader
from raadhus.search import catch_up
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, bo

pytestmark = pytest.mark.django_db


def decided(
    body: str,
    title: str,
    text: str,
    outcome: Outcome,
    day: date,
    *,
    case: str | None = None,
    closed: bool = False,
) -> None:
    version = house.version(house.organization(body))
    item = house.item(version, title, day=day, case=case, decision=text, outcome=outcome, closed=closed)
    kept = house.passages(version, text, heading=(title,), kind=PassageKind.DECISION, closed=closed)
    house.place(item, *kept)
    house.tell(version)
    catch_up()


def test_the_newest_comes_first_and_an_earlier_one_is_told_as_changed() -> None:
    decided(
        "Klitudvalget", "Ny molebro", "Vedtaget.", Outcome.ADOPTED, date(2026, 1, 7), case="EMN-2031-000123"
    )
    decided(
        "Havnerådet", "Ny molebro", "Forkastet.", Outcome.REJECTED, date(2026, 3, 4), case="EMN-2031-000123"
    )
    reply = answer("Hvad blev besluttet om molebroen?", reader=CARLA)
    newest, oldest = reply.answer.split("\n")
    assert newest == "Havnerådet, 4. marts 2026: ikke tiltrådt. Forkastet. [1]"
    assert oldest.startswith(
        "Klitudvalget, 7. januar 2026: vedtaget. Vedtaget. [2] Senere ændret den 4. marts 2026"
    )
    assert reply.decisions[0].later == ()
    assert reply.decisions[1].later[0].outcome == Outcome.REJECTED
    assert reply.matters == ()


def test_a_body_and_a_period_in_the_question_choose_the_decision() -> None:
    decided("Klitudvalget", "Ny molebro", "Udsat.", Outcome.POSTPONED, date(2024, 5, 8))
    decided("Havnerådet", "Ny molebro", "Vedtaget.", Outcome.ADOPTED, date(2025, 5, 8))
    assert "udsat" in answer("Hvad besluttede Klitudvalget om molebroen?", reader=CARLA).answer
    assert "vedtaget" in answer("Hvad blev besluttet om molebroen i 2025?", reader=CARLA).answer
    for question in (
        "Hvad blev besluttet om molebroen i Klitudvalget i 2025?",
        "Hvad blev besluttet om molebroen i Fugleudvalget?",
        "Hvad blev besluttet om molebroen i 2019?",
    ):
        reply = answer(question, reader=CARLA)
        assert not reply.answered
        assert reply.citations == ()


def test_matters_of_nearly_the_same_name_are_told_apart() -> None:
    for road, outcome in (
        ("Strandvej", Outcome.ADOPTED),
        ("Fyrvej", Outcome.REJECTED),
        ("Skovvej", Outcome.NOTED),
    ):
        decided("Klitudvalget", f"Cykelsti langs {road}", f"{outcome.label}.", outcome, date(2026, 1, 7))
    reply = answer("Hvad blev besluttet om cykelstien?", reader=CARLA)
    assert reply.answer.startswith("Flere sager passer på spørgsmålet: ")
    assert {matter.title for matter in reply.matters} == {
        "Cykelsti langs Strandvej",
        "Cykelsti langs Fyrvej",
        "Cykelsti langs Skovvej",
    }
    one = answer("Hvad blev besluttet om cykelstien langs Fyrvej?", reader=CARLA)
    assert [told.outcome for told in one.decisions] == [Outcome.REJECTED]


def test_a_case_number_names_its_matter() -> None:
    decided(
        "Klitudvalget", "Ny molebro", "Vedtaget.", Outcome.ADOPTED, date(2026, 1, 7), case="EMN-2031-000123"
    )
    reply = answer("Hvilken sag har sagsnummer EMN-2031-123?", reader=CARLA)
    assert reply.answer.startswith("Sagen er »Ny molebro«.")
    assert not answer("Hvilken sag har sagsnummer EMN-2031-999?", reader=CARLA).answered


def test_a_closed_decision_is_in_nothing_that_carla_sees() -> None:
    decided(
        "Klitudvalget", "Ny molebro", "Vedtaget.", Outcome.ADOPTED, date(2026, 1, 7), case="EMN-2031-000123"
    )
    question = "Hvad blev besluttet om molebroen?"
    asked = (
        question,
        "Hvad koster molebroen?",
        "Hvad blev besluttet i sag EMN-2031-123?",
        "Hvornår blev grunden købt?",
    )
    before = [seen(one, CARLA) for one in asked]
    decided(
        "Klitudvalget",
        "Ny molebro: køb af grund",
        "Forkastet for 900.000 kr.",
        Outcome.REJECTED,
        date(2026, 3, 4),
        case="EMN-2031-000123",
        closed=True,
    )
    assert [seen(one, CARLA) for one in asked] == before
    assert "900.000" in answer(question, reader=bo(house.organization("Klitudvalget"))).answer


def seen(question: str, reader: Reader) -> tuple[object, ...]:
    reply = answer(question, reader=reader)
    quotes = tuple(citation.quote for citation in (*reply.citations, *reply.nearest))
    return (reply.answer, reply.searched), reply.answered, reply.decisions, quotes


def test_what_was_rejected_is_not_told_with_what_was_adopted() -> None:
    decided("Klitudvalget", "Ny molebro", "Vedtaget.", Outcome.ADOPTED, date(2026, 1, 7))
    decided("Klitudvalget", "Natbus til fyret", "Forkastet.", Outcome.REJECTED, date(2026, 1, 7))
    decided("Havnerådet", "Slæbested", "Forkastet.", Outcome.REJECTED, date(2026, 3, 4))
    for question in (
        "Hvad blev ikke vedtaget i Klitudvalget?",
        "Hvilke forslag blev forkastet i Klitudvalget?",
        "Hvilke sager blev ikke godkendt i Klitudvalget i 2026?",
    ):
        reply = answer(question, reader=CARLA)
        assert [told.item_title for told in reply.decisions] == ["Natbus til fyret"], question
        assert "»Natbus til fyret«" in reply.answer
    assert not answer("Hvilke sager blev udsat i Klitudvalget?", reader=CARLA).answered


def test_what_became_of_a_matter_is_told_whatever_it_was() -> None:
    decided("Klitudvalget", "Natbus til fyret", "Forkastet.", Outcome.REJECTED, date(2026, 1, 7))
    assert "ikke tiltrådt" in answer("Hvad blev vedtaget om natbussen?", reader=CARLA).answer


def test_what_was_not_decided_is_not_answered_with_what_was() -> None:
    decided("Klitudvalget", "Ny molebro", "Vedtaget.", Outcome.ADOPTED, date(2026, 1, 7))
    reply = answer("Hvad blev der ikke besluttet om molebroen?", reader=CARLA)
    assert not reply.answered
    assert reply.answer.startswith("Hvad der ikke er besluttet")


def test_a_matter_whose_title_says_something_else_is_named() -> None:
    decided(
        "Klitudvalget", "Svar om fyret", "Svaret om molebroen vedtaget.", Outcome.ADOPTED, date(2026, 1, 7)
    )
    assert "Sagen er »Svar om fyret«." in answer("Blev molebroen vedtaget?", reader=CARLA).answer


def test_nothing_decided_yesterday_is_no_decision_of_last_year() -> None:
    decided("Klitudvalget", "Ny molebro", "Vedtaget.", Outcome.ADOPTED, date(2025, 1, 7))
    for when in ("i går", "i forgårs", "i denne uge", "sidste uge"):
        assert not answer(f"Hvad blev besluttet {when}?", reader=CARLA).answered
