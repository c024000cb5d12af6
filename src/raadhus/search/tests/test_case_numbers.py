import pytest

from raadhus.search._numbers import case_numbers_in, normal_case_number


@pytest.mark.parametrize("written", ["SAG-2026-000123", "sag 2026 123", "Sag-2026-123", "SAG 2026-000123"])
def test_a_case_number_is_the_same_however_it_is_written(written: str) -> None:
    assert normal_case_number(written) == "SAG-2026-123"


@pytest.mark.parametrize("number", ["12/27845", "06.11.00-P22-1-22", "ABC-2026-002204", "2012-28505"])
def test_case_numbers_are_seen_in_a_text(number: str) -> None:
    assert case_numbers_in(f"Sagsnr.: {number}, bilag 2") == [normal_case_number(number)]


def test_dates_and_amounts_are_no_case_numbers() -> None:
    assert case_numbers_in("den 27-08-2025 og 12.000 kr. i 2023-2024, 75-80 %") == []
