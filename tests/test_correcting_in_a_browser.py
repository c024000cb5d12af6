"""Anna looks at what an import was not sure of, on a telephone and at a desk, with the keyboard alone."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.windows import opened

from raadhus.ingest.models import IngestedFile, IngestRun
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
    town = found_town()
    told = [{"page": 1, "code": "unsure", "message": "Overskriften kan være brudt."}]
    IngestedFile.objects.create(
        run=IngestRun.objects.create(by="anna"), file_name="referat", status="imported",
        version=town.version, warnings=told, left=1,
    )  # fmt: skip
    return town


@pytest.fixture(
    params=[(360, True), (768, True), (1280, False)], ids=["telephone", "tablet", "desk without JavaScript"]
)
def window(
    chromium: Browser, live_server: LiveServer, town: Town, request: pytest.FixtureRequest
) -> Iterator[Page]:
    width, script = request.param
    size = {"width": width, "height": 800}
    yield from opened(chromium, live_server.url, viewport=size, java_script_enabled=script)


def tab_to(window: Page, wanted: Locator) -> None:
    """Press Tab until `wanted` has the focus; a page from which it cannot be reached fails."""
    for _ in range(80):
        window.keyboard.press("Tab")
        if wanted.and_(window.locator(":focus")).count():
            return
    raise AssertionError("the keyboard does not get there")


def test_anna_looks_corrects_and_accepts_with_the_keyboard(window: Page, town: Town) -> None:
    window.goto("/log-ind?next=/rettelser")
    window.get_by_label("Brugernavn").fill("anna")
    window.get_by_label("Adgangskode").fill("saa-hemmeligt-2026")
    window.keyboard.press("Enter")
    paper = window.get_by_role("main").get_by_role("link", name="Referat 27. august 2025")
    expect(paper).to_be_visible()
    tab_to(window, paper)
    window.keyboard.press("Enter")
    expect(window.get_by_role("img", name="Billede af side 1")).to_be_visible()
    picture = window.get_by_role("img", name="Billede af side 1").bounding_box()
    assert picture is not None
    assert picture["x"] + picture["width"] <= (window.viewport_size or {"width": 0})["width"]

    item = window.get_by_role("link", name="Ret punkt 1: Ny svømmehal")
    tab_to(window, item)
    window.keyboard.press("Enter")
    expect(window.get_by_label("Overskrift")).to_have_value("Ny svømmehal")
    tab_to(window, window.get_by_label("Overskrift"))
    window.keyboard.press("Control+A")
    window.keyboard.type("Nyt havnebad")
    tab_to(window, window.get_by_role("button", name="Gem rettelserne"))
    window.keyboard.press("Enter")
    expect(window.get_by_role("region", name="Rettet")).to_contain_text("Nyt havnebad")

    tab_to(window, window.get_by_role("link", name="Sidens advarsler"))
    window.keyboard.press("Enter")
    tab_to(window, window.get_by_role("button", name="I orden"))
    window.keyboard.press("Enter")
    expect(window.get_by_text("Set af anna")).to_be_visible()
    window.goto("/rettelser")
    expect(window.get_by_text("Der er ingen advarsler tilbage at se på.")).to_be_visible()
