"""Demo: an invented municipality, written by the project itself, to look at and to test with.

Hjelmsund Kommune has a council of 31, a magistrat, six committees and rådmandsmøder, two years of meetings
around a day, and cases that travel between the bodies. Its packages are made on the machine as real PDF
and Word files, the same every time; `packages` is the truth they are written from.
"""

from collections.abc import Callable
from datetime import date

from raadhus.demo._logins import LOGINS
from raadhus.demo._model import DemoAnnex, DemoItem, DemoMeeting, DemoPackage, DemoSection, DemoStep
from raadhus.demo._packages import packages
from raadhus.demo._people import MUNICIPALITY
from raadhus.demo._write import Progress, write

__all__ = [
    "LOGINS",
    "MUNICIPALITY",
    "DemoAnnex",
    "DemoItem",
    "DemoMeeting",
    "DemoPackage",
    "DemoSection",
    "DemoStep",
    "Progress",
    "load",
    "packages",
    "write",
]


def load(*, today: date, progress: Callable[[int], object] | None = None) -> None:
    """Build the municipality in the database, write its packages and take them in.

    Running it again changes nothing; after an interruption it does what is left, for the day of the first
    run. `progress` is told the number of pages of each file taken in.
    """
    from raadhus.demo._load import load_all

    load_all(today=today, progress=progress)
