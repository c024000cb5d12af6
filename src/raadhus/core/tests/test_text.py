"""A file may have any bytes for a name; what is stored and printed is text."""

import os

from raadhus.core.text import displayable


def test_a_danish_name_stays_as_it_is() -> None:
    assert displayable("Byrådets møde – bilag 1.pdf") == "Byrådets møde – bilag 1.pdf"


def test_a_name_from_an_older_system_can_be_written_anyway() -> None:
    name = os.fsdecode("Byrådet.pdf".encode("latin-1"))
    assert displayable(name) == "Byr�det.pdf"
    assert displayable(name).encode("utf-8")
