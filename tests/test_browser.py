"""The pages in a real browser: on a telephone, a tablet and a desk, with JavaScript and without.

Pictures of them land in screenshots/, to be looked at.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.windows import opened

from raadhus.web.tests.town import Town, found_town

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).resolve().parents[1] / "screenshots"


@pytest.fixture(scope="module", autouse=True)
def beside_playwright() -> Iterator[None]:
    """Playwright's event loop runs in this thread; Django must not mind."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def town(transactional_db: None) -> Town:
    return found_town()


@pytest.fixture(params=[360, 768, 1280])
def screen(
    chromium: Browser, live_server: LiveServer, town: Town, request: pytest.FixtureRequest
) -> Iterator[Page]:
    yield from opened(chromium, live_server.url, viewport={"width": request.param, "height": 800})


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def window(
    chromium: Browser, live_server: LiveServer, town: Town, request: pytest.FixtureRequest
) -> Iterator[Page]:
    yield from opened(chromium, live_server.url, java_script_enabled=request.param)


def addresses(town: Town) -> dict[str, str]:
    return {
        "front": "/",
        "search": "/soeg?q=svømmehal&fra=2025",
        "ask": "/spoerg?q=Hvad+koster+den+nye+svømmehal%3F",
        "meetings": "/moeder",
        "meeting": f"/moede/{town.held.pk}",
        "item": f"/punkt/{town.pool.pk}",
        "case": f"/sag/{town.case.number}",
        "documents": "/dokumenter",
        "document": f"/dokument/{town.version.pk}",
        "page": f"/dokument/{town.version.pk}/side/1?stykke=22-62",
        "closed-page": f"/dokument/{town.version.pk}/side/2",
        "organizations": "/organer",
        "organization": f"/organ/{town.council.pk}",
        "help": "/hjaelp",
        "words": "/ordbog",
        "inquiry": "/spoerg/forespoergsel?q=Hvad+koster+den+nye+svømmehal%3F",
        "refused": "/spoerg?q=Hvornår+lander+rumraketten%3F",
        "decided": "/spoerg?q=Hvad+blev+besluttet+om+svømmehallen%3F",
        "login": "/log-ind",
    }


def test_every_page_fits_the_screen(screen: Page, town: Town) -> None:
    width = (screen.viewport_size or {"width": 0})["width"]
    PICTURES.mkdir(exist_ok=True)
    too_wide = {}
    for name, address in addresses(town).items():
        screen.goto(address, wait_until="networkidle")
        expect(screen.locator("h1")).to_have_count(1)
        if (needed := screen.evaluate("document.documentElement.scrollWidth")) > width:
            too_wide[name] = needed
        screen.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)

    assert too_wide == {}


def test_carla_searches_and_reads_the_page_that_says_it(window: Page, town: Town) -> None:
    window.goto("/")
    window.get_by_label("Søg efter emne").fill("svømmehal")
    window.get_by_role("button", name="Søg").click()
    window.locator(".rh-hit a").first.click()

    expect(window.get_by_text("Den nye svømmehal koster 84 mio. kr.")).to_be_visible()
    expect(window.get_by_alt_text("Billede af side 1")).to_be_visible()


def test_carla_goes_from_a_meeting_to_the_source_of_a_decision(window: Page, town: Town) -> None:
    window.goto("/moeder")
    window.get_by_role("link", name="Byrådet onsdag den 27. august 2025").click()
    window.get_by_role("link", name="Ny svømmehal").click()
    expect(window.get_by_role("region", name="Beslutning")).to_contain_text("Sendt videre")
    window.get_by_role("region", name="Beslutning").get_by_role("link", name="Kilde: side 1").click()

    expect(window.locator("mark#citat")).to_have_text("Byrådet sender sagen til Teknisk Udvalg.")


def test_the_filters_of_a_search_need_no_javascript(window: Page, town: Town) -> None:
    window.goto("/soeg")
    window.get_by_text("Afgræns søgningen").click()
    window.get_by_label("Organ").select_option("Byrådet")
    window.get_by_role("button", name="Vis resultater").click()

    expect(window.locator(".rh-hit").first).to_be_visible()


def test_jens_chooses_english(window: Page, town: Town) -> None:
    window.goto(f"/moede/{town.held.pk}")
    window.get_by_role("button", name="English").click()

    expect(window.locator("html")).to_have_attribute("lang", "en")
    expect(window.get_by_role("heading", level=1)).to_have_text("Byrådet Wednesday 27 August 2025 at 16:00")


def test_the_keyboard_leads_past_the_menu(window: Page, town: Town) -> None:
    window.goto("/hjaelp")
    window.keyboard.press("Tab")
    expect(window.get_by_role("link", name="Gå til sidens indhold")).to_be_focused()
    window.keyboard.press("Enter")

    expect(window).to_have_url(f"{window.url.split('#')[0]}#indhold")
    expect(window.get_by_role("main")).to_be_focused()
