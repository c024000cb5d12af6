"""How long does one search take, inside a process that is already running?"""

import os
import statistics
import subprocess
import time
from pathlib import Path
from typing import TypedDict

from bench.samples import RAADHUS, packages, questions, set_up

LIMIT_MS = 10.0
ROUNDS = 5


class Searching(TypedDict):
    material: str
    questions: int
    searches: int
    median_ms: float
    p95_ms: float
    limit_ms: float
    within: bool


def measure_searching(folder: Path) -> Searching:
    """Ask every question several times, after one round that is not counted."""
    home = folder / "search"
    environment = set_up(home)
    material = [str(path) for path in packages()]
    fill = ["import", *material, "--json"] if material else ["demo"]
    subprocess.run([RAADHUS, *fill], env=environment, check=True, stdout=subprocess.DEVNULL)

    os.environ["RAADHUS_HOME"] = str(home)
    os.environ.pop("DATABASE_URL", None)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raadhus.project.settings")
    import django

    django.setup()
    from raadhus.openness import Reader
    from raadhus.search import search

    asked = questions()
    took = []
    for turn in range(ROUNDS + 1):
        for question in asked:
            started = time.perf_counter()
            search(question, reader=Reader.operator(), limit=10)
            if turn:
                took.append((time.perf_counter() - started) * 1000)
    median = statistics.median(took)
    return Searching(
        material=f"{len(material)} real packages" if material else "the invented municipality",
        questions=len(asked),
        searches=len(took),
        median_ms=round(median, 2),
        p95_ms=round(statistics.quantiles(took, n=20)[-1], 2),
        limit_ms=LIMIT_MS,
        within=median < LIMIT_MS,
    )
