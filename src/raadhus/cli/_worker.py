"""The work behind the pages: link and index what is new, look what it means for those who follow, send their mail,
and look at the hosts that are harvested."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.db import close_old_connections, connection

from raadhus.assistant.wording import forget_old_calls
from raadhus.conversation.history import forget_old
from raadhus.following.delivery import deliver
from raadhus.following.matching import match
from raadhus.harvest.clock import run_due
from raadhus.ingest import scans
from raadhus.search import catch_up
from raadhus.timeline import linking

EVERY = 20.0
"""Seconds from one round to the next."""

EMBEDDING = 10.0
"""Seconds of a round that a model may be given; mail and the index have their turn again after that."""

HARVEST = 20.0
"""Seconds of a round for the hosts that are harvested; the rest follows in the next one."""

SCANS = 5
"""Pages read as pictures in one round: mails and the index do not wait for a long annex."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """What one round did; `more`: it stopped with work left that need not wait."""

    indexed: int
    matched: int
    sent: int
    waiting: int
    scanned: int = 0
    embedded: int = 0
    harvested: int = 0
    more: bool = False


def work_once() -> Done:
    """One round. Safe beside other processes that do the same."""
    scans.queue()
    scanned = scans.read_waiting(most=SCANS)
    linking.catch_up()
    indexed, matched = catch_up(), match()
    mail = deliver()
    forget_old()
    forget_old_calls()
    embedded, more = _embed()
    rounds = run_due(seconds=HARVEST)
    harvested = sum(one.looked_at for one in rounds)
    more = more or scanned == SCANS or any(not (one.whole or one.trouble or one.suspicion) for one in rounds)
    return Done(indexed, matched, mail.sent, mail.waiting, scanned, embedded, harvested, more=more)


def _embed() -> tuple[int, bool]:
    """How many passages were put to the model of search by meaning, and whether more can follow at once."""
    if not settings.RAADHUS_EMBEDDING_ADDRESS:
        return 0, False
    from raadhus.search import meaning  # what it needs is there only where it is turned on

    done = meaning.embed(seconds=EMBEDDING)
    return done.embedded, done.more and not done.failed


def work_until(stop: threading.Event, *, every: float = EVERY) -> None:
    """Round after round until `stop` is set; a round that fails is written down, and the next one tries again."""
    while not stop.is_set():
        close_old_connections()
        more = False
        try:
            more = work_once().more
        except Exception:
            log.exception("A round of work failed; the next one begins in %s seconds.", every)
        stop.wait(0 if more else every)


@contextmanager
def working_beside(*, every: float = EVERY) -> Iterator[None]:
    """Do the work in a thread while the caller does something else."""
    stop = threading.Event()

    def work() -> None:
        try:
            work_until(stop, every=every)
        finally:
            connection.close()

    thread = threading.Thread(target=work, name="work", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=10)
