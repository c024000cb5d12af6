"""`raadhus corrections`: what people have corrected, as test cases for the reading of packages.

With `--json` each corrected package in the shape of `raadhus inspect`, as it should have been read. With a folder
each goes there in a file of its own. `--check` reads the papers again: which corrections would no longer be needed?
A package may hold closed items: its file is the organization's own.
"""

import argparse
import json
import re
from pathlib import Path

from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import print_json, say
from raadhus.core.times import local, written
from raadhus.ingest.expected import Reread, corrected_packages, corrections_seen, read_again
from raadhus.meetings.models import Correction
from raadhus.parsing import PackageJson


@with_database
def run(arguments: argparse.Namespace) -> int:
    reader = reader_from(arguments.reader)
    if arguments.check:
        return _check(list(read_again(reader=reader)), as_json=arguments.json)
    if arguments.folder is not None:
        _write(corrected_packages(reader=reader), arguments.folder)
    if arguments.json:
        print_json({"packages": corrected_packages(reader=reader)})
    elif arguments.folder is None:
        for one in corrections_seen(reader=reader):
            print(_line(one))
    return 0


def _check(told: list[Reread], *, as_json: bool) -> int:
    """Status 1 while anything is still read wrongly."""
    right = sum(one.right for one in told)
    if as_json:
        print_json({"right": right, "corrections": [_shape(one) for one in told]})
    else:
        for one in told:
            print(f"{'rigtigt' if one.right else 'FORKERT'}: {_line(one.correction)}")
        print(f"Læst rigtigt nu: {right} af {len(told)}.")
    return 0 if right == len(told) else 1


def _shape(one: Reread) -> dict[str, object]:
    return {
        "url": one.correction.item.get_absolute_url(),
        "what": one.correction.what,
        "annex": one.correction.annex or None,
        "expected": one.correction.value,
        "read": one.said,
        "right": one.right,
    }


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
