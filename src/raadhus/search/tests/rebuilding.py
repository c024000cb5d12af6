"""What the processes of `test_rebuilding` do, each called by the name of its part."""

import os
import sys
from datetime import date
from pathlib import Path
from unittest.mock import patch

import django

VERSIONS, SECRET = 30, "Hemmelighedsbroen"


def fill() -> None:
    """A database with versions of three passages each, one of them closed, and an index of them."""
    from django.core.management import call_command
    from django.db import transaction

    from raadhus.search import catch_up
    from raadhus.search.tests import house

    call_command("migrate", verbosity=0)
    council = house.organization()
    with transaction.atomic():
        for number in range(VERSIONS):
            version = house.version(council)
            opened = house.item(version, "Badebroer", day=date(2026, 3, 1 + number % 28))
            house.place(
                opened, *house.passages(version, f"Badebroen får {number} bænke.", "Badebroen males.")
            )
            house.passages(version, f"Badebroen hedder {SECRET}.", closed=True)
            house.tell(version)
    catch_up()


def look(stop: Path) -> None:
    """Search until `stop` is there; print how many times, and fail at the first search that is not right."""
    from raadhus.openness import Reader
    from raadhus.search import search

    carla = Reader.anonymous()
    searches = 0
    while not stop.exists() or not searches:
        results = search("badebro", reader=carla, facets=True, grouped=searches % 2 == 1)
        if results.total != 2 * VERSIONS or not results.hits:
            sys.exit(f"{results.total} passages, {len(results.hits)} hits")
        if any(SECRET in hit.text for hit in results.hits):
            sys.exit("a closed passage")
        searches += 1
        if searches == 1:
            print("looks", flush=True)
    print(searches, flush=True)


def build(*, with_helpers: bool) -> None:
    """Build the index anew in small steps, and say each of them."""
    from raadhus.search import _home, _index, rebuild

    _index.ENTRIES_AT_ONCE, _index.PAGES_AT_ONCE = 8, 4
    _index.WORTH_HELP = 0 if with_helpers else sys.maxsize

    def told(built: _home.Generation) -> _home.Generation:
        print("nearly whole", flush=True)
        made = _home.made_whole(built)
        print("whole", flush=True)
        return made

    with patch.object(_index, "made_whole", told):
        rebuild(progress=lambda _: print("step", flush=True))
    print("done", flush=True)


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "raadhus.project.settings"
    django.setup()
    match sys.argv[1:]:
        case ["fill"]:
            fill()
        case ["look", stop]:
            look(Path(stop))
        case ["build", helpers]:
            build(with_helpers=helpers == "helpers")
