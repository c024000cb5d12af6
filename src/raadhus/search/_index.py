"""The index on disk: opened once in a process, caught up with the journal, built anew when it must be."""

import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy
from django.db.models import Max

from raadhus.core.models import JournalEntry, JournalMark, mark_done
from raadhus.documents.models import Version
from raadhus.search import _schema
from raadhus.search._abbreviations import learn
from raadhus.search._entries import documents_of
from raadhus.search._home import (
    Identity,
    identity_of,
    identity_path,
    index_path,
    new_directory,
    sole_writer,
)

Progress = Callable[[int], None]

ENTRIES_AT_ONCE = 1000
PAGES_AT_ONCE = 2000
WRITER_MEMORY = 60_000_000


class IndexNotWritten(OSError):
    """The index could not be written, most often because the disk is full. The next `catch_up` goes on."""


def catch_up(*, progress: Progress | None = None) -> int:
    """Index what the journal tells since last time; return how many passages were indexed.

    A missing, damaged or outdated index is built anew beside the old one and put in its place whole.
    Safe to run twice at once (the second waits, then finds nothing to do) and after a crash.
    `progress` is called now and then with the number of passages indexed since the last call.
    Raises `IndexNotWritten`.
    """
    with sole_writer():
        index, identity = _opened(index_path())
        if index is not None and identity is not None:
            return _feed(index, identity, progress)
        return _build_anew(identity, progress)


def _opened(directory: Path) -> tuple[tantivy.Index | None, Identity | None]:
    """The index in `directory`, None when it cannot be used, and who it is, as far as it can tell."""
    identity = identity_of(directory)
    if identity is None or identity.schema != _schema.VERSION:
        return None, identity
    try:
        index = tantivy.Index.open(str(directory))
        index.searcher()
    except (ValueError, OSError):
        return None, identity
    return index, identity


def _build_anew(former: Identity | None, progress: Progress | None) -> int:
    place = index_path()
    fresh = place.with_name("index.new")
    identity = new_directory(fresh)
    index = tantivy.Index(_schema.schema(), path=str(fresh))
    number = _feed(index, identity, progress)
    del index
    worn = place.with_name("index.old")
    shutil.rmtree(worn, ignore_errors=True)
    if place.exists():
        place.rename(worn)
    fresh.rename(place)
    shutil.rmtree(worn, ignore_errors=True)
    if former is not None:
        JournalMark.objects.filter(consumer=former.consumer).delete()
    return number


def _feed(index: tantivy.Index, identity: Identity, progress: Progress | None) -> int:
    """Bring unseen entries into the index. Marked only after the commit: a crash between repeats the work."""
    number = 0
    if not JournalEntry.objects.unseen_by(identity.consumer).exists():
        return 0
    with _to_disk():
        writer = index.writer(WRITER_MEMORY, 1)
    try:
        while entries := list(JournalEntry.objects.unseen_by(identity.consumer)[:ENTRIES_AT_ONCE]):
            versions = versions_in(entries)
            number += _add(writer, versions, progress)
            with _to_disk():
                writer.commit()
            learn(versions)
            mark_done(identity.consumer, entries)
    finally:
        with _to_disk():
            writer.wait_merging_threads()
    return number


@contextmanager
def _to_disk() -> Iterator[None]:
    """tantivy makes a `ValueError` of every error of the disk."""
    try:
        yield
    except ValueError as error:
        raise IndexNotWritten(str(error)) from error


def _add(writer: tantivy.IndexWriter, versions: list[int], progress: Progress | None) -> int:
    number = 0
    for portion in _in_portions(versions):
        indexed = _replace(writer, portion)
        number += indexed
        if progress is not None:
            progress(indexed)
    return number


def _replace(writer: tantivy.IndexWriter, versions: list[int]) -> int:
    writer.delete_documents_by_query(tantivy.Query.term_set_query(_schema.schema(), "version", versions))
    number = 0
    for document in documents_of(versions):
        with _to_disk():
            writer.add_document(document)
        number += 1
    return number


def versions_in(entries: Iterable[JournalEntry]) -> list[int]:
    """The versions whose passages are new or changed, each once, in the order told."""
    told = (pk for entry in entries for pk in entry.data.get("versions", ()))
    return list(dict.fromkeys(pk for pk in told if isinstance(pk, int)))


def stale(identity: Identity) -> list[int]:
    """Versions the journal has told of since the index last listened: what it knows of them may be closed now."""
    last = JournalMark.objects.filter(consumer=identity.consumer).aggregate(last=Max("entry_id"))["last"]
    return versions_in(JournalEntry.objects.filter(pk__gt=last or 0))


def _in_portions(versions: list[int]) -> Iterator[list[int]]:
    """Versions in portions that fit in memory together, however many pages each has."""
    sizes = dict(Version.objects.filter(pk__in=versions).values_list("pk", "page_count"))
    portion: list[int] = []
    pages = 0
    for version in versions:
        portion.append(version)
        pages += sizes.get(version, 0)
        if pages >= PAGES_AT_ONCE or len(portion) >= ENTRIES_AT_ONCE:
            yield portion
            portion, pages = [], 0
    if portion:
        yield portion


class _Shelf:
    """The open index of this process; opened again when another process has put a new one in its place."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: tuple[object, ...] = ()
        self._index: tantivy.Index | None = None
        self._identity: Identity | None = None

    def take(self) -> tuple[tantivy.Searcher, Identity] | None:
        directory = index_path()
        with self._lock:
            state = _state_of(directory)
            if state != self._seen:
                self._open_or_reload(directory, state)
            if self._index is None or self._identity is None:
                return None
            return self._index.searcher(), self._identity

    def _open_or_reload(self, directory: Path, state: tuple[object, ...]) -> None:
        if self._index is not None and state[:2] == self._seen[:2]:
            self._index.reload()
        else:
            self._index, self._identity = _opened(directory)
            if self._index is not None:
                self._index.config_reader("manual")
                self._index.reload()
        self._seen = state


def _state_of(directory: Path) -> tuple[object, ...]:
    """What changes when the index does: first its place and identity, then its last commit."""
    try:
        who = identity_path(directory).stat()
        last = (directory / "meta.json").stat()
    except OSError:
        return (str(directory), None)
    return (str(directory), (who.st_ino, who.st_mtime_ns), last.st_ino, last.st_mtime_ns)


_shelf = _Shelf()


def searcher() -> tuple[tantivy.Searcher, Identity] | None:
    """The index as of its last commit, whichever process made it; None where there is no usable one."""
    return _shelf.take()
