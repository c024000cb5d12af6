"""A committee's agenda as a paper of its own: purpose, method, responsible, time and annexes for each item."""

from raadhus.parsing.formats.committee_agenda.read import knows, read

__all__ = ["knows", "read"]
