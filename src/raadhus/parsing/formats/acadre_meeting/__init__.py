"""Acadre: a meeting as tables within tables, and the list of produced agendas that points to it."""

from raadhus.parsing.formats.acadre_meeting.read import read

__all__ = ["read"]
