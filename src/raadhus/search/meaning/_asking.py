"""The vector of a question, when the model gives it in time."""

import logging
import threading
from functools import lru_cache
from queue import Empty, SimpleQueue

import numpy as np
from numpy.typing import NDArray

from raadhus.languagemodel import NotTaken, NoVectors, prepare, vectors_of
from raadhus.search.meaning._patience import patience
from raadhus.search.meaning._setting import Setting, setting

REMEMBERED = 1000
"""Questions whose vectors are kept: pages, facets and sorting ask the same again."""
AT_ONCE = 8
"""Questions under way; a model that keeps everyone waiting is not asked by more."""

log = logging.getLogger(__name__)
_under_way = threading.Semaphore(AT_ONCE)


def vector_of(question: str, chosen: Setting) -> NDArray[np.float32] | None:
    """Return the question's vector, of length 1; None when the model has none to give now.

    A model that fails, or takes longer than it may, is left alone for a while, with one line in the log; one that
    will not take this very question is not.
    """
    waiting = patience(chosen, "ask")
    if waiting.waits:
        return None
    try:
        vector = _asked(" ".join(question.split()), chosen)
    except NotTaken:
        return None
    except NoVectors as error:
        pause = waiting.failed(str(error))
        log.warning("Searching by words alone for %.0f seconds: %s.", pause, error)
        return None
    waiting.succeeded()
    return vector


def wait_for_model() -> bool:
    """Load the model that is set, however long that takes; return whether it can be asked. A search does not wait."""
    chosen = setting()
    try:
        if chosen is not None:
            prepare(chosen.source)
    except NoVectors as error:
        log.warning("The model cannot be asked: %s.", error)
        return False
    return chosen is not None


@lru_cache(maxsize=REMEMBERED)
def _asked(question: str, chosen: Setting) -> NDArray[np.float32]:
    if not chosen.source.is_folder:
        prepare(chosen.source)  # a client is there at once; a model in a folder takes its time, in the thread
    answer: SimpleQueue[list[float] | NoVectors | None] = SimpleQueue()
    if not _under_way.acquire(blocking=False):
        raise NoVectors("too many questions are waiting for the model")
    threading.Thread(target=_ask, args=(question, chosen, answer), daemon=True, name="meaning").start()
    try:
        told = answer.get(timeout=chosen.seconds)
    except Empty:
        raise NoVectors(f"no answer within {chosen.seconds:g} s") from None
    if isinstance(told, NoVectors):
        raise told
    if told is None:
        raise NotTaken("the vector holds no numbers")
    vector = np.asarray(told, dtype=np.float64)
    return (vector / np.linalg.norm(vector)).astype(np.float32)


def _ask(question: str, chosen: Setting, answer: "SimpleQueue[list[float] | NoVectors | None]") -> None:
    """In a thread of its own: the client's own limit is for each step, ours for all of it."""
    try:
        (vector,) = vectors_of([question], source=chosen.source, seconds=chosen.seconds, asked=True)
        answer.put(vector)
    except NoVectors as error:
        answer.put(error)
    finally:
        _under_way.release()
