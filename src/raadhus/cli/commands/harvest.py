"""`raadhus harvest ADDRESS`: follow a publication host; `--status` says how it stands with those that are followed."""

import argparse
import sys
import time
from datetime import datetime
from typing import Any

from django.utils import timezone
from tqdm import tqdm

from raadhus.cli._home import reader_from, with_database
from raadhus.cli._indexing import indexed
from raadhus.cli._output import Failure, print_json, say
from raadhus.core.times import written
from raadhus.harvest.actions import NoSource, follow
from raadhus.harvest.harvesting import Busy, Nameless, Round, harvest
from raadhus.harvest.models import Source
from raadhus.harvest.status import Standing, standing
from raadhus.openness import Reader


@with_database
def run(arguments: argparse.Namespace) -> int:
    by = reader_from(arguments.reader)
    if arguments.status:
        return _status(standing(reader=by), address=arguments.address, json=arguments.json)
    if arguments.address is None:
        raise Failure("Skriv værtens adresse, eller brug --status.", status=2)
    started = time.monotonic()
    done = _harvested(_source(arguments, by), arguments, by)
    is_indexed = indexed("Møderne")
    _tell(done, seconds=time.monotonic() - started, json=arguments.json)
    return 0 if done.whole and not done.refused and is_indexed else 1


def _source(arguments: argparse.Namespace, by: Reader) -> Source:
    how = {"body": arguments.body, "every_hours": arguments.every, "once_only": arguments.once_only}
    try:
        return follow(arguments.address, by=by, **how)
    except NoSource as refused:
        raise Failure(str(refused), status=2) from None


def _harvested(source: Source, arguments: argparse.Namespace, by: Reader) -> Round:
    with tqdm(unit=" møder", desc="Henter", file=sys.stderr, disable=None) as bar:

        def progress(done: int, total: int, name: str) -> None:
            bar.total = total
            bar.set_postfix_str(name[-40:], refresh=False)
            bar.update(done - bar.n)

        try:
            return harvest(source, by=by, believe=arguments.believe, progress=progress)
        except Busy:
            raise Failure(f"{source.address} er ved at blive hentet af en anden proces.") from None
        except Nameless as refused:
            raise Failure(str(refused), status=2) from None


def _tell(done: Round, *, seconds: float, json: bool) -> None:
    if json:
        print_json(_shape(done, seconds))
        return
    print(
        f"{done.address}: {done.listed} møder på listen. Indlæst: {done.imported}, nye udgaver: {done.updated}, "
        f"uændret: {done.unchanged}, bilag hentet: {done.annexes}, trukket tilbage: {done.withdrawn}, "
        f"vist igen: {done.restored}, {seconds:.1f} sekunder."
    )
    for name, reason in done.refused:
        say(f"{name}: {reason}")
    for sentence in filter(None, (done.suspicion, done.trouble)):
        say(sentence)
    if not done.whole:
        say("Kør den samme kommando igen for at hente resten.")


def _shape(done: Round, seconds: float) -> dict[str, Any]:
    return {
        "source": done.address,
        "meetings": done.listed,
        "imported": done.imported,
        "updated": done.updated,
        "unchanged": done.unchanged,
        "annexes": done.annexes,
        "withdrawn": done.withdrawn,
        "restored": done.restored,
        "refused": [{"meeting": name, "reason": reason} for name, reason in done.refused],
        "suspicious": done.suspicion or None,
        "trouble": done.trouble or None,
        "complete": done.whole,
        "requests": done.requests,
        "bytes": done.bytes,
        "seconds": round(seconds, 3),
    }


def _status(standings: list[Standing], *, address: str | None, json: bool) -> int:
    chosen = [one for one in standings if address is None or address.rstrip("/") in one.address]
    if json:
        print_json({"sources": [_standing_shape(one) for one in chosen]})
        return 0
    if not chosen:
        say("Ingen vært bliver fulgt.")
    for one in chosen:
        print(f"{one.address} ({one.body}): {one.meetings} møder, {one.withdrawn} trukket tilbage")
        print(f"    senest hentet helt: {_moment(one.succeeded_at)}; næste gang: {_moment(one.due_at)}")
        if one.waiting:
            print(f"    venter på at blive hentet: {one.waiting}")
        for sentence in filter(None, (one.suspicion, one.trouble)):
            print(f"    {sentence}")
        for name, reason in one.failing:
            print(f"    {name}: {reason}")
    return 0


def _standing_shape(one: Standing) -> dict[str, Any]:
    return {
        "source": one.address,
        "body": one.body,
        "active": one.active,
        "every_hours": one.every_hours,
        "last_success": one.succeeded_at.isoformat() if one.succeeded_at else None,
        "next": one.due_at.isoformat() if one.due_at else None,
        "meetings": one.meetings,
        "waiting": one.waiting,
        "withdrawn": one.withdrawn,
        "suspicious": one.suspicion or None,
        "trouble": one.trouble or None,
        "failing": [{"meeting": name, "reason": reason} for name, reason in one.failing],
    }


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return "ingen tid sat"
    here = timezone.localtime(moment)
    return f"{written(here.date())} kl. {here:%H.%M}"
