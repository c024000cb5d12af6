"""Agendas and minutes as FirstAgenda Publication prints them: front page, contents, an item per "Punkt N:" with fields."""

from raadhus.parsing.formats.firstagenda_publication.read import knows, read

__all__ = ["knows", "read"]
