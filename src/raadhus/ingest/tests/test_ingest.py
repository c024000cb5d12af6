"""What `ingest` does with files: kept whole, once, or refused with a reason and no trace."""

import errno
from pathlib import Path

import pytest
from django.db import connection

from raadhus.documents import storage
from raadhus.documents.models import Document, Page, Passage, Version
from raadhus.ingest.actions import ingest
from raadhus.ingest.models import IngestedFile, IngestRun
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader

pytestmark = pytest.mark.django_db

ANNA = Reader.operator()

REPORT = """Rapport om havnen

1. Indledning
Havnen i Sønderbæk har 214 bådpladser, og ventelisten er på 38 både.

2. Anbefaling
Arbejdsgruppen anbefaler, at der anlægges en ny mole i 2027.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / "rapport.txt"
    file.write_text(REPORT, encoding="utf-8")
    return file


def only(run: IngestRun) -> IngestedFile:
    return run.files.get()


def test_a_file_without_a_meeting_is_a_document_of_its_own(report: Path) -> None:
    assert only(ingest(report, by=ANNA)).status == "imported"
    assert not Meeting.objects.exists()
    assert "214 bådpladser" in " ".join(p.text for p in Passage.objects.select_related("page"))


def test_the_original_is_kept_to_the_byte(report: Path) -> None:
    ingest(report, by=ANNA)
    assert storage.path_of(Version.objects.get().sha256).read_bytes() == report.read_bytes()


def test_the_same_file_twice_changes_nothing(report: Path) -> None:
    ingest(report, by=ANNA)
    before = (Document.objects.count(), Page.objects.count(), Passage.objects.count())
    assert only(ingest(report, by=ANNA)).status == "unchanged"
    assert (Document.objects.count(), Page.objects.count(), Passage.objects.count()) == before


def test_the_same_content_under_another_name_is_the_same(report: Path, tmp_path: Path) -> None:
    ingest(report, by=ANNA)
    copy = tmp_path / "kopi.txt"
    copy.write_bytes(report.read_bytes())
    assert only(ingest(copy, by=ANNA)).status == "unchanged"


def test_a_lost_original_is_put_back_by_the_same_command(report: Path) -> None:
    ingest(report, by=ANNA)
    kept = storage.path_of(Version.objects.get().sha256)
    kept.unlink()
    ingest(report, by=ANNA)
    assert kept.read_bytes() == report.read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("tom.pdf", b"", "tom"),
        ("billede.pdf", b"\x89PNG\r\n\x1a\n" + bytes(200), "kendes ikke"),
        ("halv.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Cat", "beskadiget"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name_and_cause(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    refused = only(ingest(file, by=ANNA))
    assert refused.status == "refused"
    assert says in refused.reason
    assert name in refused.reason


def test_a_refused_file_leaves_nothing_and_the_rest_goes_on(report: Path, home: Path) -> None:
    (report.parent / "defekt.pdf").write_bytes(b"%PDF-1.7 afbrudt")
    statuses = dict(ingest(report.parent, by=ANNA).files.values_list("file_name", "status"))
    assert statuses == {"defekt.pdf": "refused", "rapport.txt": "imported"}
    kept = [p for p in (home / "files").rglob("*") if p.is_file()]
    assert [p.name for p in kept] == [Version.objects.get().sha256]


def test_a_missing_path_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    assert "findes ikke" in only(ingest(tmp_path / "ingenting.pdf", by=ANNA)).reason
    empty = tmp_path / "mappe"
    empty.mkdir()
    assert "intet, der kan læses" in only(ingest(empty, by=ANNA)).reason


def test_a_full_disk_stores_nothing(report: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(storage, "_copy", full)
    refused = only(ingest(report, by=ANNA))
    assert "No space left" in refused.reason
    assert not Version.objects.exists()
    assert not [p for p in (home / "files").rglob("*") if p.is_file()]


@pytest.mark.django_db(transaction=True)
def test_a_database_that_says_no_leaves_no_half_version(report: Path, home: Path) -> None:
    def refuse(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        if sql.startswith("INSERT") and "documents_passage" in sql:
            from django.db import OperationalError

            raise OperationalError("database or disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        refused = only(ingest(report, by=ANNA))
    assert "database or disk is full" in refused.reason
    assert (Document.objects.count(), Version.objects.count(), Page.objects.count()) == (0, 0, 0)
    assert not [p for p in (home / "files").rglob("*") if p.is_file()]
    assert only(ingest(report, by=ANNA)).status == "imported"
