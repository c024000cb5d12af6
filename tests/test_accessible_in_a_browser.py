"""Every kind of page held against the rules of WCAG 2.1 A and AA that a machine can check, by axe-core in Chromium."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer
from tests.windows import opened

from raadhus.web.tests.town import Town, found_town

pytestmark = pytest.mark.browser

AXE = Path(settings.NODE_MODULES) / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
PUBLIC = (
    "/", "/soeg", "/soeg?q=svømmehal&fra=2025", "/soeg?q=findesikke", "/spoerg", "/moeder", "/dokumenter",
    "/organer", "/hjaelp", "/ordbog", "/log-ind", "/foelg?q=svømmehal", "/findes-ikke",
    "/spoerg?q=Hvad+koster+den+nye+svømmehal%3F",
    "/spoerg?q=Hvad+blev+besluttet+om+svømmehallen%3F",
    "/spoerg?q=Hvornår+lander+rumraketten%3F",
    "/spoerg?q=hvorfor%3F&efter=Hvad+blev+besluttet+om+svømmehallen%3F",
    "/spoerg/forespoergsel?q=Hvad+koster+den+nye+svømmehal%3F",
)  # fmt: skip
OWN = ("/spoerg", "/spoerg/mine", "/abonnementer")


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
    context = chromium.new_context(base_url=live_server.url, locale="da-DK")
    yield context.new_page()
    context.close()


@pytest.fixture(params=[360, 1280])
def screen(
    chromium: Browser, live_server: LiveServer, town: Town, request: pytest.FixtureRequest
) -> Iterator[Page]:
    yield from opened(chromium, live_server.url, viewport={"width": request.param, "height": 800})


def broken(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands now."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))  # not as a script of the page: its policy forbids that
    result: dict[str, Any] = page.evaluate(
        "(rules) => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
    )
    return [
        f"{found['id']}: {node['html'][:120]}" for found in result["violations"] for node in found["nodes"]
    ]


def signed_in(window: Page) -> None:
    window.goto("/log-ind")
    window.get_by_label("Brugernavn").fill("anna")
    window.get_by_label("Adgangskode").fill("saa-hemmeligt-2026")
    window.get_by_role("button", name="Log ind").click()


def pages_of(town: Town) -> tuple[str, ...]:
    return (
        f"/moede/{town.held.pk}", f"/punkt/{town.pool.pk}", f"/punkt/{town.roads.pk}", f"/sag/{town.case.number}",
        f"/dokument/{town.version.pk}", f"/dokument/{town.version.pk}/side/1?stykke=22-62",
        f"/dokument/{town.version.pk}/side/2", f"/organ/{town.council.pk}",
    )  # fmt: skip


def test_what_everyone_reads_keeps_the_rules(window: Page, town: Town) -> None:
    wrong = {}
    for address in (*PUBLIC, *pages_of(town)):
        window.goto(address)
        wrong[address] = broken(window)

    assert {address: found for address, found in wrong.items() if found} == {}


def test_a_page_that_breaks_the_rules_is_seen(window: Page, town: Town) -> None:
    window.goto("/hjaelp")
    window.evaluate("() => document.querySelector('main').append(new Image())")

    assert [fault.split(":")[0] for fault in broken(window)] == ["image-alt"]


def test_what_anna_reads_keeps_the_rules(window: Page, town: Town) -> None:
    signed_in(window)
    window.goto("/spoerg")
    window.get_by_label("Dit spørgsmål").fill("Hvad koster den nye svømmehal?")
    window.get_by_role("button", name="Spørg", exact=True).click()
    window.wait_for_url("**/spoerg/mine/*")
    window.get_by_text("Del som link").click()
    window.locator("summary", has_text="Nej").click()
    wrong = {"answer": broken(window)}
    item = f"/rettelser/punkt/{town.pool.pk}"
    window.goto(item)
    window.get_by_label("Overskrift").fill("Nyt havnebad")
    window.get_by_label("Til side").first.fill("7")
    window.get_by_role("button", name="Gem rettelserne").click()
    wrong["refused"] = broken(window)
    window.get_by_label("Til side").first.fill("1")
    window.get_by_role("button", name="Gem rettelserne").click()
    window.get_by_text("2 rettelser er gemt.").wait_for()
    warned = f"/rettelser/dokument/{town.version.pk}"
    closed = (f"/punkt/{town.closed.pk}", f"/dokument/{town.version.pk}/side/2")
    for address in (*OWN, *closed, "/rettelser", warned, item):
        window.goto(address)
        wrong[address] = broken(window)

    assert {address: found for address, found in wrong.items() if found} == {}


def test_an_open_quote_and_an_open_word_keep_the_rules(screen: Page, town: Town) -> None:
    screen.goto("/spoerg?q=Hvad+koster+den+nye+svømmehal%3F")
    screen.locator("a.rh-citation").first.focus()
    screen.locator(".rh-quotebox").wait_for()
    assert broken(screen) == []
    screen.goto(f"/punkt/{town.roads.pk}")
    screen.locator(".rh-term summary").first.click()
    assert broken(screen) == []
