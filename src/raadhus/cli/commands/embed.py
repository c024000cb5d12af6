"""`raadhus embed`: put to the model what it has not seen, now and not in the worker's rounds; or say how far it is."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.conf import settings
from tqdm import tqdm

from raadhus.cli._home import with_database
from raadhus.cli._output import Failure, print_json, say
from raadhus.openness import Reader

if TYPE_CHECKING:
    from raadhus.search.meaning import Status


@with_database
def run(arguments: argparse.Namespace) -> int:
    if not settings.RAADHUS_EMBEDDING_ADDRESS:
        return _off(arguments)
    from raadhus.search import catch_up, meaning  # what it needs is there only where it is turned on

    operator = Reader.operator()
    failed = ""
    if not arguments.status:
        catch_up()
        before = meaning.status(reader=operator)
        left = max(before.passages - before.embedded - before.refused, 0) if before else 0
        with tqdm(total=left, unit=" passager", disable=None) as bar:
            failed = meaning.embed(by_hand=True, progress=bar.update).failed
    now = meaning.status(reader=operator)
    if now is None:
        return _off(arguments)
    if arguments.json:
        print_json(_shape(now))
    else:
        print("\n".join(_lines(now)))
    if failed:
        say(f"Modellen kunne ikke bruges ({failed}). Kør den samme kommando igen, når den svarer.")
    return 1 if failed else 0


def _off(arguments: argparse.Namespace) -> int:
    if not arguments.status:
        raise Failure("Søgning på betydning er slået fra: RAADHUS_EMBEDDING_ADDRESS er ikke sat.", status=2)
    if arguments.json:
        print_json({"on": False})
    else:
        print("Søgning på betydning er slået fra.")
    return 0


def _shape(now: "Status") -> dict[str, Any]:
    return (
        {"on": True} | asdict(now) | {"share": round(now.share, 4), "made": now.made and now.made.isoformat()}
    )


def _lines(now: "Status") -> list[str]:
    where = "på denne maskine" if now.on_this_machine else "på en anden maskine"
    sent = "også lukkede" if now.closed_too else "kun åbne"
    lines = [
        f"Modellen {now.model} {where}; {sent} passager.",
        f"{now.embedded} af {now.passages} passager har en vektor ({now.share:.0%}).",
    ]
    if now.refused:
        lines.append(f"{now.refused} passager ville modellen ikke tage.")
    if now.in_use:
        lines.append("Den bruges i søgningen.")
    else:
        lines.append("Den bruges først i søgningen, når alle har fået en. Til da finder ordene alene.")
    return lines
