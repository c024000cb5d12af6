"""`raadhus work`: index, alert and send mail, beside the web servers or once from a timer."""

import argparse
import threading

from raadhus.cli._home import with_database
from raadhus.cli._output import print_json, say
from raadhus.cli._worker import Done, work_once, work_until


@with_database
def run(arguments: argparse.Namespace) -> int:
    if arguments.once:
        _tell(work_once(), json=arguments.json)
        return 0
    say("Raadhus arbejder (Ctrl-C stopper)")
    work_until(threading.Event(), every=arguments.every)
    return 0


def _tell(done: Done, *, json: bool) -> None:
    if json:
        print_json(
            {
                "indexed": done.indexed,
                "matched": done.matched,
                "sent": done.sent,
                "waiting": done.waiting,
                "scanned": done.scanned,
                "embedded": done.embedded,
                "harvested": done.harvested,
            }
        )
        return
    say(
        f"{done.indexed} passager indekseret, {done.matched} nye fund, "
        f"{done.sent} mails sendt, {done.waiting} venter."
    )
