"""Every test stands on its own: an empty data directory, no network, nothing of the developer's machine."""

import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

# Before anything reads the settings: this is why no setting of pytest names them.
_HOME = Path(tempfile.mkdtemp(prefix="raadhus-test-"))
for _name in [name for name in os.environ if name.startswith("RAADHUS_")]:
    del os.environ[_name]
os.environ["RAADHUS_HOME"] = str(_HOME)
os.environ["DJANGO_SETTINGS_MODULE"] = "raadhus.project.settings"

_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def pytest_configure() -> None:
    import django
    from django.conf import settings

    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    _close_the_network()
    django.setup()


def pytest_unconfigure() -> None:
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that it can run a second time on PostgreSQL."""
    from django.test import TransactionTestCase

    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        case = getattr(item, "cls", None)
        if (
            item.get_closest_marker("django_db")
            or {"db", "transactional_db", "live_server"} & set(fixtures)
            or (isinstance(case, type) and issubclass(case, TransactionTestCase))
        ):
            item.add_marker("database")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty data directory; files and index of one are never seen by the next."""
    folder = tmp_path / "home"
    folder.mkdir()
    settings.RAADHUS_HOME = folder
    monkeypatch.setenv("RAADHUS_HOME", str(folder))
    return folder


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """The system's Chromium, headless; for tests marked `browser`.

    One for each module, not for the whole run: while it is up, Django takes this thread for an
    asynchronous one.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium",
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        )
        yield browser
        browser.close()


def _close_the_network() -> None:
    """Let sockets reach this machine only: a test that needs the internet is no test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in _LOOPBACK:
            raise RuntimeError(f"A test tried to reach {address[0]}: tests stay on this machine.")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[assignment,method-assign]
