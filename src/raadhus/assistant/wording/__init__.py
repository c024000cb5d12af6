"""Wording: an answer in a language model's words, every sentence checked against its quote before anyone sees it."""

from raadhus.assistant.wording._calls import forget_old_calls, model_in_use, switch
from raadhus.assistant.wording._status import Status, status
from raadhus.assistant.wording._steps import Done, Sentence, Step
from raadhus.assistant.wording._worded import worded

__all__ = [
    "Done",
    "Sentence",
    "Status",
    "Step",
    "forget_old_calls",
    "model_in_use",
    "status",
    "switch",
    "worded",
]
