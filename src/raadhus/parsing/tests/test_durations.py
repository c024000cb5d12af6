"""How long an item is set to take, in the ways front pages and headings write it."""

import pytest

from raadhus.parsing._durations import minutes_in


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("10 min.", 10),
        ("15 minutter", 15),
        ("Tid 35 min. Deltagere: Anna Holm", 35),
        ("1 time", 60),
        ("1 time. Deltagere: Bo Kjær", 60),
        ("2 timer", 120),
        ("1½ time", 90),
        ("1,5 time", 90),
        ("½ time", 30),
        ("en time og 15 min", 75),
        ("halvanden time", 90),
        ("18.20 – 18.40 (20 min.)", 20),
        ("Evt.", None),
    ],
)
def test_minutes(text: str, minutes: int | None) -> None:
    assert minutes_in(text) == minutes
