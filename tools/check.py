"""Run the checks, two at a time, and show the output only of those that fail.

.venv/bin/python tools/check.py                 the checks of form: layout, types, floors, spelling
.venv/bin/python tools/check.py --quick-tests   and the tests that need no browser and no server
"""

import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = ROOT / ".venv" / "bin"

# The slowest first, so that the quick ones run beside them.
CHECKS: dict[str, list[str]] = {
    "types (mypy)": ["mypy"],
    "floors (import-linter)": ["lint-imports", "--no-logo"],
    "templates (djlint)": ["djlint", "--lint", "--quiet", "src"],
    "Danish spelling (hunspell)": ["python", "tools/spelling/danish.py"],
    "English spelling (codespell)": ["python", "tools/spelling/english.py"],
    "layout (ruff format)": ["ruff", "format", "--check", "."],
    "lint (ruff)": ["ruff", "check", "."],
}
QUICK_TESTS = [
    *["pytest", "-q", "--numprocesses", "auto", "--dist", "loadfile"],
    *["-m", "not browser and not server and not postgresql and not slow"],
]


@dataclass(frozen=True)
class Outcome:
    name: str
    status: int
    seconds: float
    output: str


def run(name: str, command: list[str], home: str) -> Outcome:
    started = time.monotonic()
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        env=os.environ | {"RAADHUS_HOME": home},
    )
    return Outcome(name, done.returncode, time.monotonic() - started, done.stdout)


def show(outcome: Outcome) -> None:
    word = "ok  " if outcome.status == 0 else "FAIL"
    print(f"  {word} {outcome.name:<32}{outcome.seconds:6.1f} s", flush=True)
    if outcome.status or outcome.name == "tests":
        print("".join(f"       {line}\n" for line in outcome.output.rstrip().splitlines()), flush=True)


def main() -> int:
    checks = dict(CHECKS)
    if "--quick-tests" in sys.argv[1:]:
        checks = {"tests": QUICK_TESTS} | checks
    print(f"==> {len(checks)} checks", flush=True)
    with tempfile.TemporaryDirectory() as home, ThreadPoolExecutor(max_workers=2) as pool:
        running = [pool.submit(run, name, command, home) for name, command in checks.items()]
        outcomes = []
        for future in as_completed(running):
            outcomes.append(future.result())
            show(outcomes[-1])
    failed = [outcome.name for outcome in outcomes if outcome.status]
    if failed:
        print(f"Failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
