"""Measure, print a table and write bench-results/<time>.json. Exit status 1: something is over its limit.

`python -m bench` takes about four minutes; `python -m bench big [PASSAGES ...]` grows a town hall to a million
passages and takes about a quarter of an hour and 6 GB of disk. `python -m bench big in FOLDER [PASSAGES ...]` keeps
the town halls there, and only asks where one stands. `python -m bench linking [ITEMS ...]` ties cases
together, in about two minutes.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import linking
from bench.growing import QUICK_SIZES, SIZES, measure_growing, table, within
from bench.importing import measure_importing
from bench.samples import ROOT
from bench.searching import measure_searching


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="raadhus-bench-") as name:
        folder = Path(name)
        print("==> Import, beside pdftotext", flush=True)
        importing = measure_importing(folder)
        print("==> Search", flush=True)
        searching = measure_searching(folder)
        growing = _each_size("one-size", QUICK_SIZES, folder)

    rows = [
        ("import of", importing["file"], f"{importing['pages']} pages"),
        ("  raadhus import, whole process", f"{importing['import_seconds']:.2f} s", ""),
        ("  pdftotext -layout", f"{importing['pdftotext_seconds']:.2f} s", ""),
        ("  import / pdftotext", f"{importing['ratio']:.2f}", ""),
        (
            "  6 x pdftotext + 2 s",
            f"{importing['limit_seconds']:.2f} s",
            "import within: " + _word(importing["within"]),
        ),
        ("search in", searching["material"], f"{searching['searches']} searches"),
        ("  median", f"{searching['median_ms']:.2f} ms", "under 10 ms: " + _word(searching["within"])),
        ("  95th percentile", f"{searching['p95_ms']:.2f} ms", ""),
    ]
    print()
    for what, value, remark in rows:
        print(f"{what:<34}{value:>28}   {remark}")

    print("\n" + "\n".join(table(growing)))

    _keep({"importing": importing, "searching": searching, "growing": growing})
    good = importing["within"] and searching["within"] and all(map(within, growing))
    return 0 if good else 1


def big(sizes: list[int], folder: Path | None = None) -> int:
    rows = _each_size("one-size" if folder is None else "kept-size", sizes, folder)
    print("\n".join(table(rows)))
    _keep({"growing": rows})
    return 0 if all(within(row) for row in rows) else 1


def link(sizes: list[int]) -> int:
    rows = _each_size("link-one-size", sizes)
    print("\n".join(linking.table(rows)))
    _keep({"linking": rows})
    return 0 if linking.within(rows) else 1


def _each_size(what: str, sizes: Sequence[int], folder: Path | None = None) -> list[Any]:
    """Measured in a process of its own for each size, in `folder` or in one that is gone afterwards."""
    rows = []
    with tempfile.TemporaryDirectory(prefix="raadhus-bench-") as name:
        for size in sizes:
            print(f"==> {size}", file=sys.stderr, flush=True)
            command = [sys.executable, "-m", "bench", what, str(folder or name), str(size)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
            rows.append(json.loads(done.stdout))
    return rows


def _keep(measured: dict[str, object]) -> None:
    results = ROOT / "bench-results"
    results.mkdir(exist_ok=True)
    file = results / f"{datetime.now(UTC):%Y-%m-%dT%H%M%S}.json"
    file.write_text(json.dumps(measured, indent=2, ensure_ascii=False))
    print(f"\n{file.relative_to(ROOT)}")


def _word(within: bool) -> str:
    return "yes" if within else "NO"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["big", "in", name, *sizes]:
            sys.exit(big([int(size) for size in sizes] or list(SIZES), Path(name).resolve()))
        case ["big", *sizes]:
            sys.exit(big([int(size) for size in sizes] or list(SIZES)))
        case ["linking", *sizes]:
            sys.exit(link([int(size) for size in sizes] or list(linking.SIZES)))
        case ["link-one-size", folder, size]:
            print(json.dumps(linking.measure_linking(Path(folder), int(size))))
        case ["one-size", folder, size]:
            print(json.dumps(measure_growing(Path(folder), int(size))))
        case ["kept-size", folder, size]:
            print(json.dumps(measure_growing(Path(folder), int(size), kept=True)))
        case _:
            sys.exit(main())
