"""`raadhus search TEXT`: the passages that answer, for this reader."""

import argparse
import sys
from dataclasses import asdict
from typing import Any

from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import Failure, print_json, say
from raadhus.core.times import written
from raadhus.search import Hit, Place, corrected, organizations_named, search


@with_database
def run(arguments: argparse.Namespace) -> int:
    _check(arguments)
    reader = reader_from(arguments.reader)
    results = search(
        arguments.text,
        reader=reader,
        limit=arguments.limit,
        organization=arguments.organization,
        since=arguments.since,
        until=arguments.until,
        case=arguments.case,
        sort=arguments.sort,
    )
    meant = corrected(arguments.text, reader=reader)
    for note in results.notes:
        say(note)
    if arguments.json:
        print_json(
            {
                "total": results.total,
                "took_ms": round(results.took_ms, 2),
                "hits": [_shape(hit) for hit in results.hits],
                "notes": list(results.notes),
                "meant": meant,
                "understood": asdict(results.understood),
            }
        )
        return 0
    for short, long in results.understood.abbreviations:
        say(f"{short} er også søgt som {long}.")
    if meant:
        say(f"Mente du: {meant}")
    print(f"{results.total} passager ({results.took_ms:.0f} ms)")
    for number, hit in enumerate(results.hits, 1):
        _print(number, hit)
    return 0


def _check(arguments: argparse.Namespace) -> None:
    """Raise `Failure` for what cannot find anything, whatever the material is."""
    filters = (arguments.organization, arguments.since, arguments.until, arguments.case)
    if not arguments.text.strip() and not any(filters):
        raise Failure("Skriv, hvad der skal søges efter, eller vælg organ, datoer eller sag.", status=2)
    if arguments.since and arguments.until and arguments.since > arguments.until:
        raise Failure(f"--from {arguments.since} ligger efter --to {arguments.until}.", status=2)
    if arguments.organization and not organizations_named(arguments.organization):
        raise Failure(f"Der er intet organ ved navn {arguments.organization}.", status=2)


def _shape(hit: Hit) -> dict[str, Any]:
    return {
        "text": hit.text[:1200],
        "score": round(hit.score, 4),
        "title": hit.title,
        "document": hit.document,
        "source_file": hit.source_file,
        "page": hit.page,
        "organization": hit.organization,
        "date": hit.date.isoformat() if hit.date else None,
        "case_number": hit.case_number,
        "url": hit.url,
        "places": [_place(place) for place in hit.places],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "document": place.document,
        "page": place.page,
        "organization": place.organization,
        "date": place.date.isoformat() if place.date else None,
        "url": place.url,
    }


def _print(number: int, hit: Hit) -> None:
    where = [hit.organization, written(hit.date) if hit.date else None, hit.case_number]
    print(f"\n{number}. {hit.title}")
    print("   " + ", ".join([*filter(None, where), f"{hit.document} s. {hit.page}"]) + f"  {hit.url}")
    print("   " + " ".join(_highlighted(hit).split())[:700])
    for place in hit.places:
        print(f"   også i {place.document} s. {place.page}  {place.url}")


def _highlighted(hit: Hit) -> str:
    """The passage with its matches in bold where a person is looking."""
    if not sys.stdout.isatty():
        return hit.text
    parts: list[str] = []
    at = 0
    for start, end in hit.marks:
        parts += [hit.text[at:start], "\033[1m", hit.text[start:end], "\033[0m"]
        at = end
    return "".join([*parts, hit.text[at:]])
