"""`raadhus embed`: what the operator sees of search by meaning, on, off and out of reach."""

from typing import Any

import pytest

from raadhus.cli.tests.terminal import Terminal
from raadhus.search.meaning.tests.standin import Model
from raadhus.search.tests import house

pytest_plugins = ("raadhus.search.meaning.tests.fixtures",)
pytestmark = pytest.mark.django_db


def told(*texts: str) -> None:
    version = house.version(house.organization())
    house.passages(version, *texts)
    house.tell(version)


def test_off_it_says_what_to_set(raadhus: Terminal) -> None:
    assert "RAADHUS_EMBEDDING_ADDRESS" in raadhus.says("embed", status=2)
    assert "slået fra" in raadhus.says("embed", "--status")
    assert raadhus.json("embed", "--status") == {"on": False}


def test_one_run_makes_everything_ready(raadhus: Terminal, model: Model) -> None:
    told("Løvfældende plantes.", *(f"Punkt om emne{n} og sted{n}." for n in range(80)))
    before = raadhus.json("embed", "--status")
    assert (before["embedded"], before["in_use"], model.seen) == (0, False, [])
    after = raadhus.json("embed")
    assert (after["passages"], after["embedded"], after["in_use"], after["share"]) == (81, 81, True, 1.0)
    assert raadhus.json("search", "birk")["total"] == 1
    assert "81 af 81 passager har en vektor (100%)." in raadhus.says("embed", "--status")


def test_the_worker_does_the_same(raadhus: Terminal, model: Model) -> None:
    told("Birk plantes.")
    assert raadhus.json("work", "--once")["embedded"] == 1
    assert raadhus.json("embed", "--status")["in_use"]


def test_a_model_out_of_reach_is_said_in_a_sentence(raadhus: Terminal, model: Model) -> None:
    told("Birk plantes.")
    model.mode = "500"
    assert "Kør den samme kommando igen" in raadhus.says("embed", status=1)
    model.mode = "well"
    raadhus.says("embed")


def test_a_folder_without_a_model_is_said_in_a_sentence(raadhus: Terminal, settings: Any, home: Any) -> None:
    settings.RAADHUS_EMBEDDING_ADDRESS = str(home)
    settings.RAADHUS_EMBEDDING_MODEL = "tom"
    told("Birk plantes.")
    assert "Modellen kunne ikke bruges" in raadhus.says("embed", status=1)


def test_the_words_alone_are_measured_beside(raadhus: Terminal, model: Model, tmp_path: Any) -> None:
    told("Løvfældende plantes.", *(f"Punkt om emne{n} og sted{n}." for n in range(80)))
    raadhus.says("embed")
    questions = tmp_path / "q.tsv"
    questions.write_text("id\tquestion\tanswer\tsource\na\tbirk\tLøvfældende\tx\n", encoding="utf-8")
    told_of = raadhus.json("evaluate", questions, "--no-rivals")["search"]
    assert told_of["raadhus"]["mrr"] == 1.0
    assert told_of["raadhus, ordene alene"]["mrr"] == 0.0
