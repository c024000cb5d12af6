"""The council's handbook: chosen by the operator, asked first about practical things, and named as the source."""

import pytest

from raadhus.conversation.answering import reply
from raadhus.conversation.handbook import from_handbook, handbook_versions, is_practical, mark_as_handbook
from raadhus.conversation.models import Handbook
from raadhus.documents.models import Document, Version
from raadhus.openness import NotAllowed, Reader
from raadhus.search import catch_up
from raadhus.search.tests.house import bo, organization, passages, tell, version

ANYONE, OPERATOR = Reader.anonymous(), Reader.operator()


@pytest.mark.parametrize(
    "question",
    [
        "Hvornår skal jeg senest bede om foretræde?",
        "Hvordan melder man afbud?",
        "Må jeg dele papirer fra et lukket punkt?",
        "Hvem kan få foretræde?",
        "Hvad er fristen for at få en sag på dagsordenen?",
    ],
)
def test_what_one_asks_before_doing_something_is_practical(question: str) -> None:
    assert is_practical(question)


@pytest.mark.parametrize(
    "question",
    [
        "Hvad blev besluttet om cykelstien?",
        "Hvor mange elever går der på skolen?",
        "Hvem stemte imod budgettet?",
    ],
)
def test_what_was_decided_or_counted_is_not(question: str) -> None:
    assert not is_practical(question)


@pytest.fixture
def shelf(db: None) -> Document:
    """A handbook, and a council paper that says something else of the same."""
    book = version(title="Byrådshåndbog")
    made = passages(book, "Man skal senest bede om foretræde klokken 12.00 en hverdag før mødet.")
    paper = version(organization(), title="Referat")
    passages(
        paper, "Udvalget foreslår, at man senest skal bede om foretræde klokken 10.00 to dage før mødet."
    )
    tell(book, paper)
    catch_up()
    assert made
    return book.document


def test_a_practical_question_is_answered_from_the_handbook(shelf: Document) -> None:
    mark_as_handbook(shelf, by=OPERATOR)
    said = reply("Hvornår skal jeg senest bede om foretræde?", reader=ANYONE)

    assert "12.00" in said.answer
    assert {citation.document for citation in said.citations} == {"Byrådshåndbog"}
    assert from_handbook([one.passage_id for one in said.citations])


def test_what_the_handbook_does_not_say_is_looked_for_everywhere(shelf: Document) -> None:
    passages(
        version(organization(), title="Takster"), "Man skal betale 40 kr. for en billet til svømmehallen."
    )
    tell(Version.objects.latest("pk"))
    catch_up()
    mark_as_handbook(shelf, by=OPERATOR)

    assert (
        "40 kr." in reply("Hvor meget skal man betale for en billet til svømmehallen?", reader=ANYONE).answer
    )


def test_a_handbook_kept_as_a_draft_answers_its_own_alone(shelf: Document) -> None:
    mark_as_handbook(shelf, by=OPERATOR)
    shelf.versions.update(published_at=None, organization=organization())

    assert handbook_versions(reader=ANYONE) == []
    assert handbook_versions(reader=bo(organization())) == [shelf.versions.get().pk]


def test_the_newest_edition_answers(shelf: Document) -> None:
    mark_as_handbook(shelf, by=OPERATOR)
    newer = version(title="Byrådshåndbog")
    newer.document, newer.number = shelf, 2
    newer.save()
    passages(newer, "Man skal senest bede om foretræde klokken 9.00 på dagen.")

    assert handbook_versions(reader=ANYONE) == [newer.pk]


def test_only_the_operator_chooses_the_handbook_and_twice_does_no_harm(shelf: Document) -> None:
    for reader in (ANYONE, bo(organization())):
        with pytest.raises(NotAllowed):
            mark_as_handbook(shelf, by=reader)
    mark_as_handbook(shelf, by=OPERATOR)
    mark_as_handbook(shelf, by=OPERATOR)
    assert Handbook.objects.count() == 1
