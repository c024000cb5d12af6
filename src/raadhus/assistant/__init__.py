"""Assistant: what do the passages say, and where? Answers with the proof beside them."""

from raadhus.assistant._answer import Answer, Citation
from raadhus.assistant._assistant import answer

__all__ = ["Answer", "Citation", "answer"]
