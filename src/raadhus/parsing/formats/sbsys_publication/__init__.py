"""SBSYS: a publication (Publication/Agendas/Agenda/Items/Item), and the older agenda (Dagsorden/Dagsordenpunkter)."""

from raadhus.parsing.formats.sbsys_publication.read import read

__all__ = ["read"]
