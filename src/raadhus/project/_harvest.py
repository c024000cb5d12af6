"""How politely other people's servers are asked: who we say we are, how long we wait, how much we take."""

import os
from email.utils import parseaddr
from typing import Any

from django.core.exceptions import ImproperlyConfigured


def harvest_settings(*, mail_from: str) -> dict[str, Any]:
    """Return the settings of the harvest. Raises `ImproperlyConfigured` with a sentence."""
    return {
        # Where the other side complains; without it only hosts on our own networks are asked.
        "RAADHUS_HARVEST_CONTACT": _contact() or _public(mail_from),
        "RAADHUS_HARVEST_PAUSE": _number("RAADHUS_HARVEST_PAUSE", 1.0),  # seconds between two requests
        "RAADHUS_HARVEST_WAIT": _number("RAADHUS_HARVEST_WAIT", 5.0),  # after a failure, doubled each time
        "RAADHUS_HARVEST_PATIENCE": _number(
            "RAADHUS_HARVEST_PATIENCE", 120.0
        ),  # the longest wait within a round
        "RAADHUS_HARVEST_SILENCE": _number("RAADHUS_HARVEST_SILENCE", 30.0),  # without a single byte
        "RAADHUS_HARVEST_SECONDS": _number("RAADHUS_HARVEST_SECONDS", 600.0),  # for one whole answer
        "RAADHUS_HARVEST_MB": _number("RAADHUS_HARVEST_MB", 300.0),  # for one file
        "RAADHUS_HARVEST_RECENT_DAYS": int(
            _number("RAADHUS_HARVEST_RECENT_DAYS", 60)
        ),  # looked at every round
        "RAADHUS_HARVEST_RECHECK_DAYS": int(
            _number("RAADHUS_HARVEST_RECHECK_DAYS", 30)
        ),  # older ones, this often
    }


def _contact() -> str:
    """A mail or web address: it stands in the head of every request."""
    contact = os.environ.get("RAADHUS_HARVEST_CONTACT", "").strip()
    if not (contact.isascii() and contact.isprintable()):
        raise ImproperlyConfigured("RAADHUS_HARVEST_CONTACT must be a mail or web address, in plain letters")
    return contact


def _public(mail_from: str) -> str:
    address = parseaddr(mail_from)[1]
    return "" if address.endswith("@localhost") else address


def _number(name: str, default: float) -> float:
    try:
        value = float(os.environ.get(name) or default)
    except ValueError:
        value = -1.0
    if not 0 <= value < float("inf"):
        raise ImproperlyConfigured(f"{name} must be a number, zero or more")
    return value
