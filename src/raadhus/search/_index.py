"""The index is caught up with the journal, and built anew beside the one that serves when it must be."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial

import tantivy
from django.db.models import Sum

from raadhus.core.helpers import helped
from raadhus.core.models import JournalEntry, mark_done
from raadhus.documents.models import Version
from raadhus.search import _schema
from raadhus.search._abbreviations import learn
from raadhus.search._entries import Fields, fields_of, versions_in
from raadhus.search._home import (
    Generation,
    begun,
    current,
    discard,
    made_whole,
    new_generation,
    sole_builder,
    sole_writer,
    sweep,
    using,
)
from raadhus.search._shelf import opened, searcher, stale

__all__ = ["IndexNotWritten", "catch_up", "is_outdated", "rebuild", "searcher", "stale", "versions_in"]

Progress = Callable[[int], None]
Build = Callable[[Iterable[list[int]]], Iterator[list[Fields]]]

ENTRIES_AT_ONCE = 1000
PAGES_AT_ONCE = 500
WORTH_HELP = 4000
"""Helpers are called for so many pages; they take a second to come."""
WRITER_MEMORY = 60_000_000


class IndexNotWritten(OSError):
    """The index could not be written, most often because the disk is full. The next `catch_up` goes on."""


def catch_up(*, progress: Progress | None = None) -> int:
    """Index what the journal tells since last time; return how many passages were indexed.

    A missing, damaged or outdated index is built anew beside the old one and serves when it is whole.
    Safe to run twice at once (the second waits, then finds nothing to do) and after a crash: what was begun
    is gone on with. `progress` is called now and then with the number of passages indexed since the last call.
    Raises `IndexNotWritten`.
    """
    number = _caught_up(progress)
    return _built(progress, anew=False) if number is None else number


def rebuild(*, progress: Progress | None = None) -> int:
    """Build the index anew though there is one, which serves meanwhile; return how many passages were indexed.

    After a crash the same call completes what was begun. Raises `IndexNotWritten`.
    """
    return _built(progress, anew=True)


def is_outdated() -> bool:
    """True when an index of an older version serves until `catch_up` has built the new one."""
    return current() is None and searcher() is not None


def _caught_up(progress: Progress | None) -> int | None:
    """How many passages were indexed in the index that serves; None when there is none that can be used."""
    with sole_writer():
        generation = current()
        if generation is None:
            return None
        with using(generation):
            index = opened(generation)
            if index is None:
                return None
            number = _feed(index, generation, progress)
        sweep()
        return number


def _built(progress: Progress | None, *, anew: bool) -> int:
    with sole_builder():
        if not anew and (number := _caught_up(progress)) is not None:
            return number  # somebody else has built it while we waited
        generation = begun()
        index = opened(generation) if generation is not None else None
        if generation is None or index is None:
            if generation is not None:
                discard(generation)
            generation = new_generation()
            index = tantivy.Index(_schema.schema(), path=str(generation.directory))
        with using(generation):
            number = _feed(index, generation, progress)
            with sole_writer():  # what has been told meanwhile was for the one that serves
                number += _feed(index, generation, progress)
                del index
                made_whole(generation)
        with sole_writer():
            sweep()
        return number


def _feed(index: tantivy.Index, generation: Generation, progress: Progress | None) -> int:
    """Bring unseen entries into the index. Marked only after the commit: a crash between repeats the work."""
    number = 0
    while first := _unseen(generation.consumer):
        much = _pages_of(versions_in(first)) >= WORTH_HELP
        with _writing(index) as writer, _build(much=much) as build:
            number += _feed_all(writer, build, generation.consumer, progress)
    return number


def _feed_all(writer: tantivy.IndexWriter, build: Build, consumer: str, progress: Progress | None) -> int:
    """What is unseen now. Portions are read ahead of the commits, so entries are told apart by number meanwhile."""
    number = 0
    ahead: deque[tuple[list[int], list[JournalEntry]]] = deque()

    def portions() -> Iterator[list[int]]:
        last = 0
        while entries := _unseen(consumer, after=last):
            last = entries[-1].pk
            *others, final = list(_in_portions(versions_in(entries))) or [[]]
            for portion in others:
                ahead.append((portion, []))
                yield portion
            ahead.append((final, entries))
            yield final

    for found in build(portions()):
        versions, done = ahead.popleft()
        _replace(writer, versions, found)
        number += len(found)
        if progress is not None:
            progress(len(found))
        if done:
            with _to_disk():
                writer.commit()
            learn(versions_in(done))
            mark_done(consumer, done)
    return number


def _unseen(consumer: str, *, after: int = 0) -> list[JournalEntry]:
    return list(JournalEntry.objects.unseen_by(consumer).filter(pk__gt=after)[:ENTRIES_AT_ONCE])


def _build(*, much: bool) -> AbstractContextManager[Build]:
    return helped(fields_of) if much else nullcontext(partial(map, fields_of))


@contextmanager
def _writing(index: tantivy.Index) -> Iterator[tantivy.IndexWriter]:
    with _to_disk():
        writer = index.writer(WRITER_MEMORY, 1)
    try:
        yield writer
    finally:
        with _to_disk():
            writer.wait_merging_threads()


@contextmanager
def _to_disk() -> Iterator[None]:
    """tantivy makes a `ValueError` of every error of the disk."""
    try:
        yield
    except ValueError as error:
        raise IndexNotWritten(str(error)) from error


def _replace(writer: tantivy.IndexWriter, versions: list[int], found: list[Fields]) -> None:
    schema = _schema.schema()
    writer.delete_documents_by_query(tantivy.Query.term_set_query(schema, "version", versions))
    for fields in found:
        document = tantivy.Document.from_dict(fields, schema)
        with _to_disk():
            writer.add_document(document)


def _pages_of(versions: list[int]) -> int:
    return Version.objects.filter(pk__in=versions).aggregate(pages=Sum("page_count"))["pages"] or 0


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
