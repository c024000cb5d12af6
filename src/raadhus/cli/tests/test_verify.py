"""`raadhus verify` finds what somebody, or the disk, has changed behind the house's back."""

from pathlib import Path

import pytest

from raadhus.cli.tests.terminal import Terminal
from raadhus.documents import storage
from raadhus.documents.models import Page, Passage, Version
from raadhus.meetings.models import Decision, MeetingSource

pytestmark = pytest.mark.django_db

MINUTES = Path(__file__).parents[4] / "tests" / "byraadets-referat.txt"


@pytest.fixture
def version(raadhus: Terminal) -> Version:
    raadhus.json("import", MINUTES)
    return Version.objects.get()


def codes(raadhus: Terminal, *, status: int = 1) -> set[str]:
    return {fault["code"] for fault in raadhus.json("verify", status=status)["faults"]}


def test_what_was_just_stored_has_no_faults(raadhus: Terminal, version: Version) -> None:
    assert Decision.objects.exists()
    report = raadhus.json("verify")
    assert (report["faults"], report["looked_at"] > 10) == ([], True)
    assert "Fejl: 0" in raadhus.says("verify")


def test_an_original_that_has_gone_or_changed(raadhus: Terminal, version: Version) -> None:
    original = storage.path_of(version.sha256)
    original.write_bytes(original.read_bytes() + b".")
    assert codes(raadhus) == {"file-changed"}
    original.unlink()
    assert codes(raadhus) == {"file-missing"}
    raadhus.json("import", MINUTES)
    assert codes(raadhus, status=0) == set()


def test_a_file_nobody_knows_is_told_of_and_left(raadhus: Terminal, version: Version, tmp_path: Path) -> None:
    stray = tmp_path / "fremmed.txt"
    stray.write_text("Hvem lagde mig her?", encoding="utf-8")
    kept = storage.path_of(storage.keep(stray))
    assert codes(raadhus) == {"file-unknown"}
    assert kept.exists()


def test_pages_that_have_gone(raadhus: Terminal, version: Version) -> None:
    Version.objects.update(page_count=version.page_count + 1)
    assert codes(raadhus) == {"pages-missing"}


def test_a_page_that_says_something_else_now(raadhus: Terminal, version: Version) -> None:
    for page in Page.objects.all():
        Page.objects.filter(pk=page.pk).update(text="x" * len(page.text))
    assert codes(raadhus) == {"not-at-source", "index-differs"}


def test_a_passage_that_goes_beyond_its_page(raadhus: Terminal, version: Version) -> None:
    Passage.objects.filter(pk=Passage.objects.values("pk")[:1]).update(end=10**6)
    assert "passage-outside" in codes(raadhus)


def test_a_meeting_that_no_paper_tells_of_any_more(raadhus: Terminal, version: Version) -> None:
    MeetingSource.objects.update(is_current=False)
    assert codes(raadhus) == {"no-current-source"}


@pytest.mark.parametrize("change", [{"closed": True}, {"start": 1}], ids=["closed", "another text"])
def test_an_index_that_says_something_else_is_built_again(
    raadhus: Terminal, version: Version, change: dict[str, object]
) -> None:
    """Changed without a word in the journal: nobody but `verify` can know."""
    Passage.objects.filter(pk=Passage.objects.order_by("pk").values("pk")[:1]).update(**change)
    assert codes(raadhus) == {"index-differs"}
    assert raadhus.json("verify", "--repair")["repaired"]
    assert codes(raadhus, status=0) == set()


def test_an_index_that_knows_a_document_that_is_gone_is_built_again(
    raadhus: Terminal, version: Version, tmp_path: Path
) -> None:
    report = tmp_path / "rapport.txt"
    report.write_text("Rapport om havnen\n\nHavnen har 214 bådpladser til fritidssejlere.", encoding="utf-8")
    raadhus.json("import", report)
    Version.objects.exclude(pk=version.pk).delete()
    assert codes(raadhus) == {"index-unknown", "file-unknown"}
    raadhus.json("verify", "--repair", status=1)
    assert codes(raadhus) == {"file-unknown"}
