"""What people see, in a real browser: Carla finds what was decided, Anna logs in."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.serving import Served

from raadhus import demo

pytestmark = [pytest.mark.browser, pytest.mark.server]


@pytest.fixture
def page(chromium: Browser, served: Served) -> Iterator[Page]:
    """Carla's window. Whatever goes wrong in it, or is fetched from elsewhere, fails the test."""
    context = chromium.new_context(base_url=served.address, locale="da-DK")
    window = context.new_page()
    wrong: list[str] = []
    window.on("pageerror", lambda error: wrong.append(str(error)))
    window.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    window.on("request", lambda r: wrong.append(r.url) if not r.url.startswith(served.address) else None)
    yield window
    context.close()
    assert wrong == []


def find(page: Page) -> str:
    """Search, as Carla would, for the first decision on the front page; return its title."""
    page.goto("/")
    title = page.locator(".rh-decisions a").first.inner_text()
    page.get_by_role("searchbox").fill(title)
    page.get_by_role("button", name="Søg").click()
    return title


def test_carla_finds_a_decision_and_its_page(page: Page) -> None:
    title = find(page)

    expect(page.locator(".rh-hit").first).to_contain_text(title)
    page.locator(".rh-hit a").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_carla_needs_no_javascript(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(base_url=served.address, locale="da-DK", java_script_enabled=False)
    page = context.new_page()
    title = find(page)

    expect(page.locator(".rh-hit").first).to_contain_text(title)
    context.close()


def test_anna_logs_in_and_out(page: Page) -> None:
    username, password, _ = demo.LOGINS[0]
    page.goto("/log-ind")
    page.get_by_label("Brugernavn").fill(username)
    page.get_by_label("Adgangskode").fill(password)
    page.get_by_role("main").get_by_role("button", name="Log ind").click()

    page.get_by_role("button", name="Log ud").click()

    expect(page.get_by_role("link", name="Log ind")).to_be_visible()


def test_jens_reads_in_english(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("link", name="Meetings", exact=True)).to_be_visible()


@pytest.mark.parametrize("address", ["/", "/soeg?q=skole", "/moeder", "/organer", "/dokumenter", "/hjaelp"])
def test_a_page_fits_a_telephone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= 360
