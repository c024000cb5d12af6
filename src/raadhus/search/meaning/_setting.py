"""What the operator has chosen: which model, where, and what may be sent there."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from raadhus.languagemodel import VectorSource

RECIPE = 1
"""How a passage is put to the model. Raise it when that changes: everything is then embedded anew."""


@dataclass(frozen=True, slots=True)
class Setting:
    """`closed_too`: closed passages and drafts are embedded as well; without it only what everyone may read."""

    source: VectorSource
    seconds: float
    closed_too: bool

    @property
    def model(self) -> str:
        """The name vectors are kept under: other vectors, another name."""
        told = f"{RECIPE}\n{self.source.model}\n{self.source.text_prefix}"
        return f"{self.source.model[:60]}#{hashlib.sha256(told.encode()).hexdigest()[:12]}"

    @property
    def consumer(self) -> str:
        """Who we are to the journal. What may be sent is part of it: when that changes, all is gone through again."""
        who = hashlib.sha256(self.model.encode()).hexdigest()[:16]
        return f"{CONSUMER}{who}:{'all' if self.closed_too else 'open'}"


CONSUMER = "meaning:"


def setting() -> Setting | None:
    """Return what is set; None where search by meaning is off."""
    if not settings.RAADHUS_EMBEDDING_ADDRESS:
        return None
    source = VectorSource(
        address=settings.RAADHUS_EMBEDDING_ADDRESS,
        model=settings.RAADHUS_EMBEDDING_MODEL,
        key=settings.RAADHUS_EMBEDDING_KEY,
        question_prefix=settings.RAADHUS_EMBEDDING_QUESTION_PREFIX,
        text_prefix=settings.RAADHUS_EMBEDDING_TEXT_PREFIX,
    )
    closed_too = settings.RAADHUS_EMBEDDING_CLOSED or source.is_here
    return Setting(source, settings.RAADHUS_EMBEDDING_SECONDS, closed_too)


def home() -> Path:
    """Where the neighbours' file lies."""
    return Path(settings.RAADHUS_HOME) / "meaning"
