"""A disk that fills up while indexing: what was stored is told, and the same command completes it."""

from pathlib import Path
from unittest.mock import Mock

import pytest

from raadhus.cli.tests.terminal import Terminal
from raadhus.search import IndexNotWritten, _index, catch_up
from raadhus.search.tests import house

pytestmark = pytest.mark.django_db


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    writer = Mock()
    writer.add_document.side_effect = ValueError("An IO error occurred: 'No space left on device'")
    replace = _index._replace
    monkeypatch.setattr(_index, "_replace", lambda _, *portion: replace(writer, *portion))
    return monkeypatch


@pytest.mark.usefixtures("full")
def test_the_error_has_a_name_and_is_one_of_the_disk() -> None:
    version = house.version(house.organization())
    house.passages(version, "Broen åbner i maj.")
    house.tell(version)
    with pytest.raises(IndexNotWritten, match="No space left"):
        catch_up()
    assert issubclass(IndexNotWritten, OSError)


def test_import_tells_what_it_stored_and_goes_on_when_there_is_room(
    raadhus: Terminal, tmp_path: Path, full: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "notat.txt"
    paper.write_text("Et notat om bådpladser.\n", encoding="utf-8")
    assert raadhus.json("import", paper, status=1)["imported"] == 1
    assert "Kør den samme kommando igen" in raadhus.says("import", paper, status=1)
    full.undo()
    assert raadhus.json("import", paper)["unchanged"] == 1
    assert raadhus.json("search", "bådpladser")["total"] == 1
