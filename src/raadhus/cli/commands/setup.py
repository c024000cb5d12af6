"""`raadhus setup`: database, dictionary, translations and static files; quick when nothing has changed."""

import argparse

from raadhus.cli._home import with_database
from raadhus.cli._output import say
from raadhus.cli._ready import make_ready


@with_database
def run(arguments: argparse.Namespace) -> int:
    say("Databasen er klar.")
    for sentence in make_ready():
        say(sentence)
    return 0
