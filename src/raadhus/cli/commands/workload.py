"""`raadhus workload`: one year of one body in figures."""

import argparse
from dataclasses import asdict

from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import Failure, print_json
from raadhus.organisation.models import Organization
from raadhus.workload import measure


@with_database
def run(arguments: argparse.Namespace) -> int:
    organization = _organization(arguments.organization)
    figures = asdict(measure(organization, year=arguments.year, reader=reader_from(arguments.reader)))
    if arguments.json:
        print_json(figures)
        return 0
    for label, key in (
        ("Møder", "meetings"),
        ("Punkter", "items"),
        ("Henvist fra byrådet", "referred"),
        ("Udsat", "postponed"),
        ("Lukkede", "closed"),
        ("Bilagssider", "annex_pages"),
        ("Mødetimer", "hours"),
    ):
        value = figures[key]
        print(f"{label:22}{'ikke oplyst' if value is None else value}")
    return 0


def _organization(name: str) -> Organization:
    """The one organization that is called so. Raises `Failure` when there is none, or several."""
    found = list(Organization.objects.called(name).in_order())
    if not found:
        raise Failure(f"Der er intet organ ved navn {name}.", status=2)
    if len(found) > 1:
        names = ", ".join(str(o) for o in found)
        raise Failure(f"Flere organer hedder {name}: {names}. Skriv hele navnet.", status=2)
    return found[0]
