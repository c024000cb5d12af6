"""Linking and indexing what a command has stored."""

from django.db import DatabaseError

from raadhus.cli._output import indexing_bar, say
from raadhus.search import catch_up
from raadhus.timeline import linking


def indexed(stored: str) -> bool:
    """Link and index what is stored. False, and a sentence, when that failed: what is stored stays stored."""
    try:
        linking.catch_up()
        with indexing_bar() as bar:
            catch_up(progress=bar.update)
    except (OSError, DatabaseError) as error:
        say(f"{stored} er gemt, men indekseringen blev ikke færdig: {error}")
        say("Kør den samme kommando igen for at gøre den færdig.")
        return False
    return True
