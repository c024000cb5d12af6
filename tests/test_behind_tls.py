"""A server that stands behind TLS: what it says to browsers, and whom it believes."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.serving import RAADHUS, free_port, wait_for

pytestmark = pytest.mark.server

HTTPS = {"X-Forwarded-Proto": "https", "Host": "raadhus.example.dk"}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    home = tmp_path_factory.mktemp("bag-tls")
    own = {"RAADHUS_HOME": str(home), "RAADHUS_HTTPS": "1", "RAADHUS_HOSTS": "raadhus.example.dk,127.0.0.1"}
    return {**os.environ, **own}


@pytest.fixture(scope="module")
def port(environment: dict[str, str]) -> Iterator[int]:
    """A fresh Raadhus, as a web server with TLS would ask it."""
    number = free_port()
    command = [str(RAADHUS), "serve", "--no-work", "--port", str(number)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        wait_for(f"http://127.0.0.1:{number}/", process, headers=HTTPS)
        yield number
        process.terminate()


@dataclass(frozen=True)
class Said:
    status: int
    headers: Message
    page: str


def asked(port: int, path: str, headers: dict[str, str], body: str | None = None) -> Said:
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("POST" if body else "GET", path, body, headers)
        answer = connection.getresponse()
        return Said(answer.status, answer.headers, answer.read().decode())


def test_what_comes_without_tls_is_sent_on_to_it(port: int) -> None:
    answer = asked(port, "/moeder", {"Host": "raadhus.example.dk"})
    assert (answer.status, answer.headers["Location"]) == (301, "https://raadhus.example.dk/moeder")


def test_a_page_tells_the_browser_to_stay_on_tls_and_run_our_files_only(port: int) -> None:
    answer = asked(port, "/", HTTPS)
    policy = answer.headers["Content-Security-Policy"]
    assert answer.status == 200
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_form_sent_over_tls_is_taken(port: int) -> None:
    page = asked(port, "/log-ind", HTTPS)
    cookie = page.headers["Set-Cookie"]
    assert "Secure" in cookie
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.page)
    assert token
    form = {"csrfmiddlewaretoken": token[1], "username": "bo", "password": "forkert"}
    headers = HTTPS | {
        "Cookie": cookie.split(";")[0],
        "Origin": "https://raadhus.example.dk",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    assert asked(port, "/log-ind", headers, urlencode(form)).status == 200
    stranger = headers | {"Origin": "https://ond.example.dk"}
    assert asked(port, "/log-ind", stranger, urlencode(form)).status == 403


def test_django_finds_nothing_to_warn_of(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env=environment | {"DJANGO_SETTINGS_MODULE": "raadhus.project.settings"},
        cwd=Path(environment["RAADHUS_HOME"]),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
