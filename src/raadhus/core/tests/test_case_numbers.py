import pytest

from raadhus.core.case_numbers import case_numbers_in, normal_case_number


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
