"""Drift measures how well is found what is asked for."""

from pathlib import Path

import pytest

from raadhus.search import catch_up
from raadhus.search.evaluation import (
    DEMO_QUESTIONS,
    STEPS,
    Question,
    asked_of,
    holds,
    our_search,
    questions_in,
    rivals,
    scores_of,
)
from raadhus.search.tests import house
from raadhus.search.tests.house import CARLA

BRIDGE = Question("q1", "Hvad koster badebroen?", ("2 mio. kr.",))


def test_the_demos_questions_are_many_and_some_have_no_answer() -> None:
    questions = questions_in(DEMO_QUESTIONS)
    assert sum(q.answerable for q in questions) >= 60
    assert sum(not q.answerable for q in questions) >= 30
    assert len({q.id for q in questions}) == len({q.text for q in questions}) == len(questions)


def test_an_answer_may_be_given_in_several_ways(tmp_path: Path) -> None:
    file = tmp_path / "questions.tsv"
    file.write_text("id\tquestion\tanswer\tsource\na\tHvor?\tI nord|mod nord\t-\nb\tHvem?\t-\t-\n")
    assert questions_in(file) == [Question("a", "Hvor?", ("i nord", "mod nord")), Question("b", "Hvem?", ())]


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.tsv"
    file.write_text("navn\nAnna\n")
    with pytest.raises(ValueError, match="id, question, answer"):
        questions_in(file)


def test_an_answer_stands_there_over_two_lines_and_broken() -> None:
    assert holds("Prisen er 2\nmio. kr.", BRIDGE)
    assert holds("på bade-\nbroen", Question("q", "?", ("badebroen",)))
    assert not holds("Prisen er 3 mio. kr.", BRIDGE)


def test_scores_count_the_first_place_where_the_answer_stands() -> None:
    scores = scores_of({"a": 1, "b": 2, "c": 8, "d": None})
    assert (scores.recall_at_1, scores.recall_at_5, scores.recall_at_10) == (0.25, 0.5, 0.75)
    assert scores.mrr == pytest.approx((1 + 1 / 2 + 1 / 8) / 4)
    assert scores.ndcg_at_10 == pytest.approx((1 + 0.6309 + 0.3155) / 4, abs=1e-3)
    assert scores.missed == ("d",)


def test_what_is_to_be_refused_has_no_place() -> None:
    assert asked_of(lambda text: ["alt"], [Question("r", "Hvem?", ())]) == {}


def _town() -> None:
    version = house.version(house.organization())
    house.passages(version, "Badebroen koster 2 mio. kr.", "Kajen males til maj.", heading=("Havnen",))
    house.passages(version, "Badebroen er lukket.", closed=True)
    house.tell(version)
    catch_up()


@pytest.mark.django_db
def test_our_search_and_its_rivals_answer_the_same_questions() -> None:
    _town()
    assert asked_of(our_search(CARLA), [BRIDGE]) == {"q1": 1}
    for rival in rivals(CARLA):
        if rival.stand is not None:
            with rival.stand() as find:
                assert asked_of(find, [BRIDGE]) == {"q1": 1}
                assert "Badebroen er lukket." not in list(find("badebroen"))


@pytest.mark.django_db
def test_a_rival_bears_any_question() -> None:
    _town()
    for rival in rivals(CARLA):
        if rival.stand is not None:
            with rival.stand() as find:
                for text in ("", "???", '"', "a' OR b*", "at (og", "AND NOT", "-"):
                    list(find(text))


@pytest.mark.django_db
@pytest.mark.parametrize("step", STEPS)
def test_every_step_can_be_left_out(step: str) -> None:
    _town()
    assert asked_of(our_search(CARLA, STEPS[step]), [BRIDGE]) == {"q1": 1}
