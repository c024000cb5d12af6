"""A page that is a picture gains its text, where it stands, for those who may see it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from raadhus.documents import storage
from raadhus.documents.models import Page, Passage, Scan, ScanStatus, Version
from raadhus.ingest import scans
from raadhus.ingest.actions import ingest
from raadhus.meetings.models import AgendaItem, Attachment, Meeting
from raadhus.openness import Reader
from raadhus.search import catch_up, search

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

CARLA, DRIFT = Reader.anonymous(), Reader.operator()
LETTER = (
    "Vi støtter forslaget om en ny cykelsti langs\nÆrøvej, men ønsker, at farten sænkes til\n40 km/t. "
    "Udgiften på 1,2 mio. kr. finder vi\nrimelig."
)
COVER = ("Høringssvar", "Her følger de svar, der kom til forslaget om en ny cykelsti.")


def letter() -> Image.Image:
    picture = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(picture).multiline_text(
        (120, 200), LETTER, fill=0, font=ImageFont.load_default(size=40), spacing=24
    )
    return picture


def photograph() -> Image.Image:
    return Image.linear_gradient("L").resize((1240, 1754))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A page of text, a page that is a picture of a letter, and a page that is a picture of nothing."""
    file = tmp_path / "papir.pdf"
    canvas = Canvas(str(file), pagesize=(595, 842), invariant=1)
    for number, line in enumerate(COVER):
        canvas.drawString(60, 780 - 30 * number, line)
    canvas.showPage()
    for picture in (letter(), photograph()):
        canvas.drawImage(ImageReader(picture), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return file


@pytest.fixture
def version(paper: Path) -> Version:
    ingest(paper, by=DRIFT)
    catch_up()
    assert search("farten", reader=DRIFT).total == 0
    return Version.objects.get()


def test_a_picture_of_a_letter_is_read_and_found(version: Version) -> None:
    assert scans.queue() == 2
    assert scans.read_waiting() == 2
    assert dict(Scan.objects.values_list("page__number", "status")) == {2: "read", 3: "empty"}
    assert Scan.objects.filter(page__number=2, confidence__range=(0.8, 1)).exists()
    catch_up()
    hit = search("cykelsti farten sænkes", reader=CARLA).hits[0]
    assert (hit.page, "40 km/t" in hit.text) == (2, True)


def test_nothing_is_read_twice(version: Version) -> None:
    scans.queue()
    assert scans.read_waiting(most=1) == 1
    assert scans.read_waiting() == 1
    assert (scans.queue(), scans.read_waiting(), scans.waiting()) == (0, 0, 0)


def test_what_is_read_in_an_annex_belongs_to_its_item(version: Version) -> None:
    body = version.document.body
    meeting = Meeting.objects.create(
        body=body, date=date(2031, 3, 4), kind="agenda", published_at=timezone.now()
    )
    item = AgendaItem.objects.create(
        meeting=meeting, number="1", position=1, title="Ny cykelsti langs Ærøvej"
    )
    Attachment.objects.create(
        item=item, number=1, title="Høringssvar", version=version, first_page=2, last_page=3
    )
    scans.queue()
    scans.read_waiting()
    passage = Passage.objects.get(page__number=2)
    assert passage.placement.item == item
    assert passage.heading[:2] == [item.title, "Høringssvar"]


def test_what_is_read_on_a_closed_page_is_closed(version: Version) -> None:
    Page.objects.filter(number__gte=2).update(closed=True)
    scans.queue()
    scans.read_waiting()
    catch_up()
    assert search("farten sænkes", reader=CARLA).total == 0
    assert search("farten sænkes", reader=DRIFT).total == 1


def test_a_page_whose_reader_died_is_read_by_the_next(version: Version) -> None:
    scans.queue()
    Scan.objects.update(taken_at=timezone.now())
    assert scans.read_waiting() == 0
    Scan.objects.update(taken_at=timezone.now() - timedelta(hours=1))
    assert scans.read_waiting() == 2


def test_an_original_that_has_gone_is_no_crash(version: Version) -> None:
    scans.queue()
    storage.path_of(version.sha256).unlink()
    scans.read_waiting()
    assert set(Scan.objects.values_list("status", flat=True)) == {ScanStatus.FAILED}
