"""`raadhus serve`: the address is told once it answers; what setup does is done when it was forgotten."""

import socket
from pathlib import Path
from typing import Any

import pytest

from raadhus.cli.tests.terminal import Terminal

pytestmark = pytest.mark.django_db


class Server:
    def run(self) -> None:
        pass


def test_a_port_in_use_is_told_and_no_address_with_it(raadhus: Terminal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = raadhus.says("serve", "--no-work", "--port", taken.getsockname()[1], status=1)
    assert "kan ikke bruges" in said
    assert "kører på" not in said


def test_a_host_that_is_none_is_told(raadhus: Terminal) -> None:
    assert "kendes ikke" in raadhus.says("serve", "--no-work", "--host", "999.1.1.1.", status=2)


def test_the_style_is_there_without_setup(
    raadhus: Terminal, settings: Any, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.STATIC_ROOT = home / "static"
    monkeypatch.setattr("raadhus.cli.commands.serve.create_server", lambda *_, **__: Server())
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert f"kører på http://127.0.0.1:{port}/" in raadhus.says("serve", "--no-work", "--port", port)
    assert (home / "static" / "web" / "raadhus.css").is_file()
