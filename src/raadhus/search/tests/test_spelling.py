""" "Mente du ...?": help with a word that stands nowhere, and never a word that stands only in closed papers."""

import pytest

from raadhus.search import catch_up, corrected
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA, DRIFT, bo

pytestmark = pytest.mark.django_db


def told(*texts: str) -> None:
    version = house.version(house.organization())
    house.passages(version, *texts)
    house.tell(version)
    catch_up()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("svømehal", "svømmehal"),
        ("svømmehla", "svømmehal"),
        ("Svømehal", "Svømmehal"),
        ("ny svømehal i havnen", "ny svømmehal i havnen"),
        ("svømehal -tunnel dato:2025", "svømmehal -tunnel dato:2025"),
        ("vertskab", "værtskab"),
    ],
)
def test_carla_is_helped_to_the_word_she_meant(typed: str, meant: str) -> None:
    told("Den ny svømmehal ved havnen.", "Byen er i værtskab for stævnet.")
    assert corrected(typed, reader=CARLA) == meant


@pytest.mark.parametrize("typed", ["svømmehal", "svømmehallen", "bro", "xyzzyq", "", "-", '"svømmehal'])
def test_words_that_are_there_or_like_no_other_are_left_alone(typed: str) -> None:
    told("Den ny svømmehal ved havnen.", "Broen er lang.")
    assert corrected(typed, reader=CARLA) is None


def test_a_word_of_closed_papers_is_offered_to_nobody_else() -> None:
    council, other = house.organization("Byrådet"), house.organization("Fugleudvalget")
    version, draft = house.version(council), house.version(council, draft=True)
    house.passages(version, "Vi taler om søbadet.")
    house.passages(version, "Kvartetgrunden sælges.", closed=True)
    house.place(house.item(version, "Salg", closed=True), *house.passages(version, "Paradisgrunden købes."))
    house.passages(draft, "Kladdegrunden lejes.")
    house.tell(version, draft)
    catch_up()
    for typed in ("kvartetgruden", "paradisgruden", "kladdegruden"):
        assert corrected(typed, reader=CARLA) is None
        assert corrected(typed, reader=bo(other)) is None
        assert corrected(typed, reader=DRIFT) == corrected(typed, reader=bo(council)) is not None


def test_a_word_that_stands_only_in_closed_papers_is_unknown_to_carla() -> None:
    """Whether the word is known must not tell her that it is there."""
    council = house.organization()
    version = house.version(council)
    house.passages(version, "Kvartetgruppen spiller.")
    house.passages(version, "Kvartetgrunden sælges.", closed=True)
    house.tell(version)
    catch_up()
    assert corrected("kvartetgrunden", reader=CARLA) == corrected("kvartetgrumden", reader=CARLA)
    assert corrected("kvartetgrunden", reader=bo(council)) is None


def test_the_word_before_a_case_number_is_no_misspelling() -> None:
    version = house.version(house.organization())
    house.passages(version, *(f"Sagens akter ligger i skab {n}." for n in range(3)))
    house.tell(version)
    catch_up()
    assert corrected("sagsns", reader=CARLA) is not None
    assert corrected("sagsnr. EMN-2031-002204", reader=CARLA) is None
