"""Following in a real browser: from a result to a subscription and the way out, on a telephone and a desk."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.test_browser import PICTURES, beside_playwright, town
from tests.windows import opened

from raadhus.core.journal import record
from raadhus.following.matching import match
from raadhus.following.models import Subscription
from raadhus.web.tests.town import Town

pytestmark = pytest.mark.browser

__all__ = ["beside_playwright", "town"]  # fixtures


@pytest.fixture(params=[(360, True), (1280, False)], ids=["telephone", "desk without JavaScript"])
def window(
    chromium: Browser, live_server: LiveServer, town: Town, request: pytest.FixtureRequest
) -> Iterator[Page]:
    width, script = request.param
    yield from opened(
        chromium,
        live_server.url,
        viewport={"width": width, "height": 800},
        java_script_enabled=script,
    )


def looked_at(window: Page, name: str) -> None:
    """Keep a picture, and see that nothing is wider than the screen or lies upon the brand."""
    width = (window.viewport_size or {"width": 0})["width"]
    PICTURES.mkdir(exist_ok=True)
    window.screenshot(path=PICTURES / f"{name}-{width}.png", full_page=True)
    brand, account = (window.locator(part).bounding_box() for part in (".rh-brand", ".rh-account"))
    assert brand is not None
    assert account is not None
    assert brand["x"] + brand["width"] <= account["x"] or brand["y"] + brand["height"] <= account["y"]
    assert account["x"] + account["width"] <= width


def test_anna_follows_a_search_reads_what_came_and_stops(window: Page, town: Town) -> None:
    window.goto("/soeg?q=svømmehal")
    looked_at(window, "follow-search")
    window.get_by_role("link", name="Følg denne søgning").click()
    looked_at(window, "follow-stranger")
    window.get_by_role("main").get_by_role("link", name="Log ind").click()
    window.get_by_label("Brugernavn").fill("anna")
    window.get_by_label("Adgangskode").fill("saa-hemmeligt-2026")
    window.get_by_role("main").get_by_role("button", name="Log ind").click()
    window.get_by_label("Hvor tit vil du have besked?").select_option("Hver uge")
    looked_at(window, "follow")
    window.get_by_role("button", name="Følg søgningen").click()
    record("version.stored", town.version, actor="test", versions=[town.version.pk])
    match()
    window.reload()
    looked_at(window, "subscription")
    expect(window.get_by_text("»Den nye svømmehal koster 84 mio. kr.«")).to_be_visible()
    window.get_by_role("link", name="Mine abonnementer").first.click()
    looked_at(window, "subscriptions")
    expect(window.get_by_role("listitem").filter(has_text="hver uge")).to_be_visible()

    window.goto(f"/abonnement/{Subscription.objects.get().token}/afmeld")
    looked_at(window, "unsubscribe")
    window.get_by_role("button", name="Stop beskederne").click()
    expect(window.get_by_role("heading", name="Du får ikke flere beskeder")).to_be_visible()
