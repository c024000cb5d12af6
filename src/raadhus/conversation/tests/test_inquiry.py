"""The draft of an inquiry: polite, cited, honest about what is missing, and marked where it is confidential."""

from datetime import date

from raadhus.assistant import Answer, Citation, Searched
from raadhus.conversation.inquiry import CONFIDENTIAL, Kind, drafted

PRICE = Citation(
    number=1,
    quote="Den nye svømmehal koster\n84 mio. kr.",
    source_file="referat.pdf",
    document="Referat",
    page=3,
    organization="Byrådet",
    date=date(2031, 8, 27),
    url="/dokument/1/side/3",
    passage_id=7,
    item_number="4",
)
KNOWN = Answer(True, "84 mio. kr. [1]", (PRICE,), 1.0)
UNKNOWN = Answer(
    False, "Det står der ikke.", (), 1.0,
    searched=Searched(("svømmehal", "rumraket"), 12, ("Teknisk Udvalg",), period="i 2031"), nearest=(PRICE,),
)  # fmt: skip


def test_what_is_known_is_cited_with_body_day_item_document_and_page() -> None:
    text = drafted("hvad koster svømmehallen", KNOWN, kind=Kind.TEN_DAYS, name="Bo Lund").text

    assert "Hvad koster svømmehallen?" in text
    assert (
        "1. »Den nye svømmehal koster 84 mio. kr.« (Byrådet, 27. august 2031, punkt 4, Referat, side 3)"
        in text
    )
    assert "om det stadig gælder" in text
    assert text.endswith("Med venlig hilsen\nBo Lund")


def test_what_is_missing_is_told_with_what_was_looked_for() -> None:
    text = drafted("Hvornår lander rumraketten?", UNKNOWN, kind=Kind.COMMITTEE).text

    assert text.startswith("Til Teknisk Udvalg")
    assert "»svømmehal«, »rumraket« hos Teknisk Udvalg (i 2031)" in text
    assert "Det nærmeste, jeg har fundet" in text
    assert "udvalgets næste møde" in text


def test_a_confidential_draft_says_so_first() -> None:
    draft = drafted("Hvad koster grunden?", KNOWN, kind=Kind.TEN_DAYS, closed=True)

    assert draft.paragraphs[0] == CONFIDENTIAL
    assert draft.closed


def test_a_long_question_makes_a_short_subject() -> None:
    subject = drafted("Hvad " + "meget " * 60, KNOWN, kind=Kind.TEN_DAYS).subject

    assert len(subject) < 130
    assert subject.endswith(" …")
