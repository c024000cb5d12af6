"""How long does an import take, beside pdftotext reading the same file?"""

import json
import os
import shutil
import statistics
import subprocess
import time
from pathlib import Path
from typing import TypedDict

from bench.samples import RAADHUS, long_pdf, set_up

START_UP = 2.0  # seconds a whole process may take before it reads the first page
TIMES_PDFTOTEXT = 6.0  # and how many times as long as pdftotext the rest may take
RUNS = 5


class Importing(TypedDict):
    file: str
    pages: int
    import_seconds: float
    pdftotext_seconds: float
    ratio: float  # import / pdftotext, start-up and all
    limit_seconds: float
    within: bool


def measure_importing(folder: Path) -> Importing:
    """Median of several runs, each whole import into an empty data directory, pdftotext in turn."""
    pdf = long_pdf(folder)
    empty = folder / "empty"
    set_up(empty)
    imports, readings, pages = [], [], 0
    for run in range(RUNS):
        readings.append(_seconds(["pdftotext", "-layout", str(pdf), str(folder / "out.txt")], {})[0])
        home = folder / f"home-{run}"
        shutil.copytree(empty, home)
        seconds, out = _seconds([str(RAADHUS), "import", str(pdf), "--json"], {"RAADHUS_HOME": str(home)})
        imports.append(seconds)
        pages = int(json.loads(out)["pages"])
        shutil.rmtree(home)
    took, beside = statistics.median(imports), statistics.median(readings)
    limit = TIMES_PDFTOTEXT * beside + START_UP
    return Importing(
        file=pdf.name,
        pages=pages,
        import_seconds=round(took, 3),
        pdftotext_seconds=round(beside, 3),
        ratio=round(took / beside, 2),
        limit_seconds=round(limit, 3),
        within=took <= limit,
    )


def _seconds(command: list[str], extra: dict[str, str]) -> tuple[float, str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | extra
    started = time.perf_counter()
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return time.perf_counter() - started, done.stdout
