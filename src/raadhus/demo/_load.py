"""The invented municipality taken in like any other: packages written, then ingested one by one."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.conf import settings

from raadhus.conversation.handbook import mark_as_handbook
from raadhus.demo._packages import HANDBOOK, packages
from raadhus.demo._town_hall import build
from raadhus.demo._write import write
from raadhus.documents.models import Version
from raadhus.ingest.actions import ingest
from raadhus.openness import Reader
from raadhus.search import catch_up
from raadhus.timeline import linking

Progress = Callable[[int], object]


def load_all(*, today: date, progress: Progress | None = None) -> None:
    """See `raadhus.demo.load`."""
    folder = Path(settings.RAADHUS_HOME) / "demo-packages"
    folder.mkdir(parents=True, exist_ok=True)
    today = _first_day(folder, today)
    body = build(today)
    stored = frozenset(Version.objects.values_list("sha256", flat=True))
    for path in _written(folder, today):
        if hashlib.sha256(path.read_bytes()).hexdigest() not in stored:
            ingest(path, by=Reader.operator(), body=body, progress=_pages(progress))
    _mark_handbook()
    linking.catch_up()
    catch_up()


def _mark_handbook() -> None:
    for version in Version.objects.filter(file_name=HANDBOOK).select_related("document"):
        mark_as_handbook(version.document, by=Reader.operator())


def _first_day(folder: Path, today: date) -> date:
    """The day of the first run: later runs complete that one, they do not begin another two years."""
    note = folder / "first-day.txt"
    if not note.exists():
        beside = note.with_suffix(".new")
        beside.write_text(today.isoformat(), encoding="utf-8")
        beside.replace(note)
    return date.fromisoformat(note.read_text(encoding="utf-8").strip())


def _written(folder: Path, today: date) -> list[Path]:
    """The packages, written unless an earlier run has finished writing them."""
    done = folder / "written.txt"
    if done.exists():
        paths = [folder / package.file_name for package in packages(today)]
        if all(path.exists() for path in paths):
            return paths
    paths = write(folder, today=today)
    done.write_text(str(len(paths)), encoding="utf-8")
    return paths


def _pages(progress: Progress | None) -> Callable[[str, int], None] | None:
    if progress is None:
        return None

    def tell(_file_name: str, pages: int) -> None:
        progress(pages)

    return tell
