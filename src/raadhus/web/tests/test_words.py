"""What the pages say: dates, languages, outcomes, help and signing in."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from django.utils import translation

from raadhus.meetings.choices import Outcome
from raadhus.web.templatetags.dates import clock, day, lasting, weekday
from raadhus.web.templatetags.outcomes import SIGNS, outcome_meaning
from raadhus.web.tests.town import Town

Shown = Callable[[str], str]


def test_dates_are_written_as_people_write_them() -> None:
    assert day(date(2025, 8, 27)) == "27. august 2025"
    assert weekday(date(2025, 8, 27)) == "onsdag den 27. august 2025"
    assert day(None) == "uden dato"
    assert [lasting(minutes) for minutes in (None, 45, 60, 90)] == ["", "45 min.", "1 t.", "1 t. 30 min."]


def test_the_clock_is_the_town_halls() -> None:
    assert clock(datetime(2025, 8, 27, 14, 0, tzinfo=UTC)) == "kl. 16.00"
    assert clock(datetime(2025, 12, 27, 15, 5, tzinfo=UTC)) == "kl. 16.05"


@pytest.mark.usefixtures("english")
def test_english_dates_are_english() -> None:
    assert weekday(date(2025, 8, 27)) == "Wednesday 27 August 2025"
    assert clock(datetime(2025, 8, 27, 14, 0, tzinfo=UTC)) == "at 16:00"


@pytest.fixture
def english() -> object:
    with translation.override("en"):
        yield


def test_jens_reads_the_pages_in_english_and_keeps_the_papers_danish(town: Town, carla: Client) -> None:
    answer = carla.post("/sprog", {"language": "en", "next": f"/moede/{town.held.pk}"}, follow=True)
    page = answer.content.decode()

    assert '<html lang="en">' in page
    assert "Byrådet Wednesday 27 August 2025 at 16:00" in page
    assert "Closed item" in page
    assert "Lukket punkt" not in page
    assert 'lang="da"><a href="/punkt/' in page


def test_the_choice_of_language_never_leads_off_the_site(town: Town, carla: Client) -> None:
    answer = carla.post("/sprog", {"language": "en", "next": "https://example.org/"})
    assert "example.org" not in answer["Location"]


def test_every_outcome_has_a_word_a_sign_and_a_meaning() -> None:
    assert set(SIGNS) == set(Outcome)
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert all(outcome_meaning(value) for value in Outcome.values)


def test_only_what_is_adopted_is_ticked_off() -> None:
    shown = Template("{% load outcomes %}{% outcome value %}")
    ticked = [value for value in Outcome.values if "#check" in shown.render(Context({"value": value}))]
    assert ticked == [Outcome.ADOPTED]


def test_help_explains_outcomes_and_what_is_closed(town: Town, shown: Shown) -> None:
    page = shown("/hjaelp")
    assert "Hvorfor er noget lukket?" in page
    assert all(f"rh-outcome--{value}" in page for value in Outcome.values)


def test_robots_may_read_meetings_but_not_search(carla: Client) -> None:
    rules = carla.get("/robots.txt")
    assert rules["Content-Type"].startswith("text/plain")
    assert "Disallow: /soeg" in rules.content.decode()


def test_anna_signs_in_and_out(town: Town, carla: Client) -> None:
    wrong = carla.post("/log-ind", {"username": "anna", "password": "forkert"})
    assert "Du blev ikke logget ind" in wrong.content.decode()

    right = carla.post("/log-ind", {"username": "anna", "password": "saa-hemmeligt-2026"}, follow=True)
    assert "Anna Birk" in right.content.decode()
    assert "Log ind" in carla.post("/log-ud", follow=True).content.decode()


def test_the_bodys_page_shows_who_sits_there_and_what_it_does(town: Town, shown: Shown) -> None:
    page = shown(reverse("organization", args=[town.council.pk]))
    assert "Anna Birk" in page
    assert "Møder og punkter år for år" in page
    assert "<svg viewBox" in page


def test_a_draft_counts_for_those_who_may_see_it_only(town: Town, shown: Shown, anna: Client) -> None:
    address = reverse("meetings")
    draft = reverse("meeting", args=[town.draft.pk])
    assert draft not in shown(address)
    assert draft in anna.get(address).content.decode()


def test_danish_is_the_language_until_another_is_chosen(town: Town, settings: Any) -> None:
    settings.MIDDLEWARE = [
        "raadhus.web.language.ChosenLanguage" if name.endswith(".LocaleMiddleware") else name
        for name in settings.MIDDLEWARE
    ]
    jens = Client(headers={"Accept-Language": "en-GB"})
    assert jens.get("/")["Content-Language"] == "da"

    jens.post("/sprog", {"language": "en", "next": "/"})
    assert jens.get("/")["Content-Language"] == "en"
