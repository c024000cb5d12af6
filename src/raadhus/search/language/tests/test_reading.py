"""What people may write in the search box, and what they are told when it cannot be read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.search.language import (
    AllOf,
    Days,
    Either,
    Near,
    Node,
    Phrase,
    Terms,
    Without,
    Words,
    read,
)
from raadhus.search.tests import house


@pytest.mark.parametrize(
    "text",
    [
        "nye cykelstier",
        "Hvornår åbner søbadet (det nye)?",
        'den "grønne bro" åbner',
        "kl. 16:30 i kommunens mødesal, http://eksempel.dk",
        "skole- og kulturudvalget",
    ],
)
def test_plain_words_and_questions_come_back_as_they_are(text: str) -> None:
    request = read(text)
    assert request.free == text
    assert (request.conditions, request.notes) == ((), ())


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("-bilka", Without(Words("bilka"))),
        ('-"grøn bro"', Without(Phrase("grøn bro"))),
        ("bro OR tunnel", Either((Words("bro"), Words("tunnel")))),
        ("bro ELLER tunnel", Either((Words("bro"), Words("tunnel")))),
        ("bro NEAR/5 havn", Near("bro", "havn", 5)),
        ('bro NÆR/3 "ny havn"', Near("bro", "ny havn", 3)),
        ("(bro havn) OR tunnel", Either((AllOf((Words("bro"), Words("havn"))), Words("tunnel")))),
        ("sag:EMN-2031-002204", Terms("case", ("EMN-2031-2204", "2031-2204"))),
        ("type:beslutning", Terms("type", ("decision",))),
        ("type:bilag type:referat", Terms("type", ("annex", "minutes"))),
        ("udfald:vedtaget", Terms("outcome", ("adopted",))),
        ('udfald:"taget til efterretning"', Terms("outcome", ("noted",))),
        ("dato:2023..2024", Days(date(2023, 1, 1), date(2024, 12, 31))),
        ("dato:2025-02", Days(date(2025, 2, 1), date(2025, 2, 28))),
        ("dato:27.08.2025", Days(date(2025, 8, 27), date(2025, 8, 27))),
        ("dato:27. august 2025", Days(date(2025, 8, 27), date(2025, 8, 27))),
        ('dato:"27. august 2025"', Days(date(2025, 8, 27), date(2025, 8, 27))),
        ("fra:sept. 2025", Days(date(2025, 9, 1), None)),
        ("til:Februar 2024", Days(None, date(2024, 2, 29))),
        ("dato:2023-2024", Days(date(2023, 1, 1), date(2024, 12, 31))),
        ("dato:2023–2024", Days(date(2023, 1, 1), date(2024, 12, 31))),
        ("dato:2024..", Days(date(2024, 1, 1), None)),
        ("dato:..2024-06", Days(None, date(2024, 6, 30))),
        ("fra:2024", Days(date(2024, 1, 1), None)),
        ("til:27-08-2025", Days(None, date(2025, 8, 27))),
        ("dato: 2024", Days(date(2024, 1, 1), date(2024, 12, 31))),
    ],
)
def test_an_expression_is_read(text: str, condition: Node) -> None:
    request = read(text)
    assert request.conditions == (condition,)
    assert request.free.strip() == ""
    assert request.notes == ()


def test_words_around_an_expression_stay_free() -> None:
    request = read("cykelsti -bilka dato:2024 havnen")
    assert request.free.split() == ["cykelsti", "havnen"]
    assert len(request.conditions) == 2


@pytest.mark.parametrize(
    ("text", "told", "free"),
    [
        (
            "farve:rød bro",
            "intet felt, der hedder »farve«; der er søgt efter ordene »farve rød«",
            "farve:rød bro",
        ),
        ("dato:igår bro", "»igår« er ikke en dato", "igår bro"),
        ("type:digt bro", "»digt« er ikke en af de typer", "digt bro"),
        ("udfald:måske bro", "»måske« er ikke et af de udfald", "måske bro"),
        ('"grøn bro', "anførselstegn mangler sin makker", '"grøn bro'),
        ("(bro -tunnel", "Parenteserne går ikke op", "bro"),
        ("bro OR", "»OR« skal stå mellem to ord", "bro"),
        ("bro NEAR/5", "»NEAR/5« skal stå mellem to ord; her er der set bort fra det", "bro"),
        ("NEAR/5 bro", "»NEAR/5« skal stå mellem to ord; her er der set bort fra det", "bro"),
        ("dato:31. februar 2025 bro", "»31. februar 2025« er ikke en dato", "31. februar 2025 bro"),
        ("bro organ:", "mangler noget efter »organ:«", "bro"),
    ],
)
def test_what_is_broken_is_explained_and_looked_for_as_words(text: str, told: str, free: str) -> None:
    request = read(text)
    assert told in " ".join(request.notes)
    assert request.free.split() == free.split() or request.bound == tuple(free.split())


@pytest.mark.django_db
def test_an_organization_nobody_knows_is_looked_for_as_a_word() -> None:
    house.organization("Havneudvalget", short_name="HU")
    assert read("organ:hu").notes == ()
    assert "Intet organ hedder »fugle«" in read("organ:fugle").notes[0]


def test_a_period_the_wrong_way_round_is_turned() -> None:
    request = read("dato:2024..2023")
    assert request.conditions == (Days(date(2023, 1, 1), date(2024, 12, 31)),)
    assert "vendt om" in request.notes[0]


def test_in_a_shouted_text_a_small_word_is_no_operator() -> None:
    assert read("BØRN OG UNGE").conditions == ()
    assert read("BUU OR KU").conditions == (Either((Words("BUU"), Words("KU"))),)


PIECES = st.lists(
    st.sampled_from(
        ["bro", "-", "OR", "NEAR/5", "NÆR", "(", ")", '"', "»", "dato:", "dato:2024", "type:x", ":", ".."]
    ),
    max_size=14,
)


@given(st.one_of(st.text(max_size=60), PIECES.map(" ".join), PIECES.map("".join)))
def test_any_text_can_be_read(text: str) -> None:
    if "org" not in text.lower() and "udvalg" not in text.lower():
        assert isinstance(read(text).free, str)


def test_deep_brackets_come_to_an_end() -> None:
    assert "Parenteserne" in read("(" * 900 + "bro" + ")" * 900 + " -tunnel").notes[0]
