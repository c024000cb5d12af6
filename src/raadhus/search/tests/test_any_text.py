"""No text is an error."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadhus.search import catch_up, search
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

pytestmark = pytest.mark.django_db

AWKWARD = st.text(st.sampled_from("\"“”«»-’'%§&.,/()[]{}*?~^:\\ \n0129aåøæAÅ\x00\ud800"), max_size=60)


@pytest.fixture(autouse=True)
def _index() -> None:
    version = house.version(house.organization())
    house.passages(version, "Badebroen åbner til maj 2026 og koster 12.000 kr.")
    house.tell(version)
    catch_up()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=80), AWKWARD), st.sampled_from(["relevance", "date"]))
def test_any_text_at_all_is_safe(text: str, sort: str) -> None:
    results = search(text, reader=CARLA, sort=sort, case=text or None)
    assert results.total >= len(results.hits)


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "bro " * 5000, '"' * 999, "badebro AND NOT (", "*", "badebro:maj^9"]
)
def test_long_and_strange_texts_are_safe(text: str) -> None:
    assert search(text, reader=CARLA).total in (0, 1)
