"""Meaning: passages that say the same in other words. Off until the operator names a model; nothing depends on it.

`_search` asks `near` and puts what it gives among what the words found. `embed` keeps the vectors, in rounds of the
worker or by hand. Only this package knows of vectors; only `languagemodel` speaks to the model.
"""

from raadhus.search.meaning._asking import wait_for_model
from raadhus.search.meaning._embedding import Round, embed
from raadhus.search.meaning._finding import closer_look, near
from raadhus.search.meaning._status import Status, status

__all__ = ["Round", "Status", "closer_look", "embed", "near", "status", "wait_for_model"]
