"""Parsing: what is in this file? A path goes in, a frozen `ParsedPackage` comes out.

Plain Python over frozen dataclasses: no Django, no database. One folder per supplier's format in
`formats/`; each reads its own layout and gives the same result type.
"""

from raadhus.parsing._contract import PackageJson, as_contract
from raadhus.parsing._errors import Unreadable
from raadhus.parsing._held_back import HELD_BACK
from raadhus.parsing._package import (
    OUTCOMES,
    Found,
    Kind,
    Outcome,
    ParsedAttachment,
    ParsedAttendee,
    ParsedEnclosure,
    ParsedItem,
    ParsedMeeting,
    ParsedPackage,
    ParsedPage,
    ParsedPassage,
    ParsedStep,
    ParsedWarning,
    Role,
    Span,
    Visibility,
)
from raadhus.parsing._papers import Paper, papers
from raadhus.parsing._read import read_package, read_paper
from raadhus.parsing.formats.document import SPEAKS_OF_CLOSED
from raadhus.parsing.sources import readable_files

__all__ = [
    "HELD_BACK",
    "OUTCOMES",
    "SPEAKS_OF_CLOSED",
    "Found",
    "Kind",
    "Outcome",
    "PackageJson",
    "Paper",
    "ParsedAttachment",
    "ParsedAttendee",
    "ParsedEnclosure",
    "ParsedItem",
    "ParsedMeeting",
    "ParsedPackage",
    "ParsedPage",
    "ParsedPassage",
    "ParsedStep",
    "ParsedWarning",
    "Role",
    "Span",
    "Unreadable",
    "Visibility",
    "as_contract",
    "papers",
    "read_package",
    "read_paper",
    "readable_files",
]
