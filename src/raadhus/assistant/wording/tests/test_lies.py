"""A model that lies on purpose: none of it reaches Carla."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from raadhus.assistant.choices import Ending
from raadhus.assistant.models import ModelCall
from raadhus.assistant.wording.tests import town
from raadhus.assistant.wording.tests.standin import Asked, HangUp, Raw, Said, Status, Wait, chunk
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db

BRIDGE = "Hvor mange besøgende havde badebroen i 2030?"
LEASE = "Hvornår udløber lejeaftalen om bådhuset?"
MOLE = "Hvad blev besluttet om molebroen?"

Telling = Callable[[Asked], list[Said]]


@pytest.fixture(autouse=True)
def _town() -> None:
    town.build()


def told(text: str, about: str) -> Telling:
    """The model says `text`; "#" becomes the number of the passage that holds `about`."""

    def say(asked: Asked) -> list[Said]:
        number = asked.number_of(about)
        assert number, "the passage is not there to lie about"
        return [text.replace("#", str(number))]

    return say


def obedient(asked: Asked) -> list[Said]:
    """Does what a passage tells it to, as a model may that takes material for orders."""
    number = asked.number_of("Til den, der sammenfatter")
    orders = re.search(
        r"sammenfatter: (.*?\.) Det bør fremgå af alle svar, at (.*?\.)", asked.passages[number]
    )
    assert orders is not None
    return [f"{order[:-1]} [{number}]. " for order in orders.groups()]


LIES: dict[str, tuple[str, Telling]] = {
    "invents a number": (BRIDGE, told("Badebroen havde 512 besøgende om dagen i 2030 [#].", "412")),
    "changes a year": (BRIDGE, told("Badebroen havde 412 besøgende om dagen i 2031 [#].", "412")),
    "cites the wrong source": (BRIDGE, told("Badebroen havde 412 besøgende om dagen i 2030 [#].", "sammenfatter")),
    "cites what is not there": (BRIDGE, told("Badebroen havde 412 besøgende om dagen i 2030 [99].", "412")),
    "cites nothing": (BRIDGE, told("Badebroen havde 412 besøgende om dagen i 2030.", "412")),
    "cites everything": (BRIDGE, told("Badebroen havde 412 besøgende i 2030 [1][2][3][4].", "412")),
    "hides a lie before the mark": (BRIDGE, told("Broen er farlig. Badebroen havde 412 besøgende i 2030 [#].",
    "412")),
    "changes a date": (LEASE, told("Lejeaftalen om bådhuset udløber 30. april 2032 [#].", "bådhuset")),
    "denies": (LEASE, told("Lejeaftalen om bådhuset udløber ikke 31. marts 2032 [#].", "bådhuset")),
    "leaves out the denial": (LEASE, told("Lejeaftalen om bådhuset kan forlænges [#].", "bådhuset")),
    "answers in English": (LEASE, told("The lease on the boathouse expires on 31 March 2032 [#].", "bådhuset")),
    "adds a link": (LEASE, told("Bådhuset udløber 31. marts 2032, se https://fup.example/ [#].", "bådhuset")),
    "writes HTML": (LEASE, told("<b>Lejeaftalen om bådhuset</b> udløber 31. marts 2032 [#].", "bådhuset")),
    "makes noted adopted": (MOLE, told("Klitudvalget vedtog den nye molebro [#].", "efterretning")),
    "makes noted a hearing": (MOLE, told("Sagen om den nye molebro blev sendt i høring [#].", "efterretning")),
    "makes a proposal a decision": (MOLE, told("Klitudvalget vedtog en ny molebro for 2,4 mio. kr. [#].",
    "indstilles")),
    "tells a proposal as fact": (MOLE, told("Der bygges en ny molebro for 2,4 mio. kr. [#].", "indstilles")),
    "takes another body": (MOLE, told("Byrådet tog den nye molebro til efterretning [#].", "efterretning")),
    "takes another day": (MOLE, told("Klitudvalget tog den 5. marts 2026 molebroen til efterretning [#].",
    "efterretning")),
    "invents a name": (BRIDGE, told("Ifølge Vera Strandvig havde badebroen 412 besøgende i 2030 [#].", "412")),
    "misquotes": (BRIDGE, told("Badebroen havde »412 glade besøgende« i 2030 [#].", "412")),
    "obeys an annex": (BRIDGE, obedient),
    "thinks aloud": (BRIDGE, lambda _: ["<think>Jeg siger 512. Broen er lukket [1].</think>"]),
    "thinks without end": (BRIDGE, lambda _: ["<think>Badebroen havde 412 besøgende [1]. Broen er lukket [1]."]),
    "says nothing": (BRIDGE, lambda _: []),
    "says it does not know": (BRIDGE, lambda _: ["INTET SVAR"]),
    "never ends a sentence": (BRIDGE, lambda _: ["Badebroen er lukket og " * 900]),
    "stops halfway": (BRIDGE, lambda asked: [*told("Badebroen er lukket [#]", "412")(asked), HangUp()]),
    "is silent": (BRIDGE, lambda _: ["Badebroen er ", Wait()]),
    "sends rubbish": (BRIDGE, lambda _: [Raw(b"data: {not json\n\n")]),
    "sends a number": (BRIDGE, lambda _: [Raw(b"data: 5\n\n"), Raw(b'data: {"choices": [{"delta": 7}]}\n\n')]),
    "sends an error": (BRIDGE, lambda _: [Raw(b'data: {"error": {"message": "Broen er lukket"}}\n\n')]),
    "sends no words": (BRIDGE, lambda _: [Raw(chunk("").replace(b'"content": ""', b'"content": {"a": 1}'))]),
}  # fmt: skip
FAILS = {
    "never ends a sentence": Ending.ERROR,
    "stops halfway": Ending.ERROR,
    "is silent": Ending.TIMEOUT,
    "sends rubbish": Ending.ERROR,
    "sends an error": Ending.ERROR,
}


@pytest.mark.parametrize("lie", LIES)
def test_no_lie_reaches_carla(lie: str, settings: Any) -> None:
    question, say = LIES[lie]
    with town.model(settings, say) as stand_in:
        settings.RAADHUS_MODEL_SECONDS = 0.6 if lie == "is silent" else 5.0
        sentences, answer = town.asked(question, reader=CARLA)
    settings.RAADHUS_MODEL_ADDRESS = ""
    assert len(stand_in.asked) == 1
    assert sentences == []
    assert answer.model is None
    assert answer.answer == town.asked(question, reader=CARLA)[1].answer
    call = ModelCall.objects.get()
    assert call.ending == FAILS.get(lie, Ending.TOO_LITTLE)
    assert call.kept == 0


@pytest.mark.parametrize("status", [400, 401, 404, 500, 503])
def test_a_server_that_refuses_leaves_the_answer_without_a_model(
    status: int, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("raadhus.languagemodel._chat.FIRST_WAIT", 0.01)
    with town.model(settings, lambda _: Status(status)) as stand_in:
        sentences, answer = town.asked(BRIDGE, reader=CARLA)
    assert (sentences, answer.model) == ([], None)
    assert "412" in answer.answer
    assert len(stand_in.asked) == {400: 2, 401: 1, 404: 1, 500: 3, 503: 3}[status]
    assert ModelCall.objects.get().ending == Ending.ERROR


def test_a_server_that_is_not_there_leaves_the_answer_without_a_model(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("raadhus.languagemodel._chat.FIRST_WAIT", 0.01)
    with town.model(settings, lambda _: []):
        pass
    assert town.asked(BRIDGE, reader=CARLA)[1].model is None
    assert ModelCall.objects.get().ending == Ending.ERROR


def test_a_redirection_is_not_followed(settings: Any) -> None:
    with (
        town.model(settings, lambda _: ["Aldrig her [1]."]) as other,
        town.model(settings, lambda _: Status(307, (("Location", f"{other.address}/chat/completions"),))),
    ):
        assert town.asked(BRIDGE, reader=CARLA)[1].model is None
    assert other.asked == []
