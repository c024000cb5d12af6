"""A running Raadhus for tests: its address, and how to start and await it."""

import socket
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

RAADHUS = Path(sys.executable).with_name("raadhus")


@dataclass(frozen=True)
class Served:
    """A running server: where it answers, and what the demo said when it was loaded."""

    address: str
    said: str
    environment: dict[str, str]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(
    address: str, process: subprocess.Popen[bytes], headers: Mapping[str, str] | None = None
) -> None:
    """Return when the server answers; fail when it has ended or says nothing for a minute."""
    question = urllib.request.Request(address, headers=dict(headers or {}))
    for _ in range(300):
        try:
            urllib.request.urlopen(question, timeout=10).close()
        except OSError:
            try:
                status = process.wait(timeout=0.2)
            except subprocess.TimeoutExpired:
                continue
            pytest.fail(f"the server ended with {status}")
        else:
            return
    pytest.fail("the server did not answer within a minute")
