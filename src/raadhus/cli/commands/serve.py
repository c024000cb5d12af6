"""`raadhus serve`: the web server, for one machine."""

import argparse
import socket
import sys
from contextlib import nullcontext
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from tqdm import tqdm
from waitress.server import create_server

from raadhus.cli._home import with_database
from raadhus.cli._output import Failure, say
from raadhus.cli._ready import make_ready
from raadhus.cli._worker import working_beside
from raadhus.search import catch_up, is_outdated
from raadhus.timeline import linking


@with_database
def run(arguments: argparse.Namespace) -> int:
    for _ in make_ready():
        pass  # also where nobody has run `raadhus setup`: pages without their style are no pages
    linking.catch_up()
    if is_outdated():
        say("Der søges i det gamle indeks, til det nye er bygget.")
    else:
        with tqdm(unit=" passager", desc="Indekserer", file=sys.stderr, disable=None, leave=False) as bar:
            catch_up(progress=bar.update)
    with _listening(arguments.host, arguments.port) as listening:
        server = create_server(
            get_wsgi_application(), sockets=[listening], threads=8, ident="raadhus", **_proxy()
        )
        say(f"Raadhus kører på http://{arguments.host}:{arguments.port}/ (Ctrl-C stopper)")
        with nullcontext() if arguments.no_work else working_beside():
            server.run()
    return 0


def _proxy() -> dict[str, Any]:
    """Behind TLS the web server in front says how it was asked; nobody else is believed."""
    if not settings.HTTPS:
        return {}
    return {
        "trusted_proxy": settings.RAADHUS_PROXY,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    }


def _listening(host: str, port: int) -> socket.socket:
    """An open socket there, IPv4 where the name has both. Raises `Failure` where none can be opened."""
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, *_, address = min(found, key=lambda one: one[0] != socket.AF_INET)
        return socket.create_server(address, family=family, backlog=1024)
    except socket.gaierror:
        raise Failure(f"Adressen {host} kendes ikke.", status=2) from None
    except OSError as error:
        raise Failure(f"Porten {port} på {host} kan ikke bruges: {error.strerror}") from None
