"""A case's page in a real browser: reasons fold out, and Anna says what is not the same."""

import os
from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.windows import opened

from raadhus.cases.actions import case_numbered
from raadhus.core.journal import record
from raadhus.core.times import COPENHAGEN
from raadhus.timeline.linking import catch_up
from raadhus.web.tests.town import Town, _item, _meeting, found_town

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", autouse=True)
def beside_playwright() -> Iterator[None]:
    """Playwright's event loop runs in this thread; Django must not mind."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def town(transactional_db: None) -> Town:
    """The committee has an item of nearly the name of the council's, under another number."""
    town = found_town()
    town.pool.title = "Ny svømmehal på havnen"
    town.pool.save()
    later = _meeting(town.committee, datetime(2025, 9, 10, 16, tzinfo=COPENHAGEN), kind="minutes")
    _item(later, "1", "Ny svømmehal på havnen", case=case_numbered(town.body, "EMN-2025-004444"))
    for meeting in (town.held, later):
        record("meeting.updated", meeting, actor="anna")
    catch_up()
    return town


@pytest.fixture(params=[(360, True), (1280, False)], ids=["telephone", "desk without JavaScript"])
def window(
    chromium: Browser, live_server: LiveServer, town: Town, request: pytest.FixtureRequest
) -> Iterator[Page]:
    width, script = request.param
    size = {"width": width, "height": 800}
    yield from opened(chromium, live_server.url, viewport=size, java_script_enabled=script)


def test_anna_says_that_it_is_another_case_and_thinks_again(window: Page, town: Town) -> None:
    window.goto(f"/log-ind?next=/sag/{town.case.number}")
    window.get_by_label("Brugernavn").fill("anna")
    window.get_by_label("Adgangskode").fill("saa-hemmeligt-2026")
    window.get_by_role("main").get_by_role("button", name="Log ind").click()
    perhaps = window.get_by_role("region", name="Måske samme sag")
    expect(perhaps).to_contain_text("EMN-2025-004444")

    perhaps.get_by_role("button", name="Ikke samme sag").click()
    expect(perhaps).to_have_count(0)
    rejected = window.get_by_role("region", name="Sagt at være en anden sag")
    rejected.get_by_role("button", name="Samme sag").click()

    expect(window.get_by_role("region", name="Behandling for behandling")).to_contain_text("Teknisk Udvalg")


def test_carla_opens_the_reason_and_goes_to_the_page(window: Page, town: Town) -> None:
    window.goto(f"/sag/{town.case.number}")
    window.get_by_text("Hvorfor hører det til sagen?").first.click()
    reason = window.locator(".rh-reasons").first
    expect(reason).to_contain_text("Punktet har sagsnummeret EMN-2031-002204.")
    reason.get_by_role("link", name="Kilde: side 1").click()

    expect(window.locator("mark#citat")).to_be_visible()
