"""The index follows the journal, survives crashes and is built anew when it must be."""

import shutil
import threading
from pathlib import Path
from typing import NoReturn

import pytest

from raadhus.core.models import JournalEntry
from raadhus.documents.models import Passage
from raadhus.search import _index, catch_up, search
from raadhus.search._home import Generation, current, sole_writer
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db


def told(*texts: str) -> None:
    version = house.version(house.organization())
    house.passages(version, *texts)
    house.tell(version)


def kept() -> Generation:
    """The generation that serves."""
    generation = current()
    assert generation is not None
    return generation


def test_only_news_is_indexed() -> None:
    told("Badebroen åbner.", "Badebroen lukker.")
    assert catch_up() == 2
    assert catch_up() == 0
    told("Badebroen males.")
    assert catch_up() == 1
    assert search("badebro", reader=CARLA).total == 3


def test_a_version_told_of_twice_stands_there_once() -> None:
    version, other = house.version(house.organization()), house.version(house.organization())
    house.passages(version, "Badebroen åbner.")
    house.passages(other, "Badebroen lukker.")
    house.tell(version, other)
    catch_up()
    house.tell(version, other)
    house.tell(version)
    assert catch_up() == 2
    assert search("badebro", reader=CARLA).total == 2


def test_passages_that_are_gone_are_found_no_more() -> None:
    version = house.version(house.organization())
    house.passages(version, "Badebroen åbner.")
    house.tell(version)
    catch_up()
    Passage.objects.all().delete()
    house.tell(version, verb="version.reread")
    catch_up()
    assert search("badebro", reader=CARLA).total == 0


def test_a_crash_between_commit_and_mark_repeats_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    catch_up()
    told("Badebroen åbner.")

    def crash(*_: object) -> NoReturn:
        raise RuntimeError("strømmen gik")

    with monkeypatch.context() as patch:
        patch.setattr(_index, "mark_done", crash)
        with pytest.raises(RuntimeError):
            catch_up()
    assert catch_up() == 1
    assert search("badebro", reader=CARLA).total == 1


def test_a_deleted_index_is_built_anew(home: Path) -> None:
    told("Badebroen åbner.")
    catch_up()
    shutil.rmtree(home / "index")
    assert search("badebro", reader=CARLA).total == 0
    assert catch_up() == 1
    assert search("badebro", reader=CARLA).total == 1


def test_a_damaged_index_is_built_anew() -> None:
    told("Badebroen åbner.")
    catch_up()
    (kept().directory / "meta.json").write_text("{ skår")
    assert search("badebro", reader=CARLA).total == 0
    assert catch_up() == 1
    assert search("badebro", reader=CARLA).total == 1


def test_an_index_damaged_while_it_serves_is_let_go() -> None:
    told("Badebroen åbner.")
    catch_up()
    assert search("badebro", reader=CARLA).total == 1
    (kept().directory / "meta.json").write_text("{ skår")
    assert search("badebro", reader=CARLA).total == 0
    catch_up()
    assert search("badebro", reader=CARLA).total == 1


def test_a_searcher_that_runs_for_long_sees_what_was_indexed_since() -> None:
    told("Badebroen åbner.")
    catch_up()
    assert search("badebro", reader=CARLA).total == 1
    told("Badebroen lukker.")
    catch_up()
    assert search("badebro", reader=CARLA).total == 2


def test_every_entry_is_marked_also_those_that_change_no_passage() -> None:
    version = house.version(house.organization())
    house.tell(version)
    catch_up()
    assert not JournalEntry.objects.unseen_by(kept().consumer).exists()


def test_progress_tells_how_many_were_indexed() -> None:
    told("Badebroen åbner.", "Badebroen lukker.")
    steps: list[int] = []
    catch_up(progress=steps.append)
    assert sum(steps) == 2


def test_who_comes_second_waits_until_the_first_has_indexed() -> None:
    entered = threading.Event()

    def second() -> None:
        with sole_writer():
            entered.set()

    thread = threading.Thread(target=second)
    with sole_writer():
        thread.start()
        assert not entered.wait(0.2)
    thread.join()
    assert entered.is_set()
