"""Leaning: a question that leans on the one before it, made whole without a model. Plain functions over text."""

from raadhus.conversation.leaning._whole import whole

__all__ = ["whole"]
