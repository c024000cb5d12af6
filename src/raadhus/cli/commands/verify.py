"""`raadhus verify`: does everything stored still match the files it came from?"""

import argparse
import sys
from collections.abc import Callable, Iterator

from tqdm import tqdm

from raadhus.cli._home import with_database
from raadhus.cli._output import print_json, say
from raadhus.core.faults import Fault, Progress
from raadhus.documents import checking as documents
from raadhus.meetings import checking as meetings
from raadhus.search import checking as search
from raadhus.search import rebuild

ROOMS: dict[str, Callable[[Progress], Iterator[Fault]]] = {
    "Originaler og sider": documents.faults,
    "Rækker og deres kilder": meetings.faults,
    "Indekset": search.faults,
}


@with_database
def run(arguments: argparse.Namespace) -> int:
    looked_at = 0
    faults: list[Fault] = []
    for name, check in ROOMS.items():
        with tqdm(desc=name, file=sys.stderr, disable=None) as bar:

            def progress(number: int, bar: "tqdm[None]" = bar) -> None:
                nonlocal looked_at
                looked_at += number
                bar.update(number)

            faults += check(progress)
    repaired = arguments.repair and any(fault.code.startswith("index-") for fault in faults)
    if repaired:
        with tqdm(unit=" passager", desc="Indekserer", file=sys.stderr, disable=None) as bar:
            rebuild(progress=bar.update)
        faults = [fault for fault in faults if not fault.code.startswith("index-")]
        faults += search.faults(lambda _number: None)
    if arguments.json:
        print_json(
            {
                "repaired": repaired,
                "looked_at": looked_at,
                "faults": [{"code": f.code, "place": f.place, "message": f.message} for f in faults],
            }
        )
    else:
        if repaired:
            say("Indekset er bygget op igen.")
        _print(looked_at, faults)
    return 1 if faults else 0


def _print(looked_at: int, faults: list[Fault]) -> None:
    for fault in faults:
        print(f"{fault.place}: {fault.message}")
    print(f"Set efter: {looked_at}. Fejl: {len(faults)}.")
