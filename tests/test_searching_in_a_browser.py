"""The search box and its result in a real browser: suggestions by keyboard, facets as links."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.windows import opened

from raadhus.web.tests.town import Town, found_town

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", autouse=True)
def beside_playwright() -> Iterator[None]:
    """Playwright's event loop runs in this thread; Django must not mind."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def town(transactional_db: None) -> Town:
    return found_town()


@pytest.fixture
def window(chromium: Browser, live_server: LiveServer, town: Town) -> Iterator[Page]:
    yield from opened(chromium, live_server.url)


@pytest.mark.parametrize("address", ["/", "/soeg"])
def test_carla_chooses_a_suggestion_with_the_keyboard(window: Page, town: Town, address: str) -> None:
    window.goto(address)
    box = window.get_by_role("combobox", name="Søg efter emne, sted eller sagsnummer")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially("svømme")
    expect(window.get_by_role("listbox", name="Forslag").get_by_role("option")).to_have_count(1)
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(window.get_by_role("listbox", name="Forslag").get_by_role("option")).to_have_attribute(
        "aria-selected", "true"
    )
    box.press("Escape")
    expect(window.locator(".rh-suggestions")).to_be_hidden()
    expect(box).to_have_value("svømme")
    box.press("ArrowDown")
    expect(window.get_by_role("listbox", name="Forslag").get_by_role("option")).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")

    expect(window).to_have_url(f"{window.url.split('/sag/')[0]}/sag/{town.case.number}")


def test_enter_without_a_choice_searches(window: Page, town: Town) -> None:
    window.goto("/")
    box = window.get_by_role("combobox", name="Søg efter emne, sted eller sagsnummer")
    box.press_sequentially("svømme")
    expect(window.get_by_role("listbox", name="Forslag").get_by_role("option")).to_have_count(1)
    box.press("Enter")

    expect(window.locator(".rh-hit").first).to_be_visible()


def test_a_facet_narrows_and_is_taken_away_again(window: Page, town: Town) -> None:
    window.goto("/soeg?q=byrådet")
    window.locator("#indsnaevr").get_by_role("link", name="Vedtaget").click()
    expect(window).to_have_url(window.url)
    expect(window.locator(".rh-choices")).to_contain_text("Vedtaget")
    window.get_by_role("link", name="Vedtaget fjern").click()

    expect(window.locator(".rh-choices")).to_have_count(0)
