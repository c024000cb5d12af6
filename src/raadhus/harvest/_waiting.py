"""How we behave, as settings say, and how long we wait after a failure."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version

from django.conf import settings


@dataclass(frozen=True, slots=True)
class Manners:
    """Times in seconds: `pause` between requests, `wait` after a first failure, `patience` the longest wait that is
    waited out, `silence` without a byte, `seconds` for a whole answer."""

    agent: str
    pause: float = 1.0
    wait: float = 5.0
    patience: float = 120.0
    silence: float = 30.0
    seconds: float = 600.0
    most_mb: float = 300.0


def manners_from_settings() -> Manners:
    return Manners(
        agent=agent(),
        pause=settings.RAADHUS_HARVEST_PAUSE,
        wait=settings.RAADHUS_HARVEST_WAIT,
        patience=settings.RAADHUS_HARVEST_PATIENCE,
        silence=settings.RAADHUS_HARVEST_SILENCE,
        seconds=settings.RAADHUS_HARVEST_SECONDS,
        most_mb=settings.RAADHUS_HARVEST_MB,
    )


def agent() -> str:
    """Who asks, and where to complain."""
    contact = settings.RAADHUS_HARVEST_CONTACT
    return f"Raadhus/{version('raadhus')}" + (f" (+{contact})" if contact else "")


def waits(attempt: int, after: str | None, manners: Manners) -> float:
    """Return how many seconds to wait after the attempt (from 1): what the server asks for, at least our own."""
    return max(_asked(after), manners.wait * float(2 ** (attempt - 1)))


def _asked(after: str | None) -> float:
    """`Retry-After`: seconds, or a moment (RFC 9110, 10.2.3)."""
    if not after:
        return 0.0
    if after.strip().isdecimal():
        return float(after)
    try:
        moment = parsedate_to_datetime(after)
    except (ValueError, TypeError):
        return 0.0
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max((moment - datetime.now(UTC)).total_seconds(), 0.0)
