"""The query language: what people may write in the search box beside plain words. Plain reading, no index."""

from raadhus.search.language._nodes import (
    AllOf,
    Days,
    Either,
    Near,
    Node,
    Organ,
    Phrase,
    Terms,
    Without,
    Words,
    positive_texts,
)
from raadhus.search.language._reading import Request, read

__all__ = [
    "AllOf",
    "Days",
    "Either",
    "Near",
    "Node",
    "Organ",
    "Phrase",
    "Request",
    "Terms",
    "Without",
    "Words",
    "positive_texts",
    "read",
]
