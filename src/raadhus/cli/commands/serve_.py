"""`raadhus serve`: the web server, for one machine."""

import argparse
from contextlib import nullcontext

from django.core.wsgi import get_wsgi_application
from waitress import serve

from raadhus.cli._home import with_database
from raadhus.cli._output import Failure, say
from raadhus.cli._worker import working_beside
from raadhus.search import catch_up
from raadhus.timeline import linking


@with_database
def run(arguments: argparse.Namespace) -> int:
    linking.catch_up()
    catch_up()
    say(f"Raadhus kører på http://{arguments.host}:{arguments.port}/ (Ctrl-C stopper)")
    try:
        with nullcontext() if arguments.no_work else working_beside():
            serve(
                get_wsgi_application(), host=arguments.host, port=arguments.port, threads=8, ident="raadhus"
            )
    except OSError as error:
        raise Failure(
            f"Porten {arguments.port} på {arguments.host} kan ikke bruges: {error.strerror}"
        ) from None
    return 0
