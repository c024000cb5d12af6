"""Wording: an answer in a language model's words, every sentence checked against its quote before anyone sees it."""

from raadhus.assistant.wording._steps import Done, Sentence, Step
from raadhus.assistant.wording._worded import model_in_use, worded

__all__ = ["Done", "Sentence", "Step", "model_in_use", "worded"]
