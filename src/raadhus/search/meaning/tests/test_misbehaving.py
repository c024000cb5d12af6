"""A model that fails costs nothing but its neighbours: searches answer by words, and embedding goes on later."""

import logging
import time
from collections.abc import Callable
from typing import Any

import pytest

from raadhus.documents.models import Vector
from raadhus.search import catch_up, meaning, search
from raadhus.search.meaning.tests.standin import Model
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytest_plugins = ("raadhus.search.meaning.tests.fixtures",)
pytestmark = pytest.mark.django_db

Ready = Callable[[], None]
OTHERS = tuple(f"Punkt om emne{n} og sted{n}." for n in range(80))
BROKEN = ["500", "truncated", "fewer", "silent", "dribbles"]


def told(*texts: str) -> None:
    version = house.version(house.organization())
    house.passages(version, *texts)
    house.tell(version)


@pytest.mark.parametrize("mode", BROKEN)
def test_a_search_answers_by_words_and_says_so_once(
    model: Model, ready: Ready, settings: Any, caplog: pytest.LogCaptureFixture, mode: str
) -> None:
    told("Birk plantes.", "Løvfældende plantes.", *OTHERS)
    ready()
    settings.RAADHUS_EMBEDDING_SECONDS = 0.2
    model.mode = mode
    began = time.monotonic()
    for query in ("birk", "birk plantes", "birk vandes"):
        assert search(query, reader=CARLA).hits[0].text == "Birk plantes."
    assert time.monotonic() - began < 2
    assert len([r for r in caplog.records if "by words alone" in r.message]) == 1


def test_vectors_of_another_length_are_not_compared(
    model: Model, ready: Ready, caplog: pytest.LogCaptureFixture
) -> None:
    told("Løvfældende plantes.", *OTHERS)
    ready()
    model.dimension = 96
    assert search("birk", reader=CARLA).total == 0
    assert "another length" in caplog.text


@pytest.mark.parametrize("mode", ["nan", "refuses"])
def test_one_question_the_model_will_not_take_stops_no_other(model: Model, ready: Ready, mode: str) -> None:
    told("Løvfældende plantes.", *OTHERS)
    ready()
    model.mode = mode
    assert search("birk", reader=CARLA).total == 0
    model.mode = "well"
    assert search("birk", reader=CARLA).total == 1


@pytest.mark.parametrize("mode", ["500", "truncated", "fewer", "none of them", "refuses"])
def test_embedding_that_fails_goes_on_when_the_model_is_well_again(
    model: Model, ready: Ready, caplog: pytest.LogCaptureFixture, mode: str
) -> None:
    told("Løvfældende plantes.", *OTHERS)
    catch_up()
    model.mode = mode
    assert meaning.embed().failed
    assert Vector.objects.count() == 0
    assert "No vectors" in caplog.text
    model.mode = "well"
    asked = len(model.seen)
    assert meaning.embed().failed  # left alone for a while ...
    assert len(model.seen) == asked
    ready()  # ... unless asked by hand
    assert search("birk", reader=CARLA).total == 1


def test_a_model_that_changes_its_length_is_refused(model: Model, ready: Ready) -> None:
    told("Løvfældende plantes.", *OTHERS)
    ready()
    kept = Vector.objects.count()
    model.dimension = 96
    told("Birk fældes.")
    assert "another length" in meaning.embed(by_hand=True).failed
    assert Vector.objects.count() == kept


def test_vectors_in_another_order_find_their_texts(model: Model, ready: Ready) -> None:
    model.mode = "backwards"
    told("Løvfældende plantes.", *OTHERS)
    ready()
    assert [hit.text for hit in search("birk", reader=CARLA).hits] == ["Løvfældende plantes."]


def test_a_text_too_long_for_the_model_is_shortened(model: Model, ready: Ready) -> None:
    model.longest = 400
    told("Løvfældende plantes. " * 60, *OTHERS)
    ready()
    assert search("birk", reader=CARLA).total == 1


def test_one_text_without_numbers_stops_no_other_and_is_tried_again_by_hand(
    model: Model, ready: Ready
) -> None:
    told("Løvfældende plantes.", *OTHERS)
    model.mode = "nan"
    ready()
    refused = meaning.status(reader=house.DRIFT)
    assert refused is not None
    assert refused.refused > 0
    model.mode = "well"
    ready()
    healed = meaning.status(reader=house.DRIFT)
    assert healed is not None
    assert healed.refused == 0
    assert search("birk", reader=CARLA).total == 1


def test_the_key_goes_to_the_model_and_nowhere_else(
    model: Model, ready: Ready, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "raadhus")
    settings.RAADHUS_EMBEDDING_KEY = "hemmelig-noegle"
    told("Løvfældende plantes.", *OTHERS)
    ready()
    model.mode = "500"
    told("Birk fældes.")
    assert "hemmelig" not in meaning.embed(by_hand=True).failed
    assert set(model.keys) == {"Bearer hemmelig-noegle"}
    assert "hemmelig" not in caplog.text
