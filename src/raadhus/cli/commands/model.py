"""`raadhus model`: the language model that words answers: what it did, its switch, and how well it is checked."""

import argparse
from collections.abc import Mapping
from dataclasses import asdict

from django.utils.timezone import localtime

from raadhus.assistant.choices import Ending
from raadhus.assistant.models import ModelCall
from raadhus.assistant.wording import Status, status, switch
from raadhus.assistant.wording.measuring import Measured, measured
from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import print_json, say


@with_database
def run(arguments: argparse.Namespace) -> int:
    if arguments.measure:
        _tell_measure(measured(), as_json=arguments.json)
        return 0
    reader = reader_from(arguments.reader)
    if arguments.switch is not None:
        switch(off=arguments.switch == "off", by=reader)
        say("Sprogmodellen er slået fra." if arguments.switch == "off" else "Sprogmodellen er slået til.")
    found = status(reader=reader)
    if arguments.json:
        print_json({**asdict(found), "cost": _cost(found), "latest": [_shape(call) for call in found.latest]})
    else:
        _tell(found)
    return 0


def _tell(found: Status) -> None:
    if found.model is None:
        print("Ingen sprogmodel. RAADHUS_MODEL_ADDRESS er ikke sat; alle svar gives uden.")
    else:
        where = "på denne maskine" if found.local else "på en anden maskine"
        print(f"{found.model} ({where}), {'slået til' if found.on else 'slået fra'}")
    rows = {
        "Kald de seneste 30 dage": found.calls,
        "Sætninger vist": found.kept,
        "Sætninger kasseret": sum(found.dropped.values()),
        "Tokens ind og ud": f"{found.tokens_in} + {found.tokens_out}",
        "Pris": _cost(found) or "ingen pris sat",
        "Et kald tager (median)": f"{found.median_ms} ms" if found.median_ms is not None else "ikke målt",
    }
    _table(rows)
    if found.endings:
        print("\nHvordan kaldene endte:")
        _table({str(Ending(ending).label): count for ending, count in found.endings.items()})
    if found.dropped:
        print("\nHvorfor sætninger blev kasseret:")
        _table(found.dropped)


def _table(rows: Mapping[str, object]) -> None:
    for name, value in rows.items():
        print(f"  {name:32}{value}")


def _cost(found: Status) -> str | None:
    return str(found.cost) if found.cost is not None else None


def _shape(call: ModelCall) -> dict[str, object]:
    return {
        "at": localtime(call.at).isoformat(timespec="seconds"),
        "asker": call.asker,
        "user": call.user_id,
        "model": call.model,
        "ending": call.ending,
        "tokens_in": call.tokens_in,
        "tokens_out": call.tokens_out,
        "estimated": call.estimated,
        "milliseconds": call.milliseconds,
        "cost": str(call.cost) if call.cost is not None else None,
        "kept": call.kept,
        "dropped": call.dropped,
    }


def _tell_measure(found: Measured, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "honest": found.honest,
                "dropped": [{"text": claim.text, "reason": str(reason)} for claim, reason in found.dropped],
                "lies": found.lies.total(),
                "missed": [{"kind": kind, "text": claim.text} for kind, claim in found.missed],
                "false_drop_rate": round(found.false_drops, 4),
                "miss_rate": round(found.misses, 4),
            }
        )
        return
    print(f"Ærlige sætninger kasseret: {len(found.dropped)} af {found.honest} ({found.false_drops:.1%})")
    for claim, reason in found.dropped:
        print(f"  {reason}: {claim.text}")
    print(f"Løgne sluppet igennem: {len(found.missed)} af {found.lies.total()} ({found.misses:.1%})")
    for kind, claim in found.missed:
        print(f"  {kind}: {claim.text}")
