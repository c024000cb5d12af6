"""Two commands on one data directory, both new to it; and one that is killed on its way."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.server

REPORT = "Rapport om havnen\n\nIndledning\nHavnen i Sønderbæk har {n} bådpladser til fritidssejlere.\n"
FILES = 6


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "rapporter"
    folder.mkdir()
    for n in range(FILES):
        (folder / f"rapport-{n}.txt").write_text(REPORT.format(n=200 + n), encoding="utf-8")
    return folder


def start(*words: str, home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "raadhus.cli", *words],
        env={**os.environ, "RAADHUS_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def outcome(process: subprocess.Popen[bytes]) -> Any:
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err.decode()
    return json.loads(out)


def found(home: Path) -> int:
    return int(outcome(start("search", "bådpladser", "--json", home=home))["total"])


def test_two_imports_of_the_same_folder_store_it_once(reports: Path, home: Path) -> None:
    both = [start("import", str(reports), "--json", home=home) for _ in range(2)]
    done = [outcome(process) for process in both]
    assert sum(d["imported"] for d in done) == FILES
    assert sum(d["unchanged"] for d in done) == FILES
    assert found(home) == FILES


@pytest.mark.parametrize("half", [0.2, 0.5, 0.8])
def test_the_same_command_completes_an_import_that_was_killed(
    reports: Path, home: Path, tmp_path: Path, half: float
) -> None:
    whole = start("import", str(reports), "--json", home=tmp_path / "hel")
    seconds = outcome(whole)["seconds"]
    killed = start("import", str(reports), "--json", home=home)
    try:
        killed.wait(timeout=seconds * half + 0.3)
    except subprocess.TimeoutExpired:
        killed.kill()
    killed.communicate()
    outcome(start("import", str(reports), "--json", home=home))
    assert found(home) == FILES
