"""A quote is verbatim, and its link opens the page at the very place."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from raadhus.assistant import answer
from raadhus.documents.models import Page
from raadhus.search import catch_up
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db

FIRST = "Strandens kiosk åbner igen til maj."
SECOND = "Badebroen ved Sandhavn havde 412 besøgende. Broen males hvert andet år."


def test_the_link_marks_what_answers_in_the_page() -> None:
    version = house.version(house.organization("Klitudvalget"))
    house.passages(version, FIRST, SECOND)
    house.tell(version)
    catch_up()
    reply = answer("Hvor mange besøgende havde badebroen?", reader=CARLA)
    (citation,) = reply.citations
    assert reply.highlight == "412"
    assert citation.quote == SECOND
    start, end = map(int, parse_qs(urlsplit(citation.url).query)["stykke"][0].split("-"))
    page = Page.objects.get(version=version, number=citation.page)
    assert page.text[start:end] == citation.quote[slice(*citation.answers)]
    assert "412" in page.text[start:end]


def test_a_question_that_fits_several_matters_is_answered_for_each() -> None:
    for road, price in (("Strandvej", "3 mio. kr."), ("Fyrvej", "8 mio. kr.")):
        version = house.version(house.organization("Klitudvalget"))
        title = f"Cykelsti langs {road}"
        item = house.item(version, title, day=date(2026, 1, 7))
        house.place(item, *house.passages(version, f"Cykelstien koster {price}", heading=(title,)))
        house.tell(version)
    catch_up()
    reply = answer("Hvad koster cykelstien?", reader=CARLA)
    assert reply.answer.startswith("Flere sager passer på spørgsmålet: ")
    assert "3 mio. kr." in reply.answer
    assert "8 mio. kr." in reply.answer
    assert reply.highlight == ""
    assert len(reply.matters) == 2
    assert [reply.citations[matter.citation - 1].item_title for matter in reply.matters] == [
        matter.title for matter in reply.matters
    ]
    one = answer("Hvad koster cykelstien langs Fyrvej?", reader=CARLA)
    assert "8 mio. kr." in one.answer
    assert one.matters == ()


def test_a_refusal_says_what_was_searched_and_offers_the_nearest() -> None:
    version = house.version(house.organization("Klitudvalget"))
    house.passages(version, FIRST, SECOND)
    house.tell(version)
    catch_up()
    reply = answer("Hvor mange besøgende havde badebroen i 2019?", reader=CARLA)
    assert not reply.answered
    assert reply.searched.period == "i 2019"
    assert "badebroen" in reply.searched.words
    assert reply.searched.passages == 1
    assert SECOND in [citation.quote for citation in reply.nearest]
