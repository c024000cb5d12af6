"""`raadhus corrections`: what Anna corrected, as test cases."""

import json
from pathlib import Path

import pytest

from raadhus.cli import main
from raadhus.ingest.actions import store_package
from raadhus.meetings.choices import Corrected
from raadhus.meetings.corrections import correct
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.tests.papers import item, meeting, package
from raadhus.openness import Reader
from raadhus.organisation.models import Body

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def corrected() -> None:
    paper = package(meeting(item("1", "Ny svømme hal")), name="dagsorden 4. marts.pdf")
    body = Body.objects.create(name="Hjelmsund Kommune")
    store_package(paper, by=Reader.operator(), body=body, publish=True)
    correct(AgendaItem.objects.get(), Corrected.TITLE, "Ny svømmehal", by=Reader.operator())


def test_each_package_comes_in_the_shape_of_inspect(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corrections", "--json"]) == 0
    [shape] = json.loads(capsys.readouterr().out)["packages"]
    assert shape["meetings"][0]["items"][0]["title"] == "Ny svømmehal"
    assert main(["corrections", "--json", "--as", "anonymous"]) == 0
    assert json.loads(capsys.readouterr().out) == {"packages": []}


def test_each_package_goes_to_a_file_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["corrections", str(tmp_path / "prøver")]) == 0
    [file] = (tmp_path / "prøver").iterdir()
    assert file.name.startswith("dagsorden_4._marts.pdf.")
    assert json.loads(file.read_text(encoding="utf-8"))["source"]["format"] == "firstagenda-text"
    assert capsys.readouterr().out == ""


def test_a_person_reads_them_as_lines(capsys: pytest.CaptureFixture[str]) -> None:
    main(["corrections"])
    assert (
        "punkt 1, overskrift: »Ny svømme hal« rettet til »Ny svømmehal« (operator" in capsys.readouterr().out
    )


def test_reading_again_says_what_is_still_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    """This paper was never kept as a file: nothing can be read in it."""
    assert main(["corrections", "--check", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["right"] == 0
    assert told["corrections"][0] | {"url": ""} == {
        "url": "", "what": "title", "annex": None, "expected": "Ny svømmehal", "read": None, "right": False,
    }  # fmt: skip
    assert main(["corrections", "--check"]) == 1
    assert "Læst rigtigt nu: 0 af 1." in capsys.readouterr().out
