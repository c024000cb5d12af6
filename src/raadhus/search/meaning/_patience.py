"""Leaving a model alone that does not answer: a little while first, then longer."""

import time
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from raadhus.search.meaning._setting import Setting

FIRST, LONGEST = 15.0, 600.0


@dataclass
class Patience:
    """Of one process, towards one model. `why` is what went wrong last; empty when all is well."""

    why: str = ""
    _until: float = 0.0
    _pause: float = 0.0

    @property
    def waits(self) -> bool:
        return time.monotonic() < self._until

    def failed(self, why: str) -> float:
        """Wait from now on; return for how many seconds."""
        self.why = why
        self._pause = min(self._pause * 2, LONGEST) or FIRST
        self._until = time.monotonic() + self._pause
        return self._pause

    def succeeded(self) -> None:
        self.why, self._until, self._pause = "", 0.0, 0.0


@lru_cache(maxsize=16)
def patience(setting: Setting, what: Literal["ask", "embed"]) -> Patience:
    """The same one for the same model; asking and embedding wait each for itself."""
    return Patience()
