"""Who may take papers in, and what is held back until somebody says so."""

import os
from datetime import datetime
from pathlib import Path

import pytest

from raadhus.documents.models import Version
from raadhus.ingest.actions import ingest, store_package
from raadhus.ingest.models import IngestedFile
from raadhus.meetings.models import AgendaItem
from raadhus.meetings.telling import PublicAlready
from raadhus.meetings.tests.papers import item, meeting, package
from raadhus.openness import Reader
from raadhus.organisation.models import Body, Organization

pytestmark = pytest.mark.django_db

ANNA = Reader.operator()


@pytest.fixture
def body() -> Body:
    return Body.objects.create(name="Sønderbæk Kommune")


def taken_in(file: Path, *, by: Reader) -> IngestedFile:
    return ingest(file, by=by).files.get()


def test_a_stranger_takes_nothing_in(tmp_path: Path, home: Path) -> None:
    file = tmp_path / "rapport.txt"
    file.write_text("Rapport om havnen og dens 214 bådpladser.", encoding="utf-8")
    refused = taken_in(file, by=Reader.anonymous())
    assert (refused.status, Version.objects.count()) == ("refused", 0)
    assert "ikke ret til" in refused.reason
    assert not [p for p in (home / "files").rglob("*") if p.is_file()]


def test_a_secretary_takes_in_the_papers_of_her_own_body(body: Body) -> None:
    council = Organization.objects.create(body=body, name="Byrådet", classification="council")
    secretary = Reader("mette", organizations=frozenset({council.pk}))
    paper = package(meeting(item("1", "Ny svømmehal")))
    version, _ = store_package(paper, by=secretary, body=body, publish=True)
    assert version.organization == council


def test_a_draft_does_not_change_a_meeting_that_is_public(body: Body) -> None:
    store_package(package(meeting(item("1", "Havneplads")), name="a"), by=ANNA, body=body, publish=True)
    minutes = meeting(item("1", "Havneplads", decision="Købes."), kind="minutes")
    with pytest.raises(PublicAlready):
        store_package(package(minutes, name="b"), by=ANNA, body=body, publish=False)


def test_a_draft_may_reprint_a_public_meeting_and_changes_nothing_of_it(body: Body) -> None:
    store_package(package(meeting(item("1", "Havneplads")), name="a"), by=ANNA, body=body, publish=True)
    next_week = meeting(item("1", "Referat"), start=datetime(2026, 3, 18, 16))
    reprint = meeting(
        item("1", "Havneplads", decision="Købes.", annexes=("Pris",)),
        item("2", "Nyt"),
        kind="minutes",
        role="nested",
    )
    store_package(package(next_week, reprint, name="b"), by=ANNA, body=body, publish=False)
    public = AgendaItem.objects.get(title="Havneplads")
    assert not hasattr(public, "decision")
    assert not public.attachments.exists()
    assert list(public.meeting.items.all()) == [public]


def test_a_document_that_marks_something_as_closed_is_held_back(tmp_path: Path) -> None:
    file = tmp_path / "ukendt.txt"
    file.write_text("Oversigt\n\nLukket: Køb af grund ved Engen\nPrisen er 4 mio. kr.\n", encoding="utf-8")
    done = taken_in(file, by=ANNA)
    assert [w["code"] for w in done.warnings] == ["speaks-of-closed"]
    assert not Version.objects.visible_to(Reader.anonymous()).exists()


def test_text_of_a_paper_does_not_take_the_papers_place(body: Body) -> None:
    pdf = package(meeting(item("1", "Havneplads", annexes=("Kort",))), name="pdf")
    text = package(meeting(item("1", "Havneplads")), name="text")
    object.__setattr__(pdf, "format", "firstagenda-pdf")
    store_package(pdf, by=ANNA, body=body, publish=True)
    store_package(text, by=ANNA, body=body, publish=True)
    current = AgendaItem.objects.get().meeting.sources.get(is_current=True)
    assert current.version.format == "firstagenda-pdf"


def test_a_name_that_is_no_utf8_is_written_so_that_it_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "gammelt"
    folder.mkdir()
    for name in (b"a.txt", b"b\xe6.txt", b"c.txt"):
        (folder / os.fsdecode(name)).write_text(f"Rapport {name!r} om havnen.", encoding="utf-8")
    run = ingest(folder, by=ANNA)
    assert [f.status for f in run.files.order_by("pk")] == ["imported"] * 3
    assert run.files.filter(file_name="b�.txt").exists()
