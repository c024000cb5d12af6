"""Where mail goes, in one address: `smtp://user:password@host:25`, `smtp+tls://...` (STARTTLS), `smtps://...`.

`file:` writes each mail into the data directory, `console:` shows it; neither needs a server.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
_BACKENDS = "django.core.mail.backends"


def mail_url() -> str:
    """From the environment, or from a file, since it may hold a password."""
    if name := os.environ.get("RAADHUS_MAIL_URL_FILE"):
        return Path(name).read_text(encoding="utf-8").strip()
    return os.environ.get("RAADHUS_MAIL_URL", "file:")


def mail_settings(url: str, *, home: Path) -> dict[str, Any]:
    """Return Django's settings for `url`. Raises `ImproperlyConfigured` with a sentence."""
    if url == "file:":
        return {"EMAIL_BACKEND": f"{_BACKENDS}.filebased.EmailBackend", "EMAIL_FILE_PATH": home / "mail"}
    if url == "console:":
        return {"EMAIL_BACKEND": f"{_BACKENDS}.console.EmailBackend"}
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if host is None or parts.scheme not in _PORTS:
        raise ImproperlyConfigured(
            "RAADHUS_MAIL_URL must be smtp://, smtp+tls:// or smtps:// with a host, or file: or console:"
        )
    return {
        "EMAIL_BACKEND": f"{_BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": host,
        "EMAIL_PORT": port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 20,
    }
