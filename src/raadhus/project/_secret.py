"""The signing key: from the environment, from a file, or made once for this data directory."""

import os
import secrets
from pathlib import Path


def secret_key(home: Path) -> str:
    """Return the key; on a first run it is made and kept readable by the owner only."""
    if key := os.environ.get("RAADHUS_SECRET_KEY"):
        return key
    if name := os.environ.get("RAADHUS_SECRET_KEY_FILE"):
        return Path(name).read_text(encoding="utf-8").strip()
    place = home / "secret-key"
    try:
        return place.read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        pass
    home.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return place.read_text(encoding="utf-8").strip()
    key = secrets.token_urlsafe(50)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(key)
    return key
