"""The packages of one fixed day, written once."""

from datetime import date
from pathlib import Path

import pytest

from raadhus.demo import write

TODAY = date(2026, 6, 1)


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory, today: date) -> Path:
    """The folder of every package; tests only read it."""
    folder = tmp_path_factory.mktemp("hjelmsund")
    write(folder, today=today)
    return folder
