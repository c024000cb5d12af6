"""Demo: an invented municipality, written by the project itself, to look at and to test with.

Hjelmsund Kommune has a council of 31, a magistrat, six committees and rådmandsmøder, two years of meetings
around a day, and cases that travel between the bodies. Its packages are made on the machine as real PDF
and Word files, the same every time; `packages` is the truth they are written from.
"""

from raadhus.demo._model import DemoAnnex, DemoItem, DemoMeeting, DemoPackage, DemoSection, DemoStep
from raadhus.demo._packages import packages
from raadhus.demo._people import MUNICIPALITY
from raadhus.demo._write import Progress, write

__all__ = [
    "MUNICIPALITY",
    "DemoAnnex",
    "DemoItem",
    "DemoMeeting",
    "DemoPackage",
    "DemoSection",
    "DemoStep",
    "Progress",
    "packages",
    "write",
]
