"""The language model that words answers, when there is one: its address, its limits and what it may be sent."""

import os
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

CLOSED = ("local", "always", "never")


def model_settings() -> dict[str, Any]:
    """Return the settings of the model. Raises `ImproperlyConfigured` with a sentence."""
    address, name = os.environ.get("RAADHUS_MODEL_ADDRESS", ""), os.environ.get("RAADHUS_MODEL", "")
    if address and not _is_http(address):
        raise ImproperlyConfigured("RAADHUS_MODEL_ADDRESS must be an http:// or https:// address with a host")
    if address and not name:
        raise ImproperlyConfigured("RAADHUS_MODEL must name the model at RAADHUS_MODEL_ADDRESS")
    closed = os.environ.get("RAADHUS_MODEL_CLOSED", "local")
    if closed not in CLOSED:
        raise ImproperlyConfigured(f"RAADHUS_MODEL_CLOSED must be one of {', '.join(CLOSED)}")
    return {
        "RAADHUS_MODEL_ADDRESS": address,
        "RAADHUS_MODEL": name,
        "RAADHUS_MODEL_KEY": _key(),
        "RAADHUS_MODEL_OFF": os.environ.get("RAADHUS_MODEL_OFF") == "1",
        "RAADHUS_MODEL_CLOSED": closed,
        "RAADHUS_MODEL_SECONDS": _number("RAADHUS_MODEL_SECONDS", 60),
        "RAADHUS_MODEL_PER_USER": int(_number("RAADHUS_MODEL_PER_USER", 100)),
        "RAADHUS_MODEL_ANONYMOUS": int(_number("RAADHUS_MODEL_ANONYMOUS", 500)),
        "RAADHUS_MODEL_PER_DAY": int(_number("RAADHUS_MODEL_PER_DAY", 2000)),
        "RAADHUS_MODEL_PRICE_IN": _price("RAADHUS_MODEL_PRICE_IN"),
        "RAADHUS_MODEL_PRICE_OUT": _price("RAADHUS_MODEL_PRICE_OUT"),
        "RAADHUS_MODEL_LOG_DAYS": int(_number("RAADHUS_MODEL_LOG_DAYS", 90)),
    }


def _key() -> str:
    """From the environment, or from a file, as other secrets."""
    if name := os.environ.get("RAADHUS_MODEL_KEY_FILE"):
        return Path(name).read_text(encoding="utf-8").strip()
    return os.environ.get("RAADHUS_MODEL_KEY", "")


def _is_http(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _number(name: str, default: float) -> float:
    return float(_decimal(name)) if os.environ.get(name) else default


def _price(name: str) -> Decimal | None:
    """Per million tokens, in whatever currency the contract has."""
    return _decimal(name) if os.environ.get(name) else None


def _decimal(name: str) -> Decimal:
    try:
        value = Decimal(os.environ[name])
    except InvalidOperation:
        value = Decimal(-1)
    if not value.is_finite() or value < 0:
        raise ImproperlyConfigured(f"{name} must be a number, zero or more")
    return value
