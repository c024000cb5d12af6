"""Pages that nobody has read (scans, pictures) are closed with what they stand beside."""

from dataclasses import replace

import pytest

from raadhus.documents.models import Page
from raadhus.ingest.actions import store_package
from raadhus.meetings.tests.papers import item, meeting, package, said
from raadhus.openness import Reader
from raadhus.organisation.models import Body
from raadhus.parsing import (
    ParsedAttachment,
    ParsedItem,
    ParsedMeeting,
    ParsedPackage,
    ParsedPage,
    ParsedPassage,
)

pytestmark = pytest.mark.django_db

CARLA = Reader.anonymous()


def paper(pages: str, *items: ParsedItem, name: str = "pakke", **meeting_words: object) -> ParsedPackage:
    """A package whose page n is an open text (o), a closed text (c) or a scan (s)."""
    held: ParsedMeeting = replace(meeting(*items), **meeting_words)  # type: ignore[arg-type]
    texts = ["" if kind == "s" else f"Side {n} i {name}" for n, kind in enumerate(pages, 1)]
    return replace(
        package(held, name=name),
        pages=tuple(ParsedPage(n, text) for n, text in enumerate(texts, 1)),
        passages=tuple(
            ParsedPassage(n, 0, len(texts[n - 1]), meeting=0, closed=kind == "c")
            for n, kind in enumerate(pages, 1)
            if kind != "s"
        ),
    )


def seen_of(parsed: ParsedPackage) -> list[int]:
    body, _ = Body.objects.get_or_create(name="Sønderbæk Kommune")
    store_package(parsed, by=Reader.operator(), body=body, publish=True)
    pages = Page.objects.visible_to(CARLA).filter(version__sha256=parsed.sha256)
    return list(pages.order_by("number").values_list("number", flat=True))


@pytest.mark.parametrize(
    ("pages", "seen"),
    [
        ("ocsso", [1, 5]),  # after a closed page
        ("ossco", [1, 5]),  # before one
        ("osso", [1, 2, 3, 4]),  # between open ones
        ("ocss", [1]),  # at the end
        ("ssco", [4]),  # at the beginning
        ("cosso", [2, 3, 4, 5]),
    ],
)
def test_a_scan_beside_a_closed_page_is_closed(pages: str, seen: list[int]) -> None:
    assert seen_of(paper(pages, item("1", "Havnen"))) == seen


def test_a_scanned_annex_of_a_closed_item_is_closed_between_open_ones() -> None:
    closed = replace(
        item("2", "Køb af grund på Strandengen", visibility="closed"),
        attachments=(ParsedAttachment(1, said("Kort"), first_page=3, last_page=4),),
    )
    assert seen_of(paper("oosso", item("1", "Havnen"), closed)) == [1, 2, 5]


def test_what_a_later_paper_closes_takes_its_scans_along() -> None:
    def bought(visibility: str) -> ParsedItem:
        return replace(
            item("2", "Køb af grund på Strandengen", visibility=visibility),  # type: ignore[arg-type]
            attachments=(ParsedAttachment(1, said("Kort"), first_page=3, last_page=4),),
        )

    first = paper("oosso", item("1", "Havnen"), bought("unknown"), name="første")
    assert seen_of(first) == [1, 2, 3, 4, 5]
    seen_of(paper("oosso", item("1", "Havnen"), bought("closed"), name="anden"))
    left = Page.objects.visible_to(CARLA).filter(version__sha256=first.sha256)
    assert set(left.values_list("number", flat=True)) == {1, 2, 5}
