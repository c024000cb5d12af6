"""Recommendations: the points a paper asks the meeting to decide, in the styles papers use."""

from textwrap import dedent

import pytest

from raadhus.parsing._lines import RawLine
from raadhus.parsing._recommendations import recommendations_in
from raadhus.parsing._text import lay_out

STYLES = {
    "numbers": """
        Det indstilles, at rådmanden:
        1. Drøfter status på legepladserne
        2. Godkender, at ordningen
        ikke udvides.
        3. Hører om økonomien.

        3. Hvilke ændringer indebærer forslaget?
        """,
    "numbers with at": """
        Det indstilles,
        1) at rådmanden godkender planen
        2) at rådmanden sender den frem
        3) at midlerne bruges
        3) Opstille bænke i parken
        """,
    "at with numbers": """
        Det indstilles:
        At 1) planen godkendes.
        At 2) der gives 5 mio. kr.
        At) skolen bygges i 2032.
        Resume
        """,
    "bullets": """
        Det indstilles at:
        • Rådmanden godkender planen
        • Rådmanden sender den til
        udvalget
        • Rådmanden følger op

        Økonomi
        """,
    "marks lost": """
        Det indstilles at:

        Rådmanden godkender planen.

        Rådmanden sender den til udvalget.

        Rådmanden følger op.

        Ingen økonomi.
        """,
}


def points(text: str) -> list[str]:
    rows = dedent(text).strip("\n").split("\n")
    raw = [
        RawLine(row, gap=at == 0 or not rows[at - 1].strip()) for at, row in enumerate(rows) if row.strip()
    ]
    return [found.value for found in recommendations_in(lay_out([raw])[1])]


@pytest.mark.parametrize("style", STYLES)
def test_three_points_are_read_in_every_style(style: str) -> None:
    assert len(points(STYLES[style])) == 3


def test_a_point_loses_its_number_and_its_line_breaks() -> None:
    assert points(STYLES["numbers"])[1] == "Godkender, at ordningen ikke udvides."


def test_a_single_recommendation_stands_in_the_sentence() -> None:
    assert points("Det indstilles, at rådmanden tager status\ntil efterretning.\nBilag") == [
        "rådmanden tager status til efterretning."
    ]


def test_text_without_a_recommendation_has_none() -> None:
    assert points("Indstillingen blev drøftet.\n1. Det første\n2. Det andet") == []


def test_the_next_sections_number_may_go_on_with_the_list() -> None:
    text = dedent(
        """
        2. Indstilling – hvad skal der tages stilling til?
        Det indstilles, at rådmanden:

        1. Godkender planen
        2. Godkender budgettet for 2031

        3. Hvilke ændringer indebærer forslaget?
        Kajen flyttes mod nord.

        4. Økonomiske konsekvenser
        Ingen.
        """
    ).strip()
    rows = text.split("\n")
    raw = [RawLine(row, at > 0 and not rows[at - 1]) for at, row in enumerate(rows)]
    _, lines = lay_out([raw])
    assert [point.value for point in recommendations_in(lines)] == [
        "Godkender planen",
        "Godkender budgettet for 2031",
    ]
