import pytest

from raadhus.core.case_numbers import case_numbers_in, named_in, normal_case_number


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("EMN-2031-002204", "EMN-2031-2204"),
        ("Sag EMN-2031-002204", "EMN-2031-2204"),
        ("Sagsnr. EMN 2031 002204", "EMN-2031-2204"),
        ("emnesagsnummer: emn-2031-2204", "EMN-2031-2204"),
        ("Sagsnr.12/27845", "12-27845"),
        ("  sag 12/27845", "12-27845"),
        ("J.nr. 06.11.00-P22-1-22", "6-11-0-P-22-1-22"),
        ("Sag 06.11.00-P22-1-22", "6-11-0-P-22-1-22"),
        ("sag 2026 123", "SAG-2026-123"),
        ("EMN2031002204", "EMN-2031-2204"),
        ("emn 2031002204", "EMN-2031-2204"),
        ("06.11.00 - P22 - 1 - 22", "6-11-0-P-22-1-22"),
        ("", ""),
    ],
)
def test_a_number_is_the_same_with_and_without_the_word_before_it(written: str, normal: str) -> None:
    assert normal_case_number(written) == normal


def test_a_number_in_its_normal_form_stays_as_it_is() -> None:
    for number in ("EMN-2031-002204", "12/27845", "06.11.00-P22-1-22"):
        once = normal_case_number(number)
        assert normal_case_number(once) == once


def test_a_text_may_name_several() -> None:
    assert case_numbers_in("Se sag EMN-2031-002204 og 12/27845.") == ["EMN-2031-2204", "12-27845"]


@pytest.mark.parametrize(
    "written",
    [
        "EMN2031002204",
        "emn2031002204",
        "EMN 2031 002204",
        "emn-2031-2204",
        "2031-002204",
        "06.11.00 - P22 - 1 - 22",
    ],
)
def test_any_form_is_seen_in_a_text(written: str) -> None:
    (named,) = named_in(f"Se sagen {written}.")
    assert named.number == normal_case_number(written)
    assert (named.start, named.end) == (9, 9 + len(written))


@pytest.mark.parametrize(
    "text",
    [
        "skoleåret 2031/2032",
        "fra 12/2031",
        "i maj 2031 350 børn",
        "den 3/12/2031",
        "tlf. 89 40 20 00",
        "2031-2032",
    ],
)
def test_years_months_and_numbers_are_no_cases(text: str) -> None:
    assert case_numbers_in(text) == []
