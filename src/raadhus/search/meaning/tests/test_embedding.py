"""Vectors follow the passages: as they come, change and go, from model to model, and after a crash."""

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from typing import Any, NoReturn

import numpy as np
import pytest
from django.db import connection

from raadhus.core.locks import alone
from raadhus.core.models import JournalMark
from raadhus.documents.models import Passage, Vector
from raadhus.search import catch_up, meaning, search
from raadhus.search.meaning import _embedding, _file, _rows
from raadhus.search.meaning._setting import home
from raadhus.search.meaning.tests.standin import Model
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, DRIFT

pytest_plugins = ("raadhus.search.meaning.tests.fixtures",)
pytestmark = pytest.mark.django_db

Ready = Callable[[], None]
OTHERS = tuple(f"Punkt om emne{n} og sted{n}." for n in range(80))


def told(*texts: str, **how: Any) -> Any:
    version = house.version(house.organization())
    house.passages(version, *texts, **how)
    house.tell(version)
    return version


def found(query: str = "birk") -> list[str]:
    return [hit.text for hit in search(query, reader=CARLA).hits]


def how_far() -> meaning.Status:
    now = meaning.status(reader=DRIFT)
    assert now is not None
    return now


def test_the_same_annex_at_five_meetings_is_embedded_once(model: Model, ready: Ready) -> None:
    for number in range(5):
        told("Birk plantes.", heading=(f"Pakke {number}", f"Punkt {number}: Træer", "Bilag om birk"))
    ready()
    assert model.seen == ["Træer / Bilag om birk Birk plantes."]
    assert Vector.objects.count() == 5


def test_new_passages_are_embedded_as_they_come(model: Model, ready: Ready) -> None:
    told(*OTHERS)
    ready()
    told("Løvfældende plantes.")
    ready()
    assert found() == ["Løvfældende plantes."]
    assert len(model.seen) == len(set(model.seen)) == len(OTHERS) + 2


def test_passages_that_are_gone_take_their_vectors_with_them(model: Model, ready: Ready) -> None:
    version = told("Løvfældende plantes.")
    told(*OTHERS)
    ready()
    Passage.objects.filter(page__version=version).delete()
    house.tell(version, verb="version.reread")
    ready()
    assert found() == []
    assert Vector.objects.count() == how_far().in_file == len(OTHERS)


def test_until_all_have_been_through_the_model_the_words_decide(model: Model, ready: Ready) -> None:
    told("Løvfældende plantes.", *OTHERS)
    catch_up()
    done = meaning.embed(seconds=0)
    assert done.more
    assert 0 < how_far().embedded < how_far().passages
    assert not how_far().in_use
    assert found() == []
    while meaning.embed(seconds=0).more:
        pass
    assert found() == ["Løvfældende plantes."]
    assert len(model.seen) == len(set(model.seen))


def test_another_model_starts_anew_and_meets_no_old_vector(model: Model, ready: Ready, settings: Any) -> None:
    told("Løvfældende plantes.", *OTHERS)
    ready()
    settings.RAADHUS_EMBEDDING_MODEL = "another"
    model.dimension = 96
    assert found() == []
    meaning.embed(seconds=0)
    assert found() == []
    assert {v.model.split("#")[0] for v in Vector.objects.all()} == {"stand-in", "another"}
    ready()
    assert found() == ["Løvfældende plantes."]
    assert {v.model.split("#")[0] for v in Vector.objects.all()} == {"another"}
    assert (
        JournalMark.objects.filter(consumer__startswith="meaning:").values("consumer").distinct().count() == 1
    )


def test_a_prefix_makes_another_model_of_it(model: Model, ready: Ready, settings: Any) -> None:
    told("Løvfældende plantes.", *OTHERS)
    settings.RAADHUS_EMBEDDING_TEXT_PREFIX, settings.RAADHUS_EMBEDDING_QUESTION_PREFIX = (
        "passage: ",
        "query: ",
    )
    ready()
    assert found() == ["Løvfældende plantes."]
    assert "passage: Løvfældende plantes." in model.seen
    assert model.seen[-1] == "query: birk"


def test_a_crash_after_some_were_saved_repeats_none_of_them(
    model: Model, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    told("Løvfældende plantes.", *OTHERS)
    catch_up()
    save, saved = _rows._save, []

    def crash(*how: Any) -> None:
        save(*how)
        saved.append(1)
        raise KeyboardInterrupt

    monkeypatch.setattr(_rows, "_save", crash)
    with pytest.raises(KeyboardInterrupt):
        meaning.embed()
    monkeypatch.undo()
    ready()
    assert saved == [1]
    assert found() == ["Løvfældende plantes."]
    assert len([text for text in model.seen if text != "birk"]) == len(OTHERS) + 1


def test_a_crash_while_the_file_is_written_leaves_the_old_one(
    model: Model, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    told("Løvfældende plantes.", *OTHERS)
    ready()
    told("Løvfældende fældes.")

    def crash(*_: Any, **__: Any) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(np, "savez", crash)
    with pytest.raises(KeyboardInterrupt):
        meaning.embed(by_hand=True)
    assert found() == ["Løvfældende plantes."]
    monkeypatch.undo()
    ready()
    assert sorted(found()) == ["Løvfældende fældes.", "Løvfældende plantes."]
    assert len([folder for folder in home().iterdir() if folder.is_dir()]) == 1


@pytest.mark.parametrize("harm", ["folder", "vectors", "torn", "rows", "name"])
def test_a_file_that_is_gone_or_damaged_is_made_again_from_the_rows(
    model: Model, ready: Ready, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    told("Løvfældende plantes.", *OTHERS)
    ready()
    told_of = _file.identity()
    assert told_of is not None
    folder = home() / told_of.id
    match harm:
        case "folder":
            shutil.rmtree(home())
        case "vectors":
            (folder / "vectors").unlink()
        case "torn":  # by a power cut: the machine starts anew
            whole = (folder / "vectors").read_bytes()
            (folder / "vectors").unlink()
            (folder / "vectors").write_bytes(whole[: len(whole) // 2])
            monkeypatch.setattr(_file, "_shelves", _file._Shelves())
        case "rows":
            (folder / "rows.npz").unlink()
        case "name":
            (home() / "now.json").write_text("{", encoding="utf-8")
    asked = len(model.seen)
    ready()
    assert len(model.seen) == asked
    assert found() == ["Løvfældende plantes."]


def test_another_process_sees_the_new_file(model: Model, ready: Ready) -> None:
    told(*OTHERS)
    ready()
    assert found() == []
    before = json.loads((home() / "now.json").read_text())
    told("Løvfældende plantes.")
    ready()
    assert json.loads((home() / "now.json").read_text())["id"] != before["id"]
    assert found() == ["Løvfældende plantes."]


def test_the_file_is_not_written_when_nothing_has_changed(model: Model, ready: Ready) -> None:
    told(*OTHERS)
    ready()
    before = (home() / "now.json").stat().st_mtime_ns
    ready()
    assert (home() / "now.json").stat().st_mtime_ns == before


def test_a_round_does_not_wait_for_one_by_hand(model: Model) -> None:
    told(*OTHERS)
    with alone(home() / "lock"):
        assert meaning.embed() == meaning.Round()
    assert model.seen == []


def test_with_many_vectors_the_likeliest_cells_are_enough(
    model: Model, ready: Ready, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_file, "EXACT_UP_TO", 100)
    monkeypatch.setattr(_file, "CELL", 20)
    monkeypatch.setattr(_file, "AT_ONCE", 64)
    told("Løvfældende plantes.", *(f"Punkt om emne{n} og sted{n}." for n in range(900)))
    ready()
    assert found() == ["Løvfældende plantes."]
    assert found("birk type:bilag") == []


def test_how_far_it_is_is_for_who_sees_all(model: Model) -> None:
    from raadhus.openness import NotAllowed

    with pytest.raises(NotAllowed):
        meaning.status(reader=CARLA)


@pytest.fixture
def other_machine() -> Iterator[None]:
    """Another connection holds PostgreSQL's lock."""
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_embedding.ONE_MACHINE])
            held.set()
            let_go.wait(20)
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(20)
    yield
    let_go.set()
    thread.join()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite is on one machine")
def test_of_two_machines_one_embeds(model: Model, other_machine: None) -> None:
    told("Løvfældende plantes.")
    assert meaning.embed().more
    assert model.seen == []
