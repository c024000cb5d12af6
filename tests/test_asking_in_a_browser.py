"""Questions in a real browser: a quote by mouse, keyboard and finger, words explained, a model's answer as it comes."""

import os
import re
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.windows import opened

from raadhus.assistant.wording.tests import town as wording_town
from raadhus.assistant.wording.tests.standin import Asked
from raadhus.web.tests.town import Town, found_town

pytestmark = pytest.mark.browser

ASKED = "/spoerg?q=Hvad+koster+den+nye+svømmehal%3F"


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


@pytest.fixture
def telephone(chromium: Browser, live_server: LiveServer, town: Town) -> Iterator[Page]:
    yield from opened(
        chromium, live_server.url, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )


@pytest.fixture
def plain(chromium: Browser, live_server: LiveServer, town: Town) -> Iterator[Page]:
    yield from opened(chromium, live_server.url, java_script_enabled=False)


def test_the_keyboard_shows_a_quote_goes_into_it_and_puts_it_away(window: Page) -> None:
    window.goto(ASKED)
    number, box = window.locator("a.rh-citation").first, window.locator(".rh-quotebox")
    number.focus()
    expect(box).to_contain_text("84 mio. kr.")
    expect(number).to_have_attribute("aria-expanded", "true")
    window.keyboard.press("Tab")
    expect(box.get_by_role("link").first).to_be_focused()
    window.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(number).to_be_focused()


def test_the_pointer_may_move_into_the_quote(window: Page) -> None:
    window.goto(ASKED)
    box = window.locator(".rh-quotebox")
    window.locator("a.rh-citation").first.hover()
    expect(box).to_be_visible()
    box.hover()
    box.get_by_role("button", name="Luk").click()
    expect(box).to_have_count(0)
    window.locator("a.rh-citation").first.hover()
    window.get_by_role("heading", level=1).hover()
    expect(box).to_have_count(0)


def test_a_finger_opens_a_quote_that_fits_the_screen(telephone: Page) -> None:
    telephone.goto(ASKED)
    telephone.locator("a.rh-citation").first.tap()
    box = telephone.locator(".rh-quotebox")
    expect(box).to_be_visible()
    place = box.bounding_box()
    assert place is not None
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 360
    assert telephone.evaluate("document.documentElement.scrollWidth") <= 360
    telephone.get_by_role("heading", level=1).tap()
    expect(box).to_have_count(0)


def test_the_whole_page_opens_at_the_place(window: Page) -> None:
    window.goto(ASKED)
    window.get_by_role("link", name="Vis hele siden").first.click()
    expect(window.locator("mark#citat")).to_contain_text("84 mio. kr.")


def test_without_a_script_a_number_leads_to_its_source_and_a_word_unfolds(plain: Page, town: Town) -> None:
    plain.goto("/spoerg")
    plain.get_by_label("Dit spørgsmål").fill("Hvad koster den nye svømmehal?")
    plain.get_by_role("button", name="Spørg", exact=True).click()
    plain.locator("a.rh-citation").first.click()
    expect(plain).to_have_url(f"{plain.url.split('#')[0]}#kilde-1")
    plain.get_by_label("Et nyt spørgsmål").fill("hvorfor?")
    plain.get_by_role("button", name="Spørg videre").click()
    expect(plain.locator(".rh-turn")).to_contain_text("Du skrev »hvorfor?«")
    plain.goto(f"/punkt/{town.roads.pk}")
    said = plain.locator(".rh-term__said")
    expect(said).to_be_hidden()
    plain.locator(".rh-term summary").focus()
    plain.keyboard.press("Enter")
    expect(said).to_contain_text("Det er først en beslutning")


def test_bo_copies_a_draft(chromium: Browser, live_server: LiveServer, town: Town) -> None:
    context = chromium.new_context(
        base_url=live_server.url, permissions=["clipboard-read", "clipboard-write"], locale="da-DK"
    )
    page = context.new_page()
    page.goto("/spoerg/forespoergsel?q=Hvad+koster+den+nye+svømmehal%3F")
    page.get_by_role("button", name="Kopiér").click()
    expect(page.get_by_role("status")).to_have_text("Kopieret")
    assert "Hvad koster den nye svømmehal?" in page.evaluate("navigator.clipboard.readText()")
    context.close()


@pytest.fixture
def bridge(transactional_db: None) -> None:
    wording_town.build()


def slow(asked: Asked) -> Iterator[str]:
    """A model that waits between its sentences until the first one has been seen."""
    number = asked.number_of("412")
    yield f"Badebroen ved Sandhavn havde 412 besøgende om dagen i 2030 [{number}].\n"
    assert SEEN.wait(10)
    yield f"Broen males hvert andet år [{number}]."


SEEN = threading.Event()
QUESTION = "Hvor mange besøgende havde badebroen i 2030?"


def test_a_models_answer_comes_sentence_by_sentence_and_is_said_to_be_a_machines(
    chromium: Browser, live_server: LiveServer, bridge: None, settings: Any
) -> None:
    SEEN.clear()
    with wording_town.model(settings, slow, RAADHUS_MODEL_SECONDS=20.0):
        for page in opened(chromium, live_server.url):
            page.goto("/spoerg")
            page.get_by_label("Dit spørgsmål").fill(QUESTION)
            page.get_by_role("button", name="Spørg", exact=True).click()
            text = page.locator(".rh-answer__text")
            expect(text).to_contain_text("412 besøgende")
            expect(page.get_by_role("status")).to_contain_text("Svaret skrives")
            SEEN.set()
            expect(page.locator(".rh-machine")).to_contain_text("Formuleret af en sprogmodel (løgnhals)")
            expect(text).to_contain_text("hvert andet år")
            expect(page.locator("h2#svar")).to_be_focused()
            expect(page).to_have_url(re.compile(r"/spoerg\?q=Hvor"))
            page.locator("a.rh-citation").first.focus()
            expect(page.locator(".rh-quotebox")).to_contain_text("Sandhavn")


def test_without_a_script_a_models_answer_comes_whole(
    chromium: Browser, live_server: LiveServer, bridge: None, settings: Any
) -> None:
    SEEN.set()
    with wording_town.model(settings, slow):
        for page in opened(chromium, live_server.url, java_script_enabled=False):
            page.goto("/spoerg")
            page.get_by_label("Dit spørgsmål").fill(QUESTION)
            page.get_by_role("button", name="Spørg", exact=True).click()
            expect(page.locator(".rh-machine")).to_be_visible()
            expect(page.locator(".rh-answer__text")).to_contain_text("hvert andet år")
