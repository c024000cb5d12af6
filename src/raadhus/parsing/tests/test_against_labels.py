"""Real packages, labelled by hand, where they are at hand: RAADHUS_SHARED names the folder that holds them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from raadhus.parsing import as_contract, read_package

PROJECT = Path(__file__).parents[4]
SHARED = Path(os.environ.get("RAADHUS_SHARED", PROJECT.parent / "shared"))
LEAST = 0.92


def labelled() -> list[tuple[Path, Path]]:
    """Return each label with each file it labels."""
    pairs = []
    for gold in sorted(SHARED.glob("gold/*.json")):
        pairs += [
            (gold, file)
            for file in sorted(SHARED.glob(f"corpus/*/{gold.stem}.*"))
            if file.suffix in (".pdf", ".txt", ".html", ".xml")
        ]
        pairs += [(gold, file) for file in _manifests(gold.stem)]
    return pairs


def _manifests(stem: str) -> list[Path]:
    """A label that ends in the name of a supplier's folder is of the one manifest in it."""
    return sorted(SHARED.glob(f"corpus/{stem.rpartition('_')[2]}/*.xml"))


@pytest.mark.skipif(not labelled(), reason="no labelled packages at hand")
@pytest.mark.parametrize(("gold", "file"), labelled(), ids=lambda path: path.name)
def test_a_labelled_package_is_read_as_its_label_says(gold: Path, file: Path, tmp_path: Path) -> None:
    output = tmp_path / "output.json"
    output.write_text(json.dumps(as_contract(read_package(file))), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, SHARED / "checks" / "score_parse.py", gold, output, "--verbose"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    score = re.search(r"parse F1 ([\d.]+)", done.stdout)
    assert score is not None
    assert float(score.group(1)) >= LEAST, done.stdout
