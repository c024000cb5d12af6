"""What was public and is so no longer: kept for the body's members, out of everybody else's view."""

import shutil
from pathlib import Path

import pytest

from raadhus.core.models import JournalEntry
from raadhus.documents.models import Passage, Version
from raadhus.ingest.actions import ingest, store_package
from raadhus.meetings.models import Attachment, Meeting
from raadhus.meetings.tests.papers import item, meeting, package
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import Body
from raadhus.parsing.formats.sbsys_publication.tests import samples
from raadhus.parsing.tests.paper import as_pdf
from raadhus.publication import publish_document, restore, withdraw, withdraw_document
from raadhus.search import catch_up, search

pytestmark = pytest.mark.django_db

CARLA, ANNA = Reader.anonymous(), Reader.operator()


@pytest.fixture
def public() -> Meeting:
    body = Body.objects.create(name="Hjelmsund Kommune")
    store_package(package(meeting(item("1", "Ny svømmehal"))), by=ANNA, body=body, publish=True)
    return Meeting.objects.get()


def seen_by(reader: Reader) -> tuple[bool, bool, bool]:
    return (
        Meeting.objects.visible_to(reader).exists(),
        Version.objects.visible_to(reader).exists(),
        Passage.objects.visible_to(reader).exists(),
    )


def found(reader: Reader) -> int:
    catch_up()
    return search("svømmehal", reader=reader).total


def test_what_is_withdrawn_is_for_the_bodys_own_eyes_in_search_too(public: Meeting) -> None:
    bo = Reader("bo", organizations=frozenset({public.organization_id or 0}))
    assert found(CARLA) > 0
    withdraw(public, by=ANNA)
    assert seen_by(CARLA) == (False, False, False)
    assert found(CARLA) == 0
    assert seen_by(bo) == (True, True, True)
    assert found(bo) > 0


def test_what_is_restored_is_as_it_was(public: Meeting) -> None:
    before = found(CARLA), public.published_at
    withdraw(public, by=ANNA)
    restored = restore(public, by=ANNA)
    assert (found(CARLA), restored.published_at) == before
    restore(public, by=ANNA)
    assert JournalEntry.objects.filter(verb="meeting.restored").count() == 1


def test_a_paper_that_was_held_back_is_not_restored_into_view(public: Meeting) -> None:
    Version.objects.update(published_at=None)
    withdraw(public, by=ANNA)
    restore(public, by=ANNA)
    assert seen_by(CARLA)[1:] == (False, False)


def test_withdrawing_twice_is_withdrawing_once(public: Meeting) -> None:
    withdraw(withdraw(public, by=ANNA), by=ANNA)
    assert JournalEntry.objects.filter(verb="meeting.withdrawn").count() == 1
    assert restore(public, by=ANNA).published_at is not None


def test_carla_may_neither_withdraw_nor_restore(public: Meeting) -> None:
    for verb in (withdraw, restore):
        with pytest.raises(NotAllowed):
            verb(public, by=CARLA)
    with pytest.raises(NotAllowed):
        withdraw_document(Version.objects.get(), by=CARLA)
    assert seen_by(CARLA) == (True, True, True)


def delivered(folder: Path, name: str, day: str) -> None:
    """A meeting whose one annex is the same file as any other's."""
    folder.mkdir()
    price = folder.parent / "pris.pdf"
    shutil.copy(
        price if price.exists() else as_pdf(folder.parent, "Prisen er 4 mio.", "pris.pdf"), folder / "1.pdf"
    )
    bridge = samples.item("1", f"Ny bro {name}", enclosures=[samples.enclosure(1, "Pris", "1.pdf")])
    xml = samples.publication([samples.agenda([bridge], when=day)])
    (folder / "Publication1.xml").write_text(xml, encoding="utf-8")
    ingest(folder, by=ANNA)


def test_an_annex_that_another_meeting_shows_stays_in_view(tmp_path: Path) -> None:
    delivered(tmp_path / "a", "nord", "01-10-2031 16:00:00")
    delivered(tmp_path / "b", "syd", "08-10-2031 16:00:00")
    annex = Attachment.objects.all()[0].version
    one, other = Meeting.objects.order_by("date")
    withdraw(one, by=ANNA)
    assert Version.objects.visible_to(CARLA).filter(pk=annex.pk).exists()
    withdraw(other, by=ANNA)
    assert not Version.objects.visible_to(CARLA).exists()


def test_an_annex_that_is_withdrawn_is_not_even_named(tmp_path: Path) -> None:
    delivered(tmp_path / "a", "nord", "01-10-2031 16:00:00")
    annex = Attachment.objects.get()
    withdraw_document(annex.version, by=ANNA)
    assert not Attachment.objects.visible_to(CARLA).exists()
    assert Attachment.objects.visible_to(ANNA).exists()
    publish_document(annex.version, by=ANNA)
    assert Attachment.objects.visible_to(CARLA).get() == annex
