"""An import that is killed again and again, and completed by the same command, is as if nothing had happened.

A few moments here; `RAADHUS_KILLS=60 .venv/bin/pytest tests/test_killed.py` tries more.
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.server

KILLS = int(os.environ.get("RAADHUS_KILLS", "3"))
PAPER = Path(__file__).with_name("byraadets-referat.txt")
NOT_COMPARED = ("django_", "auth_", "sqlite_", "core_journal", "ingest_", "documents_scan")
"""What tells of the runs themselves: an import that was killed was tried more often."""


def raadhus(home: Path, *words: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-m", "raadhus.cli", *words, "--json"],
        env={**os.environ, "RAADHUS_HOME": str(home)},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Papers of eight meetings, and of one a second time with another word in it."""
    folder = tmp_path_factory.mktemp("papirer")
    text = PAPER.read_text(encoding="utf-8")
    for month in range(1, 9):
        dated = text.replace("05-03-2031", f"05-{month:02}-2031").replace("5. marts", f"5. {month:02}.")
        (folder / f"referat-{month}.txt").write_text(dated, encoding="utf-8")
    (folder / "referat-8b.txt").write_text(dated + "\nRettet udgave.\n", encoding="utf-8")
    return folder


def kept(home: Path) -> dict[str, Counter[tuple[object, ...]]]:
    """Every row of every table without numbers and times of its own, and every file."""
    found: dict[str, Counter[tuple[object, ...]]] = {
        "files": Counter((p.name,) for p in (home / "files").rglob("*") if p.is_file())
    }
    with sqlite3.connect(home / "raadhus.sqlite3") as database:
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if table.startswith(NOT_COMPARED):
                continue
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            told = [c for c in columns if c != "id" and not c.endswith(("_id", "_at"))]
            if told:
                names = ", ".join(f'"{name}"' for name in told)
                found[table] = Counter(database.execute(f"SELECT {names} FROM {table}"))
    return found


@pytest.fixture(scope="module")
def undisturbed(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    home = tmp_path_factory.mktemp("hel")
    began = time.monotonic()
    raadhus(home, "import", str(papers))
    return home, time.monotonic() - began


def test_an_import_killed_at_any_moment_is_completed_by_the_same_command(
    papers: Path, undisturbed: tuple[Path, float], tmp_path: Path
) -> None:
    whole, seconds = undisturbed
    moments = random.Random(KILLS)
    for number in range(KILLS):
        home = tmp_path / str(number)
        process = subprocess.Popen(
            [sys.executable, "-m", "raadhus.cli", "import", str(papers), "--json"],
            env={**os.environ, "RAADHUS_HOME": str(home)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(timeout=moments.uniform(0.3, seconds))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        raadhus(home, "import", str(papers))
        assert kept(home) == kept(whole), f"kill number {number}"
        assert raadhus(home, "verify")["faults"] == []
