"""A folder or ZIP from a case system: its meeting, its annexes as files of their own, and who may see them."""

import shutil
import zipfile
from pathlib import Path

import pytest

from raadhus.documents import storage
from raadhus.documents.models import Page, Passage, Version
from raadhus.ingest.actions import ingest
from raadhus.ingest.models import IngestRun
from raadhus.meetings.models import AgendaItem, Attachment, Meeting
from raadhus.openness import Reader
from raadhus.parsing.formats.firstagenda_web.tests import samples as web
from raadhus.parsing.formats.sbsys_publication.tests import samples
from raadhus.parsing.tests.paper import as_pdf

pytestmark = pytest.mark.django_db

ANNA, CARLA = Reader.operator(), Reader.anonymous()


def delivered(folder: Path, *items: str, name: str = "Publication1.xml", kind: str = "Final") -> Path:
    """A publication with its items, in a folder with two enclosures."""
    (folder / "Enclosures").mkdir(parents=True, exist_ok=True)
    as_pdf(folder / "Enclosures", "Eftersynet fandt rust.\fSide to om rust.", "1.pdf")
    as_pdf(folder / "Enclosures", "Prisen er 4 mio.", "2.pdf")
    number = "0" if kind == "Draft" else "1"
    xml = samples.publication([samples.agenda(items)], kind=kind, number=number)
    (folder / name).write_text(xml, encoding="utf-8")
    return folder


def bridge(*, public: str = "True", protected: bool = False, title: str = "Ny bro over åen") -> str:
    shut = "<IsProtected>True</IsProtected>" if protected else ""
    return samples.item(
        "1",
        title,
        public=public,
        enclosures=[samples.enclosure(1, "Eftersyn", "1.pdf"), samples.enclosure(2, "Pris", "2.pdf", shut)],
    )


def statuses(run: IngestRun) -> dict[str, str]:
    return dict(run.files.values_list("file_name", "status"))


def seen_by(reader: Reader) -> str:
    passages = Passage.objects.visible_to(reader).select_related("page")
    whole = Page.objects.visible_to(reader).values_list("text", flat=True)
    return " ".join([*(p.text for p in passages), *whole])


def test_annexes_are_documents_of_their_own_under_the_item(tmp_path: Path) -> None:
    run = ingest(delivered(tmp_path, bridge()), by=ANNA)
    assert statuses(run) == {"Publication1.xml": "imported"}
    first, second = Attachment.objects.order_by("number")
    assert (first.version.file_name, first.first_page, first.last_page) == ("1.pdf", 1, 2)
    assert first.version.document.title == "Eftersyn"
    placed = Passage.objects.filter(page__version=first.version)
    assert {p.placement.attachment for p in placed} == {first}
    assert (
        storage.path_of(second.version.sha256).read_bytes()
        == (tmp_path / "Enclosures" / "2.pdf").read_bytes()
    )


def test_the_same_folder_twice_changes_nothing(tmp_path: Path) -> None:
    folder = delivered(tmp_path / "pakke", bridge())
    ingest(folder, by=ANNA)
    before = (Version.objects.count(), Passage.objects.count(), Attachment.objects.count())
    assert set(statuses(ingest(folder, by=ANNA)).values()) == {"unchanged"}
    assert (Version.objects.count(), Passage.objects.count(), Attachment.objects.count()) == before


def test_a_zip_of_the_folder_is_the_folder(tmp_path: Path) -> None:
    folder = delivered(tmp_path / "pakke", bridge())
    archive = tmp_path / "pakke.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in sorted(folder.rglob("*.*")):
            packed.write(file, file.relative_to(folder))
    assert statuses(ingest(archive, by=ANNA)) == {"Publication1.xml": "imported"}
    assert all(storage.path_of(v.sha256).exists() for v in Version.objects.all())
    assert set(statuses(ingest(folder, by=ANNA)).values()) == {"unchanged"}


def test_carla_sees_nothing_of_a_closed_items_annexes(tmp_path: Path) -> None:
    ingest(delivered(tmp_path, bridge(public="False")), by=ANNA)
    assert "rust" not in seen_by(CARLA)
    assert "4 mio" not in seen_by(CARLA)
    assert "rust" in seen_by(ANNA)
    assert not Version.objects.readable_by(CARLA).filter(file_name="1.pdf").exists()
    assert not any(v.original_visible_to(CARLA) for v in Version.objects.filter(media_type="application/pdf"))


def test_carla_sees_nothing_of_a_closed_annex_under_an_open_item(tmp_path: Path) -> None:
    ingest(delivered(tmp_path, bridge(protected=True)), by=ANNA)
    assert "rust" in seen_by(CARLA)
    assert "4 mio" not in seen_by(CARLA)
    assert "Pris" not in seen_by(CARLA)
    assert [a.title for a in Attachment.objects.visible_to(CARLA)] == ["Eftersyn"]


def test_a_manifest_is_not_handed_to_carla_and_its_pages_are(tmp_path: Path) -> None:
    ingest(delivered(tmp_path, bridge()), by=ANNA)
    manifest = Version.objects.get(format="sbsys-publication-xml")
    assert not manifest.original_visible_to(CARLA)
    assert manifest.original_visible_to(ANNA)
    assert "Ny bro over åen" in seen_by(CARLA)


def test_a_file_that_two_meetings_name_is_as_closed_as_the_stricter_says(tmp_path: Path) -> None:
    ingest(delivered(tmp_path / "a", bridge()), by=ANNA)
    assert "rust" in seen_by(CARLA)
    other = samples.publication(
        [samples.agenda([bridge(public="False", title="Skov")], committee="Skovudvalget")]
    )
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    (tmp_path / "b" / "Publication1.xml").write_text(other, encoding="utf-8")
    ingest(tmp_path / "b", by=ANNA)
    assert Meeting.objects.count() == 2
    assert "rust" not in seen_by(CARLA)


def test_what_is_opened_after_the_meeting_is_opened_with_its_annexes(tmp_path: Path) -> None:
    ingest(delivered(tmp_path, bridge(public="False")), by=ANNA)
    ingest(delivered(tmp_path, bridge(public="True")), by=ANNA)
    assert AgendaItem.objects.get().visibility == "open"
    assert "rust" in seen_by(CARLA)


def test_a_missing_file_that_comes_later_fills_the_gap(tmp_path: Path) -> None:
    folder = delivered(tmp_path / "pakke", bridge())
    late = (folder / "Enclosures" / "1.pdf").read_bytes()
    (folder / "Enclosures" / "1.pdf").unlink()
    run = ingest(folder, by=ANNA)
    assert [w["code"] for w in run.files.get().warnings] == ["annex-missing"]
    assert Attachment.objects.get(number=1).first_page is None
    (folder / "Enclosures" / "1.pdf").write_bytes(late)
    assert statuses(ingest(folder, by=ANNA)) == {"Publication1.xml": "updated"}
    annex = Attachment.objects.get(number=1)
    assert (annex.version.file_name, annex.last_page) == ("1.pdf", 2)
    assert {p.placement.attachment for p in Passage.objects.filter(page__version=annex.version)} == {annex}
    assert "rust" in seen_by(CARLA)


def test_a_lost_annex_is_put_back_by_the_same_command(tmp_path: Path) -> None:
    folder = delivered(tmp_path / "pakke", bridge())
    ingest(folder, by=ANNA)
    kept = storage.path_of(Version.objects.get(file_name="1.pdf").sha256)
    kept.unlink()
    ingest(folder, by=ANNA)
    assert kept.read_bytes() == (folder / "Enclosures" / "1.pdf").read_bytes()


def test_a_printed_agenda_beside_a_manifest_tells_of_no_meeting(tmp_path: Path) -> None:
    folder = delivered(tmp_path / "pakke", bridge())
    printed = "Referat Havneudvalget 14. maj 2031\n\nMødedato: 14-05-2031 16:30\n\nPunkt 1: Andet\nBeslutninger\nUdsat."
    as_pdf(folder / "Enclosures", printed, "samlet.pdf")
    ingest(folder, by=ANNA)
    assert Version.objects.get(file_name="samlet.pdf").published_at is None
    assert [i.title for i in AgendaItem.objects.filter(dropped=False)] == ["Ny bro over åen"]


def test_files_that_no_manifest_names_are_drafts(tmp_path: Path) -> None:
    folder = delivered(tmp_path / "pakke", bridge())
    as_pdf(folder / "Enclosures", "Et løst udkast.", "udkast.pdf")
    ingest(folder, by=ANNA)
    assert Version.objects.get(file_name="udkast.pdf").published_at is None
    assert "løst udkast" not in seen_by(CARLA)


def test_a_draft_of_the_case_system_is_a_draft_here(tmp_path: Path) -> None:
    ingest(delivered(tmp_path, bridge(), kind="Draft"), by=ANNA)
    assert Meeting.objects.get().published_at is None
    assert seen_by(CARLA) == ""


def test_a_list_of_meetings_takes_nothing_from_their_agendas(tmp_path: Path) -> None:
    agenda, listed = tmp_path / "moede.html", tmp_path / "liste.html"
    agenda.write_text(web.page([web.row("1", "Nye stier i skoven")], kind="Dagsorden"), encoding="utf-8")
    rows = [
        ("01/10-2031", "Skovudvalget", "Referat", "15.45"),
        ("08/10-2031", "Byrådet", "Dagsorden", "16.00"),
    ]
    listed.write_text(web.meetings(*rows), encoding="utf-8")
    ingest(agenda, by=ANNA)
    ingest(listed, by=ANNA)
    known = Meeting.objects.get(organization__name="Skovudvalget")
    assert (known.kind, known.items.filter(dropped=False).count()) == ("agenda", 1)
    assert Meeting.objects.count() == 2
    ingest(listed, by=ANNA)
    agenda.write_text(web.page([web.row("1", "Nye stier i skoven")], kind="Referat"), encoding="utf-8")
    ingest(agenda, by=ANNA)
    assert Meeting.objects.get(pk=known.pk).kind == "minutes"


def test_a_list_that_comes_first_gives_way_to_the_agenda(tmp_path: Path) -> None:
    agenda, listed = tmp_path / "moede.html", tmp_path / "liste.html"
    listed.write_text(web.meetings(("01/10-2031", "Skovudvalget", "Dagsorden", "15.45")), encoding="utf-8")
    agenda.write_text(web.page([web.row("1", "Nye stier i skoven")], kind="Dagsorden"), encoding="utf-8")
    ingest(listed, by=ANNA)
    ingest(agenda, by=ANNA)
    assert [i.title for i in Meeting.objects.get().items.all()] == ["Nye stier i skoven"]
    assert Version.objects.values("document").distinct().count() == 2


def test_what_cannot_be_stored_leaves_no_file(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("raadhus.ingest.actions.store_package", broken)
    assert set(statuses(ingest(delivered(tmp_path / "x", bridge()), by=ANNA)).values()) == {"refused"}
    assert [p for p in (home / "files").rglob("*") if p.is_file()] == []
