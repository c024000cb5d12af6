"""Publication: what may everyone see, and from when? The act; `openness` holds the rule."""

from raadhus.publication.actions import publish, publish_document

__all__ = ["publish", "publish_document"]
