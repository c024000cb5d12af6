from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from raadhus.documents.models import Version
from raadhus.documents.storage import path_of
from raadhus.web.documents.stretches import flowing, marked, stretch_in
from raadhus.web.tests.town import SECRET, Town

Shown = Callable[[str], str]


def test_carla_sees_the_page_and_its_text_beside_each_other(town: Town, shown: Shown) -> None:
    page = shown(reverse("document-page", args=[town.version.pk, 1]))

    assert reverse("page-image", args=[town.version.pk, 1]) in page
    assert "Byrådet sender sagen til Teknisk Udvalg." in page


def test_a_page_with_something_closed_shows_its_open_passages_only(town: Town, shown: Shown) -> None:
    page = shown(reverse("document-page", args=[town.version.pk, 2]))

    assert "Siden viser også et lukket punkt og kan derfor ikke vises." in page
    assert "Punkt 2: Sikre skoleveje" in page
    assert SECRET not in page
    assert reverse("page-image", args=[town.version.pk, 2]) not in page


def test_the_cited_passage_is_marked_on_such_a_page_too(town: Town, shown: Shown) -> None:
    address = reverse("document-page", args=[town.version.pk, 2])

    assert '<mark id="citat">Punkt 2' in shown(f"{address}?passage={town.roads_passage.pk}")


def test_a_picture_of_a_page_is_drawn_and_may_be_asked_for_again(town: Town, carla: Client) -> None:
    address = reverse("page-image", args=[town.version.pk, 1])
    first = carla.get(address)
    assert first["Content-Type"] == "image/webp"
    assert first.content[:4] == b"RIFF"
    assert first["Cache-Control"] == "private, no-cache"

    again = carla.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_browser_that_keeps_a_picture_is_still_asked_for_its_right(
    town: Town, anna: Client, carla: Client
) -> None:
    address = reverse("page-image", args=[town.version.pk, 2])
    tag = anna.get(address)["ETag"]

    assert carla.get(address, headers={"If-None-Match": tag}).status_code == 404


def test_there_is_no_picture_of_what_is_not_pdf_or_is_gone(town: Town, carla: Client) -> None:
    address = reverse("page-image", args=[town.open_version.pk, 1])
    path_of(town.open_version.sha256).unlink()
    assert carla.get(address).status_code == 404

    Version.objects.filter(pk=town.open_version.pk).update(media_type="text/plain")
    assert carla.get(address).status_code == 404
    assert address not in carla.get(reverse("document", args=[town.open_version.pk])).content.decode()


def test_the_original_comes_under_its_own_name(town: Town, carla: Client) -> None:
    answer = carla.get(reverse("original", args=[town.open_version.pk]))

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''Dagsorden%20%C3%A6%C3%B8%C3%A5.pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]


def test_a_document_with_something_closed_is_not_handed_out(town: Town, shown: Shown) -> None:
    page = shown(reverse("document", args=[town.version.pk]))

    assert "Originalen kan ikke hentes" in page
    assert reverse("original", args=[town.version.pk]) not in page
    assert reverse("original", args=[town.open_version.pk]) in shown(
        reverse("document", args=[town.open_version.pk])
    )


def test_a_draft_is_not_there_for_carla(town: Town, carla: Client, anna: Client) -> None:
    Version.objects.filter(pk=town.version.pk).update(published_at=None)
    address = reverse("document", args=[town.version.pk])

    assert (carla.get(address).status_code, anna.get(address).status_code) == (404, 200)


def test_the_very_title_of_a_wholly_closed_document_is_kept_back(
    town: Town, carla: Client, anna: Client
) -> None:
    town.open_version.pages.update(closed=True)
    address = reverse("document", args=[town.open_version.pk])

    assert (carla.get(address).status_code, anna.get(address).status_code) == (404, 200)
    assert "Dagsorden 27. august 2025" not in carla.get("/dokumenter").content.decode()


def test_a_page_that_does_not_exist_is_not_found(town: Town, carla: Client) -> None:
    assert carla.get(reverse("document-page", args=[town.version.pk, 99])).status_code == 404


def test_lines_broken_by_the_margin_run_on_and_offsets_hold() -> None:
    long = "Byrådet har besluttet at sende sagen til behandling i Teknisk Udvalg, som"
    text = f"Indstilling\n{long}\nskal svare inden jul.\n1. Første\n2. Anden"

    assert flowing(text) == f"Indstilling\n{long} skal svare inden jul.\n1. Første\n2. Anden"
    assert len(flowing(text)) == len(text)


def test_a_stretch_outside_the_page_marks_nothing() -> None:
    assert marked("Byrådet", (3, 99)).cited == ""
    assert marked("Byrådet", (3, 7)).cited == "ådet"
    assert [stretch_in(text) for text in ("3-7", "7", "a-b", None)] == [(3, 7), None, None, None]
