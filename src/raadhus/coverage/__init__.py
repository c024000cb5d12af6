"""Coverage: what should have come, and has it? Bodies gone silent, minutes that are late, annexes not there."""

from raadhus.coverage.watching import Watch, watch

__all__ = ["Watch", "watch"]
