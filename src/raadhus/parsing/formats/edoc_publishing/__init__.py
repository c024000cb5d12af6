"""eDoc, first generation: a meeting with its agendas (open, closed, supplement), items out of order, text as text."""

from raadhus.parsing.formats.edoc_publishing.read import read

__all__ = ["read"]
