import pytest

from raadhus.core.danish import forms_in


def forms(text: str) -> set[str]:
    return {form.text for form in forms_in(text)}


@pytest.mark.parametrize(
    "written",
    [
        *("1,05 mio. kr.", "1,05 mio kr", "1.05 mio. kr.", "kr. 1,05 mio.", "1,050 millioner kroner"),
        *("1.050 t.kr.", "1.050.000,00 kr."),
    ],
)
def test_an_amount_is_one_number_however_it_is_written(written: str) -> None:
    assert forms(written) == {"1050000"}


@pytest.mark.parametrize(
    "plain", ["1.050.000 kr.", "12 stole", "5 milliliter", "bilag 2", "kl. 16.30", "2,5 t"]
)
def test_other_numbers_are_left_as_they_are(plain: str) -> None:
    assert forms(plain) == set()


@pytest.mark.parametrize(
    "written",
    [
        *(
            "27. august 2025",
            "den 27 august 2025",
            "27-08-2025",
            "27.08.2025",
            "27/8 2025",
            "27/8-2025",
            "27.8.2025",
        ),
        *("2025-08-27", "27. aug. 2025", "27. aug 2025", "27/08/2025", "27-08-25", "27.\naugust 2025"),
    ],
)
def test_a_day_is_the_same_however_it_is_written(written: str) -> None:
    assert forms(f"Mødet {written}, kl. 9") == {"d20250827"}


@pytest.mark.parametrize(
    "no_day", ["31. februar 2025", "99-99-2025", "12/27845", "2031-002204", "1.2.3.4", "75-80"]
)
def test_what_is_no_day_is_none(no_day: str) -> None:
    assert forms(no_day) == set()


@pytest.mark.parametrize(
    "written",
    [
        *("§ 17, stk. 4", "§17,4", "§ 17 stk. 4", "§ 17, 4", "paragraf 17, stykke 4", "§17, stk 4"),
        *("§17.4", "§ 17. stk. 4", "paragraf 17 stk 4", "17,4-udvalget", "17.4 udvalg"),
    ],
)
def test_a_paragraph_is_the_same_however_it_is_written(written: str) -> None:
    assert forms(written) == {"§17-4", "§17"}


def test_a_paragraph_without_a_part_and_one_with_a_letter() -> None:
    assert forms("efter § 17 i loven") == {"§17"}
    assert forms("§ 42 a, stk. 2") == {"§42a-2", "§42a"}


def test_half_a_million_is_a_sign_too() -> None:
    assert forms("1½ mio. kr.") == forms("1,5 mio. kr.") == {"1500000"}


def test_a_paragraph_at_the_end_of_a_sentence_takes_no_number_from_the_next() -> None:
    assert forms("efter § 17. 4 børn") == {"§17"}
    assert forms("bilag 3,4 til udvalget") == set()


def test_a_form_knows_where_it_stands() -> None:
    text = "Den koster 1,05 mio. kr."
    form = forms_in(text)[0]
    assert text[form.start : form.end] == "1,05 mio"
