"""The index is built anew beside the one that serves, and takes its place whole."""

import os
from pathlib import Path
from typing import NoReturn

import pytest
import tantivy

from raadhus.core.models import JournalMark
from raadhus.documents.models import Passage, Version
from raadhus.search import _index, _schema, catch_up, is_outdated, rebuild, search
from raadhus.search._home import begun, current, generations, in_use
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db


def told(*texts: str) -> None:
    version = house.version(house.organization())
    house.passages(version, *texts)
    house.tell(version)


def found() -> int:
    return search("badebro", reader=CARLA).total


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of this version with a passage in it, and a program of the next one."""
    told("Badebroen åbner.")
    catch_up()
    monkeypatch.setattr(_schema, "VERSION", _schema.VERSION + 1)


def crash(*_: object, **__: object) -> NoReturn:
    raise RuntimeError("strømmen gik")


def test_the_old_one_serves_until_the_new_one_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    told("Badebroen åbner.")
    catch_up()
    former = current()
    seen: list[int] = []
    rebuild(progress=lambda _: seen.append(found()))
    assert seen == [1]
    assert found() == 1
    assert current() != former


def test_the_worn_one_goes_with_its_marks_when_nobody_uses_it() -> None:
    told("Badebroen åbner.")
    catch_up()
    former = current()
    assert former is not None
    held = in_use(former)
    assert held is not None
    rebuild()
    assert former in generations()
    os.close(held)
    assert found() == 1  # from now on this process too reads the new one
    catch_up()
    assert generations() == [current()]
    assert not JournalMark.objects.filter(consumer=former.consumer).exists()


def test_news_come_to_the_one_that_serves_and_to_the_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    told("Badebroen åbner.")
    catch_up()
    seen: list[int] = []

    def meanwhile(_: int) -> None:
        if not seen:
            told("Badebroen lukker.")
            seen.append(catch_up())
            seen.append(found())

    assert rebuild(progress=meanwhile) == 2
    assert seen == [1, 2]
    assert found() == 2
    assert catch_up() == 0


@pytest.mark.usefixtures("next_version")
def test_a_program_of_the_next_version_serves_the_old_index_until_it_has_built_its_own() -> None:
    former = current_of_before()
    assert is_outdated()
    assert found() == 1
    told("Badebroen lukker.")
    assert catch_up() == 2
    assert not is_outdated()
    assert found() == 2
    catch_up()
    assert not former.exists()


@pytest.mark.usefixtures("next_version")
def test_what_is_closed_while_the_old_index_serves_is_found_no_more() -> None:
    Passage.objects.update(closed=True)
    house.tell(Version.objects.get(), verb="version.closed")
    assert is_outdated()
    assert found() == 0


@pytest.mark.usefixtures("next_version")
def test_an_index_that_tells_something_else_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_schema, "OLDEST_READABLE", _schema.VERSION)
    assert found() == 0
    assert not is_outdated()
    catch_up()
    assert found() == 1


@pytest.mark.usefixtures("next_version")
def test_an_index_with_other_fields_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("andet")
    others = builder.build()
    monkeypatch.setattr(_schema, "schema", lambda: others)
    assert found() == 0
    assert not is_outdated()


def test_the_index_of_a_later_version_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    told("Badebroen åbner.")
    with monkeypatch.context() as later:
        later.setattr(_schema, "VERSION", _schema.VERSION + 1)
        catch_up()
        its = current()
    assert found() == 0
    assert catch_up() == 1
    rebuild()
    assert found() == 1
    assert its in generations()


def test_what_was_begun_is_gone_on_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_index, "ENTRIES_AT_ONCE", 1)
    told("Badebroen åbner.")
    told("Badebroen lukker.")
    catch_up()
    steps: list[int] = []

    def fails_the_second_time(indexed: int) -> None:
        steps.append(indexed)
        if len(steps) == 2:
            crash()

    with pytest.raises(RuntimeError):
        rebuild(progress=fails_the_second_time)
    assert found() == 2
    half = begun()
    assert half is not None
    assert rebuild() == 1
    assert found() == 2
    now = current()
    assert now is not None
    assert now.id == half.id


def test_a_start_that_left_nothing_usable_is_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    told("Badebroen åbner.")
    with monkeypatch.context() as patch:
        patch.setattr(tantivy, "Index", crash)
        with pytest.raises(RuntimeError):
            catch_up()
    assert begun() is not None
    assert catch_up() == 1
    assert generations() == [current()]


def test_files_from_before_there_were_generations_go(home: Path) -> None:
    told("Badebroen åbner.")
    (home / "index").mkdir()
    (home / "index" / "meta.json").write_text("{}")
    catch_up()
    assert not (home / "index" / "meta.json").exists()
    assert found() == 1


def current_of_before() -> Path:
    (only,) = generations()
    return only.directory
