"""`raadhus show`: of a page with a closed item, what is open; the same as on the web."""

import pytest

from raadhus.cli.tests.terminal import Terminal
from raadhus.documents.models import Page
from raadhus.search.tests import house

pytestmark = pytest.mark.django_db


def test_of_a_page_closed_to_the_reader_its_open_passages_are_shown(raadhus: Terminal) -> None:
    version = house.version(house.organization())
    house.passages(version, "Broen åbner i maj.", "Grunden koster to millioner.")
    page = Page.objects.get(version=version, number=1)
    last = page.passages.order_by("start").last()
    assert last is not None
    last.closed = page.closed = True
    last.save()
    page.save()

    shape = raadhus.json("show", f"/dokument/{version.pk}/side/1", "--as", "anonymous")

    assert [(p["whole"], p["text"]) for p in shape["pages"]] == [(False, "Broen åbner i maj.")]
    said = raadhus.says("show", f"/dokument/{version.pk}/side/1", "--as", "anonymous")
    assert "lukket punkt" in said
    assert "Grunden" not in said
    assert "Grunden" in raadhus.says("show", f"/dokument/{version.pk}/side/1")


def test_a_number_too_large_for_any_row_is_no_address(raadhus: Terminal) -> None:
    assert "kendes ikke" in raadhus.says("show", "/moede/99999999999999999999", status=2)
