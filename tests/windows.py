"""A window of a real browser, for tests that look at pages."""

from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser, Page


def opened(chromium: Browser, address: str, **options: Any) -> Iterator[Page]:
    """A window onto that server; whatever goes wrong in it, or is fetched from elsewhere, fails the test."""
    context = chromium.new_context(base_url=address, locale="da-DK", **options)
    window = context.new_page()
    wrong: list[str] = []
    window.on("pageerror", lambda error: wrong.append(str(error)))
    window.on("console", lambda said: wrong.append(said.text) if said.type in {"error", "warning"} else None)
    window.on("request", lambda asked: None if asked.url.startswith(address) else wrong.append(asked.url))
    window.on("response", lambda got: wrong.append(got.url) if got.status >= 400 else None)
    yield window
    context.close()
    assert wrong == []
