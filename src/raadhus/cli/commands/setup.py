"""`raadhus setup`: database, dictionary, translations, static files and index; quick when nothing has changed."""

import argparse

from raadhus.cli._home import with_database
from raadhus.cli._output import indexing_bar, say
from raadhus.cli._ready import make_ready
from raadhus.search import catch_up


@with_database
def run(arguments: argparse.Namespace) -> int:
    say("Databasen er klar.")
    for sentence in make_ready():
        say(sentence)
    with indexing_bar() as bar:
        catch_up(progress=bar.update)
    say("Indekset er klar.")
    return 0
