"""The language model from the terminal: asked with it and without, looked at, and turned off."""

from pathlib import Path
from typing import Any

import pytest

from raadhus.assistant.wording.tests import town
from raadhus.assistant.wording.tests.standin import Asked, Said
from raadhus.cli.tests.terminal import Terminal

pytestmark = pytest.mark.django_db

REPORT = """Rapport om havnen

Indledning
Havnen i Sønderbæk har 214 bådpladser, og ventelisten er på 38 både.
"""
QUESTION = "Hvor mange bådpladser har havnen i Sønderbæk?"


@pytest.fixture(autouse=True)
def _imported(raadhus: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "rapport.txt"
    file.write_text(REPORT, encoding="utf-8")
    raadhus.json("import", file)


def honest(asked: Asked) -> list[Said]:
    return [f"I Sønderbæk har havnen 214 bådpladser [{asked.number_of('214')}]."]


def lying(asked: Asked) -> list[Said]:
    return [f"I Sønderbæk har havnen 314 bådpladser [{asked.number_of('214')}]."]


def test_an_answer_says_that_a_model_worded_it(raadhus: Terminal, settings: Any) -> None:
    with town.model(settings, honest):
        said = raadhus.json("ask", QUESTION)
        assert (said["model"], said["answer"]) == (town.NAME, "I Sønderbæk har havnen 214 bådpladser. [1]")
        assert "214 bådpladser" in said["citations"][0]["quote"]
        assert f"sprogmodellen {town.NAME}" in raadhus.says("ask", QUESTION)


def test_the_model_is_left_out_when_it_lies_and_when_told_to(raadhus: Terminal, settings: Any) -> None:
    with town.model(settings, lying) as stand_in:
        for said in (raadhus.json("ask", QUESTION), raadhus.json("ask", QUESTION, "--no-model")):
            assert said["model"] is None
            assert "214" in said["answer"]
            assert "314" not in str(said)
    assert len(stand_in.asked) == 1


def test_drift_sees_what_the_model_did_and_turns_it_off(raadhus: Terminal, settings: Any) -> None:
    assert "Ingen sprogmodel" in raadhus.says("model")
    with town.model(settings, lying):
        raadhus.json("ask", QUESTION)
        seen = raadhus.json("model", "--status")
        assert (seen["model"], seen["on"], seen["calls"], seen["dropped"]) == (
            town.NAME,
            True,
            1,
            {"number": 1},
        )
        assert seen["latest"][0]["ending"] == "too_little"
        assert "for lidt kunne bevises" in raadhus.says("model")
        assert raadhus.json("model", "--off")["on"] is False
        raadhus.json("ask", QUESTION)
        assert raadhus.json("model", "--on")["endings"] == {"too_little": 1, "switched_off": 1}


def test_strangers_neither_look_nor_switch(raadhus: Terminal) -> None:
    for choice in ("--status", "--off"):
        assert "har ikke lov" in raadhus.says("model", choice, "--as", "anonymous", status=2)


def test_the_checks_can_be_measured(raadhus: Terminal) -> None:
    found = raadhus.json("model", "--measure")
    assert found["lies"] >= 120
    assert found["miss_rate"] <= 0.01
    assert "Løgne sluppet igennem" in raadhus.says("model", "--measure")
