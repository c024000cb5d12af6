"""The cases as they are written: complete, at home in a department, and going where bodies can decide."""

import re
from datetime import date

import pytest

from raadhus.demo._decisions import decide
from raadhus.demo._people import DEPARTMENTS, ORGANS
from raadhus.demo._words import fill
from raadhus.demo.stories import Story, all_stories
from raadhus.parsing import OUTCOMES

PRINTED = {"Indledning", "Forslag", "Resume", "Baggrund", "Økonomi", "Indstilling", "Proces", "Bilag"}
STORIES = all_stories()


def test_there_is_plenty_to_look_for() -> None:
    assert len([s for s in STORIES if len(s.way) > 1]) >= 60


def test_no_two_cases_share_a_title() -> None:
    titles = [story.title for story in STORIES]

    assert sorted(set(titles)) == sorted(titles)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)
def test_a_case_is_prepared_by_an_officer_of_its_department(story: Story) -> None:
    department = DEPARTMENTS[story.facts["department"]]

    assert story.facts.get("officer", department.officers[0]) in department.officers


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)
def test_every_stop_is_a_decision_that_body_can_make(story: Story) -> None:
    said = [decide(story, stop, date(2026, 3, 4), recommended=date(2026, 2, 24)) for stop in story.way]

    assert said
    assert all(s.text.endswith(".") and s.outcome in OUTCOMES for s in said)
    assert all(stop.organ in ORGANS for stop in story.way)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)
def test_what_is_written_is_printed(story: Story) -> None:
    texts = [story.title, *(text for paragraphs in story.sections.values() for text in paragraphs)]

    assert set(story.sections) <= PRINTED
    assert not [text for text in texts if re.search(r"[{}]|(?i:lorem|todo)", fill(text, date(2026, 3, 4)))]
    assert "closed" in story.facts or story.sections


def test_a_slot_is_a_year_or_a_weekday_near_the_beginning() -> None:
    assert fill("i {y+1} og den {d-2}", date(2026, 3, 3)) == "i 2027 og den 2. marts 2026"
