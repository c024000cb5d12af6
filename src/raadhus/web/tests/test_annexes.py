"""Annexes that are files of their own: how Carla gets from one to its meeting, and what she does not see."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import reverse

from raadhus.documents.models import Version
from raadhus.ingest.actions import ingest
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader
from raadhus.parsing.formats.sbsys_publication.tests import samples
from raadhus.parsing.tests.paper import as_pdf

Shown = Callable[[str], str]


@pytest.fixture
def meeting(tmp_path: Path, db: None) -> Meeting:
    (tmp_path / "pakke" / "Enclosures").mkdir(parents=True)
    as_pdf(tmp_path / "pakke" / "Enclosures", "Eftersynet fandt rust.", "1.pdf")
    (tmp_path / "pakke" / "Publication1.xml").write_text(samples.usual(), encoding="utf-8")
    ingest(tmp_path / "pakke", by=Reader.operator())
    return Meeting.objects.get()


def test_the_item_leads_to_the_annex_and_the_annex_to_the_meeting(meeting: Meeting, shown: Shown) -> None:
    annex = Version.objects.get(file_name="1.pdf")
    assert reverse("document-page", args=[annex.pk, 1]) in shown(
        meeting.items.get(number="2").get_absolute_url()
    )
    assert "Eftersynet fandt rust." in shown(reverse("document-page", args=[annex.pk, 1]))
    assert meeting.get_absolute_url() in shown(annex.get_absolute_url())


def test_a_manifest_says_why_it_is_not_handed_out(meeting: Meeting, shown: Shown) -> None:
    manifest = Version.objects.get(format="sbsys-publication-xml")
    page = shown(manifest.get_absolute_url())
    assert "skrevet fra ét system til et andet" in page
    assert reverse("original", args=[manifest.pk]) not in page


def test_a_closed_item_of_a_manifest_is_a_number(meeting: Meeting, shown: Shown) -> None:
    page = shown(meeting.get_absolute_url())
    assert "Lukket punkt" in page
    assert "Køb af grund" not in page
