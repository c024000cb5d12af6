"""How good are the checks? Measured on an invented town's papers: honest sentences, and lies about the same."""

from raadhus.assistant.wording.measuring._measure import Measured, measured

__all__ = ["Measured", "measured"]
