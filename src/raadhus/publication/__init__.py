"""Publication: what may everyone see, and from when? The act; `openness` holds the rule."""

from raadhus.publication.actions import publish, publish_document
from raadhus.publication.withdrawing import restore, withdraw, withdraw_document

__all__ = ["publish", "publish_document", "restore", "withdraw", "withdraw_document"]
