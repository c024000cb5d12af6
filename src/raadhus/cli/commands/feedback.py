"""`raadhus feedback`: what users thought of answers, as a file of questions for `raadhus evaluate`.

Without names. The questions are members' too and may say something closed: the file is the operator's.
"""

import argparse
import csv
import sys
from dataclasses import asdict, fields

from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import print_json, say
from raadhus.conversation.verdicts import UNKNOWN, Line, lines_of_all


@with_database
def run(arguments: argparse.Namespace) -> int:
    lines = list(lines_of_all(by=reader_from(arguments.reader)))
    if arguments.json:
        print_json({"questions": [asdict(line) for line in lines]})
        return 0
    names = [field.name for field in fields(Line)]
    table = csv.DictWriter(sys.stdout, names, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
    table.writeheader()
    table.writerows(asdict(line) for line in lines)
    waiting = sum(line.answer == UNKNOWN for line in lines)
    say(f"{len(lines)} vurderinger, {waiting} mangler et svar: skriv det i stedet for {UNKNOWN}.")
    return 0
