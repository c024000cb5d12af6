"""What a reader warns of that keeps a paper from the public until a person has looked at it."""

from raadhus.parsing.formats.document import SPEAKS_OF_CLOSED

HELD_BACK = frozenset({SPEAKS_OF_CLOSED, "draft-publication", "withdrawn"})
"""Codes: it speaks of closed matters in an unknown layout, or its own system has not published it."""
