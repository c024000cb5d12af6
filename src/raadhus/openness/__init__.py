"""Openness: who may see it. The rule; `publication` holds the act.

Every query of something that can be closed takes a reader, as a required keyword or through
`visible_to(reader)`; there is no default reader.
"""

from raadhus.openness._reader import Reader
from raadhus.openness._rights import NotAllowed, require_seat
from raadhus.openness._rule import visible

__all__ = ["NotAllowed", "Reader", "require_seat", "visible"]
