"""Which machine a request goes to: the host that was given, and nowhere inside our own network unless that is it."""

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

import httpx


class Astray(Exception):
    """The request would go where it must not; the message is a sentence for people."""


def origin_of(address: str) -> str:
    """Return scheme, host and port of an address as people write it ("dagsordener.hjelmsund.dk").

    Raises `ValueError`.
    """
    plain = address.strip()
    parts = urlsplit(plain if "://" in plain else f"https://{plain}")
    port = parts.port  # out of range raises
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise ValueError(address)
    host = (
        parts.hostname.encode("idna").decode("ascii") if ":" not in parts.hostname else f"[{parts.hostname}]"
    )
    usual = {"http": 80, "https": 443}[parts.scheme]
    return f"{parts.scheme}://{host}" + (f":{port}" if port and port != usual else "")


def machines_of(host: str) -> list[str]:
    """Return the addresses a host name stands for now. Raises `OSError`."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]).split("%")[0] for row in found))


def is_private(machines: list[str]) -> bool:
    return any(not ip_address(machine).is_global for machine in machines)


class Pinned(httpx.BaseTransport):
    """Looks the name up itself for every request and connects to what it found: a name that is moved to an address
    inside our network is not followed there. The certificate is checked against the name."""

    def __init__(self, *, private: bool) -> None:
        self._private = private
        self._inner = httpx.HTTPTransport(trust_env=False, limits=httpx.Limits(max_connections=1))

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        host = request.url.host
        try:
            machines = machines_of(host)
        except (OSError, UnicodeError) as error:
            raise httpx.ConnectError(str(error), request=request) from error
        if not self._private and is_private(machines):
            raise Astray(host)
        refused: httpx.ConnectError | httpx.ConnectTimeout | None = None
        for machine in machines:
            try:
                return self._inner.handle_request(_at(request, machine, host))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                refused = error
        raise refused or httpx.ConnectError("no address", request=request)

    def close(self) -> None:
        self._inner.close()


def _at(request: httpx.Request, machine: str, host: str) -> httpx.Request:
    return httpx.Request(
        request.method,
        request.url.copy_with(host=machine),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": host},
    )
