"""The invented municipality, as somebody sees it who has just typed `make start`."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.serving import Served
from tests.windows import opened

from raadhus import demo

pytestmark = [pytest.mark.browser, pytest.mark.server]


@pytest.fixture
def window(chromium: Browser, served: Served) -> Iterator[Page]:
    yield from opened(chromium, served.address)


def test_carla_finds_a_decision_from_the_front_page(window: Page) -> None:
    window.goto("/")
    title = window.locator(".rh-decisions a").first.inner_text()
    window.get_by_label("Søg efter emne, sted eller sagsnummer").fill(title)
    window.get_by_role("button", name="Søg").click()

    expect(window.locator(".rh-hit").first).to_contain_text(title)


@pytest.mark.parametrize(("username", "password"), [login[:2] for login in demo.LOGINS])
def test_every_demo_login_opens_the_door_and_closes_it(window: Page, username: str, password: str) -> None:
    window.goto("/log-ind")
    window.get_by_label("Brugernavn").fill(username)
    window.get_by_label("Adgangskode").fill(password)
    window.get_by_role("main").get_by_role("button", name="Log ind").click()

    window.get_by_role("button", name="Log ud").click()

    expect(window.get_by_role("link", name="Log ind")).to_be_visible()
