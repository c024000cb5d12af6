"""The files themselves: the same every time, and read as what they were written from."""

import hashlib
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from raadhus.demo import packages, write
from raadhus.demo.tests.comparing import Score, compare
from raadhus.parsing import read_package

pytestmark = pytest.mark.slow


def _sums(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_same_day_gives_the_same_bytes(folder: Path, tmp_path: Path, today: date) -> None:
    again = tmp_path / "again"

    paths = write(again, today=today)

    assert _sums(again) == _sums(folder)
    assert [path.name for path in paths] == [package.file_name for package in packages(today)]


def test_progress_counts_the_files(tmp_path: Path, today: date) -> None:
    told: list[tuple[int, int]] = []

    paths = write(tmp_path, today=today, progress=lambda done, of: told.append((done, of)))

    assert told[-1] == (len(paths), len(paths))


def test_there_are_pages_enough_to_search_and_few_enough_to_load(folder: Path) -> None:
    pages = sum(len(pypdfium2.PdfDocument(path)) for path in folder.glob("*.pdf"))

    assert 1_500 <= pages <= 2_500


def test_parsing_reads_what_the_town_hall_wrote(folder: Path, today: date) -> None:
    score = Score()

    for package in packages(today):
        compare(package, read_package(folder / package.file_name), score)

    poor = {kind: score.recall(kind) for kind in score.facts if score.recall(kind) < 0.97}
    assert not poor, "\n".join([str(poor), *score.misses[:20]])
