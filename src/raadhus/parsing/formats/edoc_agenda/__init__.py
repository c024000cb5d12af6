"""eDoc, second generation: a committee's meeting in the namespace of its maker, items as agenda elements."""

from raadhus.parsing.formats.edoc_agenda.read import read

__all__ = ["read"]
