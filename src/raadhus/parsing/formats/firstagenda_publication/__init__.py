"""Agendas and minutes as FirstAgenda Publication prints them: front page, contents, items with fields."""

from raadhus.parsing.formats.firstagenda_publication.read import knows, read

__all__ = ["knows", "read"]
