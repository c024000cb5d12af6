"""The open index of this process: the best generation it can read, as of its last commit."""

import os
import threading
from dataclasses import dataclass

import tantivy
from django.db.models import Max

from raadhus.core.models import JournalEntry, JournalMark
from raadhus.search import _schema
from raadhus.search._entries import versions_in
from raadhus.search._home import Generation, generations, in_use

Commit = tuple[int, int]


def opened(generation: Generation) -> tantivy.Index | None:
    """The index of `generation`; None when it is damaged or has other fields than ours."""
    try:
        index = tantivy.Index.open(str(generation.directory))
        index.config_reader("manual")
        index.reload()
    except (ValueError, OSError):
        return None
    return index if index.schema == _schema.schema() else None


@dataclass(slots=True)
class _Open:
    """`hold` keeps the generation from being removed; `among` are those it was the best of."""

    generation: Generation
    among: list[Generation]
    index: tantivy.Index
    commit: Commit | None
    hold: int

    def shows_the_last_commit(self) -> bool:
        """After reading it where there is a new one; False when it cannot be read any more."""
        commit = _last_commit(self.generation)
        if commit is not None and commit != self.commit:
            try:
                self.index.reload()
            except (ValueError, OSError):
                return False
            self.commit = commit
        return commit is not None


class _Shelf:
    """Opens another generation when there is a better one; a search that has begun keeps the one it has."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._open: _Open | None = None

    def take(self) -> tuple[tantivy.Searcher, Generation] | None:
        with self._lock:
            among = _readable()
            now = self._open
            if now is None or now.among != among or not now.shows_the_last_commit():
                self._open = _best(among)
                if now is not None:
                    os.close(now.hold)
            return (self._open.index.searcher(), self._open.generation) if self._open is not None else None


def _best(among: list[Generation]) -> _Open | None:
    for generation in reversed(among):
        hold = in_use(generation)
        if hold is None:
            continue
        commit = _last_commit(
            generation
        )  # before it is opened: what is committed meanwhile is read the next time
        index = opened(generation)
        if index is not None:
            return _Open(generation, among, index, commit, hold)
        os.close(hold)
    return None


def _readable() -> list[Generation]:
    """The whole generations whose fields this program may know, the best last."""
    return [g for g in generations() if g.whole and _schema.OLDEST_READABLE <= g.schema <= _schema.VERSION]


def _last_commit(generation: Generation) -> Commit | None:
    try:
        told = (generation.directory / "meta.json").stat()
    except OSError:
        return None
    return told.st_ino, told.st_mtime_ns


_shelf = _Shelf()


def searcher() -> tuple[tantivy.Searcher, Generation] | None:
    """The index as of its last commit, whichever process made it; None where there is no usable one."""
    return _shelf.take()


def stale(generation: Generation) -> list[int]:
    """Versions the journal has told of since the index last listened: what it knows of them may be closed now."""
    last = JournalMark.objects.filter(consumer=generation.consumer).aggregate(last=Max("entry_id"))["last"]
    return versions_in(JournalEntry.objects.filter(pk__gt=last or 0))
