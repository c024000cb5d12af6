"""Other processes on this machine that take part in a long piece of work. One that dies is done without.

No models here: a helper reads this before Django is ready.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any, TypeVar

import django
from django.db import connection, connections
from django.utils.module_loading import import_string

MOST = 4
AHEAD = 2
"""So many pieces are asked for ahead for each helper."""

A = TypeVar("A")
B = TypeVar("B")


@contextmanager
def helped(work: Callable[[A], B]) -> Iterator[Callable[[Iterable[A]], Iterator[B]]]:
    """Give a `map` of `work`, a function of a module, over pieces of work: as many helpers as there are processors
    do it, and the results come in order.

    The pieces are asked for some way ahead. Where helpers would not see the same rows (inside a transaction, a
    database in memory), and where there is one processor only, everything is done here.
    """
    number = min(os.cpu_count() or 1, MOST)
    if number < 2 or connection.in_atomic_block or not _is_shared():
        yield partial(map, work)
        return
    with ExitStack() as stack:
        free: SimpleQueue[Connection] = SimpleQueue()
        for _ in range(number):
            free.put(stack.enter_context(closing(_helper(work))))
        threads = ThreadPoolExecutor(number)
        stack.callback(threads.shutdown, cancel_futures=True)

        def done_by_one(piece: A) -> B:
            helper = free.get()
            try:
                helper.send(piece)
                result: B = helper.recv()
                return result
            finally:
                free.put(helper)

        def in_order(pieces: Iterable[A]) -> Iterator[B]:
            waiting: deque[tuple[A, Future[B]]] = deque()
            for piece in pieces:
                waiting.append((piece, threads.submit(done_by_one, piece)))
                if len(waiting) > number * AHEAD:
                    yield _result(work, *waiting.popleft())
            while waiting:
                yield _result(work, *waiting.popleft())

        yield in_order


def _result(work: Callable[[A], B], piece: A, done: Future[B]) -> B:
    try:
        return done.result()
    except (EOFError, OSError):
        return work(piece)  # the helper is gone; what it fell over, if anything, shows here


def _is_shared() -> bool:
    """Whether another process can open the same database."""
    return connection.vendor != "sqlite" or not connection.is_in_memory_db()  # type: ignore[attr-defined]


def _helper(work: Callable[[Any], Any]) -> Connection:
    """Our end of a new helper. It ends when our end closes, also when this process is killed."""
    context = get_context("spawn")  # a fork would share the database connection
    ours, theirs = context.Pipe()
    told = (theirs, f"{work.__module__}.{work.__qualname__}", dict(connection.settings_dict))
    context.Process(target=_help, args=told, daemon=True).start()
    theirs.close()
    return ours


def _help(asked: Connection, work: str, database: dict[str, Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one we help
    os.nice(5)  # who waits for a page goes first
    try:
        django.setup()
        connections.settings["default"] = database
        do = import_string(work)
        while True:
            asked.send(do(asked.recv()))
    except (EOFError, OSError):
        return
