"""`make start`: the invented municipality is loaded once, the logins are said, and the server answers."""

import re
import subprocess
import urllib.request

import pytest
from tests.serving import RAADHUS, Served

from raadhus import demo

pytestmark = pytest.mark.server


def test_the_terminal_says_every_demo_login(served: Served) -> None:
    for username, password, _ in demo.LOGINS:
        assert re.search(rf"\b{username}\b.*{password}", served.said)


def test_the_second_start_loads_nothing_and_says_the_logins_again(served: Served) -> None:
    again = subprocess.run(
        [RAADHUS, "demo", "--if-empty"], env=served.environment, check=True, capture_output=True, text=True
    )

    assert demo.LOGINS[0][1] in again.stderr + again.stdout


def test_the_front_page_answers_in_danish_with_safe_headers(served: Served) -> None:
    with urllib.request.urlopen(served.address) as answer:
        page, headers = answer.read().decode(), answer.headers

    assert '<html lang="da">' in page
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"


def test_the_style_is_served_by_the_same_process(served: Served) -> None:
    with urllib.request.urlopen(served.address) as answer:
        page = answer.read().decode()

    style = re.findall(r'<link rel="stylesheet" href="(/static/[^"]+)"', page)

    assert style
    for address in style:
        with urllib.request.urlopen(served.address.rstrip("/") + address) as answer:
            assert answer.headers["Content-Type"].startswith("text/css")
