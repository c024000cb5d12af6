#!/usr/bin/env python3
"""Bend a format's samples, or damage a kind of annex, for so long: `tools/fuzz.py sbsys --minutes 10`.

Prints how many were read and, should one do anything but be read or refused, the sample itself.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from raadhus.parsing.formats.tests.damaged import KINDS, damaged
from raadhus.parsing.formats.tests.mutations import SAMPLES, bent, read_and_check


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=sorted({*SAMPLES, *KINDS}))
    parser.add_argument("--minutes", type=float, default=10)
    arguments = parser.parse_args()
    until = time.monotonic() + arguments.minutes * 60
    count = 0
    last: tuple[str, bytes] = ("", b"")
    with tempfile.TemporaryDirectory() as folder:

        @settings(
            max_examples=500,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(bent(arguments.name) if arguments.name in SAMPLES else damaged(arguments.name))
        def reads(sample: tuple[str, bytes]) -> None:
            nonlocal count, last
            last = sample
            count += 1
            read_and_check(Path(folder), *sample)

        while time.monotonic() < until:
            try:
                reads()
            except BaseException:
                print(f"{arguments.name}: after {count} samples: {last[1]!r}")
                raise
    print(f"{arguments.name}: {count} samples in {arguments.minutes:g} minutes, all read or refused")
    return 0


if __name__ == "__main__":
    sys.exit(main())
