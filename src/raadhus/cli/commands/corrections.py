"""`raadhus corrections`: what people have corrected, as test cases for the reading of packages.

With `--json` each corrected package in the shape of `raadhus inspect`, as it should have been read. With a folder
each goes there in a file of its own. A package may hold closed items: its file is the organization's own.
"""

import argparse
import json
import re
from pathlib import Path

from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import print_json, say
from raadhus.core.times import local, written
from raadhus.ingest.expected import corrected_packages, corrections_seen
from raadhus.meetings.models import Correction
from raadhus.parsing import PackageJson


@with_database
def run(arguments: argparse.Namespace) -> int:
    reader = reader_from(arguments.reader)
    if arguments.folder is not None:
        _write(corrected_packages(reader=reader), arguments.folder)
    if arguments.json:
        print_json({"packages": corrected_packages(reader=reader)})
    elif arguments.folder is None:
        for one in corrections_seen(reader=reader):
            print(_line(one))
    return 0


def _write(packages: list[PackageJson], folder: Path) -> None:
    """One file for each package, named like it; the beginning of its checksum keeps two of a name apart."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in packages:
        source = package["source"]
        stem = re.sub(r"[^\w.-]+", "_", source["file"])[:60]
        text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
        (folder / f"{stem}.{source['sha256'][:12]}.json").write_text(text, encoding="utf-8")
    say(f"Skrevet: {len(packages)} {'fil' if len(packages) == 1 else 'filer'} i {folder}.")


def _line(one: Correction) -> str:
    what = str(one.get_what_display()) + (f" ({one.annex_title})" if one.annex_title else "")
    told = f"{one.item.meeting}, punkt {one.item.number}, {what}: »{one.told}« rettet til »{one.value}«"
    again = " – se på den igen" if one.look_again else ""
    return f"{told} ({one.by}, {written(local(one.at).date())}){again}"
