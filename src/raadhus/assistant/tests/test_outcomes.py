"""Whatever was proposed, what Carla is told was decided is what the minutes of that item say was decided."""

import pytest

from raadhus.assistant import answer
from raadhus.documents.models import PassageKind
from raadhus.meetings.choices import Outcome
from raadhus.search import catch_up
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db

DECIDED = {
    Outcome.ADOPTED: "Indstillingen blev tiltrådt. Redegørelsen om høring tages til efterretning senere.",
    Outcome.NOTED: "Taget til efterretning.",
    Outcome.DISCUSSED: "Udvalget drøftede sagen.",
    Outcome.REFERRED: "Fremsendes til Havneudvalget til behandling, jf. at sagen ønskes vedtaget i år.",
    Outcome.POSTPONED: "Udsat. Udvalget ønsker, at forslaget godkendes senere.",
    Outcome.REJECTED: "Indstillingen kunne ikke tiltrædes.",
    Outcome.WITHDRAWN: "Punktet udgik.",
    Outcome.NONE: "Intet til referat.",
    Outcome.OTHER: "Formanden besvarer henvendelsen.",
}
PROPOSED = (
    "Det indstilles, at molebroen sendes i høring.",
    "Det indstilles, at molebroen vedtages.",
    "Det indstilles, at forslaget om molebroen forkastes.",
    "Det indstilles, at redegørelsen om molebroen tages til efterretning.",
)


@pytest.mark.parametrize("proposed", PROPOSED)
@pytest.mark.parametrize("outcome", DECIDED)
def test_the_outcome_is_the_items_own(outcome: Outcome, proposed: str) -> None:
    _molebro(outcome, proposed)
    for question in (
        "Hvad blev besluttet om molebroen?",
        "Er molebroen vedtaget?",
        "Blev molebroen godkendt?",
    ):
        reply = answer(question, reader=CARLA)
        assert reply.answered
        (told,) = reply.decisions
        assert told.outcome == outcome
        assert reply.answer.startswith(f"Klitudvalget, 4. marts 2026: {outcome.label}. ")
        assert told.sentence in DECIDED[outcome]
        assert all(proposed not in text for text in (reply.answer, *(c.quote for c in reply.citations)))


@pytest.mark.parametrize("proposed", PROPOSED)
@pytest.mark.parametrize(
    "question",
    ["Hvad blev besluttet om molebroen?", "Hvornår blev molebroen vedtaget?", "Hvem godkendte molebroen?"],
)
def test_what_is_only_proposed_is_told_as_no_decision(proposed: str, question: str) -> None:
    version = house.version(house.organization("Klitudvalget"))
    item = house.item(version, "Ny molebro")
    text = f"{proposed} Vera Strandvig, 3. marts 2026."
    house.place(
        item, *house.passages(version, text, heading=("Ny molebro",), kind=PassageKind.RECOMMENDATION)
    )
    house.tell(version)
    catch_up()
    reply = answer(question, reader=CARLA)
    assert not reply.answered
    assert reply.citations == ()
    assert reply.decisions == ()


def _molebro(outcome: Outcome, proposed: str) -> None:
    version = house.version(house.organization("Klitudvalget"))
    item = house.item(version, "Ny molebro", decision=DECIDED[outcome], outcome=outcome)
    under = ("Ny molebro",)
    house.place(
        item,
        *house.passages(version, proposed, heading=under, kind=PassageKind.RECOMMENDATION),
        *house.passages(version, DECIDED[outcome], heading=under, kind=PassageKind.DECISION),
    )
    house.tell(version)
    catch_up()
