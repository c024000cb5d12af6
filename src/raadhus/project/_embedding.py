"""The model that search by meaning uses, when there is one: an address, or a folder on this machine."""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


def embedding_settings() -> dict[str, Any]:
    """Return the settings of search by meaning. Raises `ImproperlyConfigured` with a sentence."""
    address, model = (
        os.environ.get("RAADHUS_EMBEDDING_ADDRESS", ""),
        os.environ.get("RAADHUS_EMBEDDING_MODEL", ""),
    )
    if address and not address.startswith("/") and not _is_http(address):
        raise ImproperlyConfigured(
            "RAADHUS_EMBEDDING_ADDRESS must be an http:// or https:// address with a host, or a folder's whole path"
        )
    if address and not model and not address.startswith("/"):
        raise ImproperlyConfigured("RAADHUS_EMBEDDING_MODEL must name the model at RAADHUS_EMBEDDING_ADDRESS")
    if address and find_spec("faiss") is None:
        raise ImproperlyConfigured(
            "RAADHUS_EMBEDDING_ADDRESS needs faiss: .venv/bin/pip install -e '.[meaning]'"
        )
    return {
        "RAADHUS_EMBEDDING_ADDRESS": address,
        "RAADHUS_EMBEDDING_MODEL": model or Path(address).name,
        "RAADHUS_EMBEDDING_KEY": _key(),
        "RAADHUS_EMBEDDING_CLOSED": os.environ.get("RAADHUS_EMBEDDING_CLOSED") == "1",
        "RAADHUS_EMBEDDING_QUESTION_PREFIX": os.environ.get("RAADHUS_EMBEDDING_QUESTION_PREFIX", ""),
        "RAADHUS_EMBEDDING_TEXT_PREFIX": os.environ.get("RAADHUS_EMBEDDING_TEXT_PREFIX", ""),
        "RAADHUS_EMBEDDING_SECONDS": _seconds(),
    }


def _key() -> str:
    """A key of its own, or else the language model's; each from the environment or from a file."""
    for name in ("RAADHUS_EMBEDDING_KEY", "RAADHUS_MODEL_KEY"):
        if file := os.environ.get(f"{name}_FILE"):
            return Path(file).read_text(encoding="utf-8").strip()
        if key := os.environ.get(name):
            return key
    return ""


def _seconds() -> float:
    """How long a search waits for the vector of its question."""
    try:
        seconds = float(os.environ.get("RAADHUS_EMBEDDING_SECONDS", "1"))
    except ValueError:
        seconds = 0
    if not 0 < seconds <= 60:
        raise ImproperlyConfigured(
            "RAADHUS_EMBEDDING_SECONDS must be a number of seconds, above 0 and at most 60"
        )
    return seconds


def _is_http(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
