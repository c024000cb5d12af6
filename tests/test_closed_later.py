"""An item that a later paper closes is closed in the earlier paper too, on every surface."""

import json
from pathlib import Path

import pytest
from django.test import Client

from raadhus.assistant import answer
from raadhus.cli import main
from raadhus.documents.models import Page, Passage
from raadhus.ingest.actions import ingest
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader
from raadhus.search import catch_up, search

pytestmark = pytest.mark.django_db

PACKAGE = Path(__file__).with_name("byraadets-referat.txt")
CARLA = Reader.anonymous()
SECRET = "svømmehal"


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    """First all is open; then the item about the swimming pool is closed, in its heading and in the contents."""
    text = PACKAGE.read_text(encoding="utf-8").replace("Lukket: ", "")
    open_paper, closed_paper = tmp_path / "referat.txt", tmp_path / "rettet referat.txt"
    open_paper.write_text(text, encoding="utf-8")
    closed_paper.write_text(text.replace("Ny svømmehal", "Lukket: Ny svømmehal"), encoding="utf-8")
    for paper in (open_paper, closed_paper):
        assert ingest(paper, by=Reader.operator()).files.get().status in ("imported", "updated")
    catch_up()
    return Meeting.objects.get()


def test_no_page_and_no_passage_tells(meeting: Meeting) -> None:
    assert Page.objects.filter(version__number=1, text__icontains=SECRET).count() == 2
    assert not Page.objects.visible_to(CARLA).filter(text__icontains=SECRET).exists()
    seen = [p.text.lower() for p in Passage.objects.visible_to(CARLA).select_related("page")]
    assert seen
    assert not [text for text in seen if SECRET in text]


def test_the_rest_of_the_earlier_paper_stays_open(meeting: Meeting) -> None:
    assert Page.objects.visible_to(CARLA).filter(version__number=1, text__contains="cykelsti").exists()
    assert search("cykelstier", reader=CARLA).total > 0


def test_search_and_answers_do_not_tell(meeting: Meeting) -> None:
    assert search(SECRET, reader=CARLA).total == 0
    assert search(SECRET, reader=Reader.operator()).total > 0
    assert not answer("Hvad koster den nye svømmehal?", reader=CARLA).answered


def test_no_page_of_the_web_tells(meeting: Meeting, client: Client) -> None:
    sources = list(meeting.sources.values_list("version_id", flat=True))
    addresses = [f"/moede/{meeting.pk}", "/", "/moeder", "/dokumenter", "/sag/EMN-2031-000412"]
    addresses += [f"/soeg?q={SECRET}a", "/soeg?q=byggeriet"]
    addresses += [f"/punkt/{item.pk}" for item in meeting.items.all()]
    addresses += [f"/dokument/{version}" for version in sources]
    addresses += [f"/dokument/{version}/side/{page}" for version in sources for page in range(1, 5)]
    addresses += [f"/dokument/{version}/original" for version in sources]
    for address in addresses:
        shown = client.get(address)
        told = shown.content.decode(errors="replace").lower().replace(f"{SECRET}a", "")
        assert SECRET not in told, address


def test_the_command_line_does_not_tell(meeting: Meeting, capsys: pytest.CaptureFixture[str]) -> None:
    for version in meeting.sources.values_list("version_id", flat=True):
        main(["show", f"/dokument/{version}", "--as", "anonymous", "--json"])
    main(["show", f"/moede/{meeting.pk}", "--as", "anonymous", "--json"])
    out = capsys.readouterr().out
    assert SECRET not in out.lower()
    assert json.loads(out[out.rindex("\n{") + 1 :])["items"]
