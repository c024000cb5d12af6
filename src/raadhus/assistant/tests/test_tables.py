"""A row of a table, and the line that says what its columns are."""

import pytest

from raadhus.assistant import answer
from raadhus.assistant._tables import header_of, rows_in
from raadhus.search import catch_up
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

TABLE = "Gæster ved badebroerne\nBro I 2024 I 2025\nNordbroen 118 131\nSydbroen 204 219\nTallene er talt om søndagen."


def test_rows_stand_under_the_names_of_their_columns() -> None:
    rows = [TABLE[row.start : row.end] for row in rows_in(TABLE)]
    assert rows == ["Nordbroen 118 131", "Sydbroen 204 219"]
    at = TABLE.index("Sydbroen")
    header = header_of(TABLE, at, at + 16)
    assert header is not None
    assert TABLE[slice(*header)] == "Bro I 2024 I 2025"


@pytest.mark.parametrize(
    "text", ["", "Der kom 118 i 2024 og\n204 i 2025, fortæller 3\naf de 4.", "12 14", "Nordbroen 118 131"]
)
def test_figures_in_sentences_are_no_table(text: str) -> None:
    assert rows_in(text) == ()


@pytest.mark.django_db
def test_carla_is_answered_with_the_row_and_its_columns() -> None:
    version = house.version(house.organization("Klitudvalget"))
    house.passages(version, TABLE, heading=("Gæster ved badebroerne",))
    house.tell(version)
    catch_up()
    reply = answer("Hvor mange gæster havde Sydbroen?", reader=CARLA)
    assert reply.answer == "Bro I 2024 I 2025: Sydbroen 204 219 [1]"
    assert reply.citations[0].quote in TABLE
