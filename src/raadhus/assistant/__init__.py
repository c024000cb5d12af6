"""Assistant: what do the passages say, and where? Answers with the proof beside them."""

from raadhus.assistant._answer import Answer, Citation, Kind, Later, Matter, Searched, Told
from raadhus.assistant._assistant import answer

__all__ = ["Answer", "Citation", "Kind", "Later", "Matter", "Searched", "Told", "answer"]
