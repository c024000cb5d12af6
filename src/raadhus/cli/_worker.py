"""The work behind the pages: link and index what is new, look what it means for those who follow, send their mail."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import close_old_connections, connection

from raadhus.conversation.history import forget_old
from raadhus.following.delivery import deliver
from raadhus.following.matching import match
from raadhus.search import catch_up
from raadhus.timeline import linking

EVERY = 20.0
"""Seconds from one round to the next."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """What one round did."""

    indexed: int
    matched: int
    sent: int
    waiting: int


def work_once() -> Done:
    """One round. Safe beside other processes that do the same."""
    linking.catch_up()
    indexed, matched = catch_up(), match()
    mail = deliver()
    forget_old()
    return Done(indexed, matched, mail.sent, mail.waiting)


def work_until(stop: threading.Event, *, every: float = EVERY) -> None:
    """Round after round until `stop` is set; a round that fails is written down, and the next one tries again."""
    while not stop.is_set():
        close_old_connections()
        try:
            work_once()
        except Exception:
            log.exception("A round of work failed; the next one begins in %s seconds.", every)
        stop.wait(every)


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
