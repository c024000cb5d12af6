"""`raadhus reindex`: build the index anew, beside the one that serves meanwhile."""

import argparse

from raadhus.cli._home import with_database
from raadhus.cli._output import indexing_bar, print_json, say
from raadhus.search import rebuild


@with_database
def run(arguments: argparse.Namespace) -> int:
    with indexing_bar() as bar:
        number = rebuild(progress=bar.update)
    if arguments.json:
        print_json({"indexed": number})
    else:
        say(f"Indekset er bygget forfra: {number} passager.")
    return 0
