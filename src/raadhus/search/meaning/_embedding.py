"""Embedding what is new, a round at a time; the journal says what that is."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection, models
from django.db.models import Q
from django.utils import timezone

from raadhus.core.locks import alone, alone_if_free
from raadhus.core.models import JournalEntry, JournalMark, JournalQuerySet, mark_done
from raadhus.documents.models import Vector, Version
from raadhus.languagemodel import NoVectors
from raadhus.search._index import versions_in
from raadhus.search.meaning._file import refresh
from raadhus.search.meaning._patience import patience
from raadhus.search.meaning._rows import bring
from raadhus.search.meaning._setting import CONSUMER, Setting, home, setting

Progress = Callable[[int], None]

ENTRIES_AT_ONCE = 50
"""A round that is cut short goes through so many again; what they tell of is looked at, not embedded again."""
FORGOTTEN_AT_ONCE = 5000
ONE_MACHINE = 0x7261616468757
"""The name of PostgreSQL's lock: of several machines one embeds at a time, and no text is paid for twice."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Round:
    """`embedded` passages were dealt with; `more` are waiting. `failed` says why the model could not be used."""

    embedded: int = 0
    more: bool = False
    failed: str = ""


def embed(*, seconds: float | None = None, progress: Progress | None = None, by_hand: bool = False) -> Round:
    """Embed what the journal tells since last time, for about `seconds`; then bring the neighbours' file up to date.

    Does nothing where search by meaning is off. Whatever happens, running it again goes on from there. `by_hand`
    asks a model that was silent a moment ago, tries again what it would not take, and writes the file at once.
    """
    chosen = setting()
    if chosen is None:
        return Round()
    waiting = patience(chosen, "embed")
    if waiting.waits and not by_hand:
        return Round(failed=waiting.why)
    lock = home() / "lock"
    with alone(lock) if by_hand else alone_if_free(lock) as free:
        if free is False:
            return Round()  # another process of this machine is at it
        work = _Work(chosen, time.monotonic() + seconds if seconds is not None else None, progress)
        try:
            more = work.left(by_hand=by_hand)
        except NoVectors as error:
            pause = waiting.failed(str(error))
            log.warning("No vectors: %s. Asked again in %.0f seconds.", error, pause)
            return Round(work.embedded, True, str(error))
        waiting.succeeded()
        if not more:
            refresh(chosen, at_once=by_hand)
            _forget_others(chosen)
        return Round(work.embedded, more)


@dataclass
class _Work:
    """One round on the one machine that embeds."""

    setting: Setting
    until: float | None
    progress: Progress | None
    embedded: int = 0

    def left(self, *, by_hand: bool) -> bool:
        """Deal with what is new; return whether there is more of it."""
        with _one_machine() as ours:
            if not ours:
                return waits_in_journal(self.setting)
            return (by_hand and not self._refused_again()) or not self._through_the_journal()

    def _through_the_journal(self) -> bool:
        last = 0
        while entries := list(_unseen(self.setting).filter(pk__gt=last)[:ENTRIES_AT_ONCE]):
            last = entries[-1].pk
            due = _due(entries, self.setting)
            if not bring(versions_in(entries), setting=self.setting, go_on=self._go_on):
                return False
            mark_done(self.setting.consumer, due)
        return True

    def _refused_again(self) -> bool:
        refused = Vector.objects.filter(model=self.setting.model, values=b"")
        versions = refused.values_list("passage__page__version", flat=True).distinct()
        return bring(list(versions), setting=self.setting, go_on=self._go_on, again=True)

    def _go_on(self, number: int) -> bool:
        self.embedded += number
        if self.progress is not None:
            self.progress(number)
        return self.until is None or time.monotonic() < self.until


def _unseen(chosen: Setting) -> JournalQuerySet:
    return JournalEntry.objects.unseen_by(chosen.consumer)


def _due(entries: list[JournalEntry], chosen: Setting) -> list[JournalEntry]:
    """Those that can be dealt with now. What becomes public later, where only that may be sent, is kept for its day."""
    if chosen.closed_too:
        return entries
    later = Version.objects.filter(pk__in=versions_in(entries), published_at__gt=timezone.now())
    kept = set(later.values_list("pk", flat=True))
    return [one for one in entries if kept.isdisjoint(versions_in([one]))]


def waits_in_journal(chosen: Setting) -> bool:
    """Whether something is due that nobody has looked at."""
    last = 0
    while entries := list(_unseen(chosen).filter(pk__gt=last)[:ENTRIES_AT_ONCE]):
        last = entries[-1].pk
        if _due(entries, chosen):
            return True
    return False


@contextmanager
def _one_machine() -> Iterator[bool]:
    """Whether we are the one machine that embeds now. PostgreSQL lets go when the connection ends."""
    if connection.vendor != "postgresql":
        yield True
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [ONE_MACHINE])
        ours = bool(cursor.fetchone()[0])
        try:
            yield ours
        finally:
            if ours:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_MACHINE])


def _forget_others(chosen: Setting) -> None:
    """Drop what was kept for another model, a portion at a time: nothing asks for it any more."""
    others = Vector.objects.filter(Q(model__lt=chosen.model) | Q(model__gt=chosen.model))
    _drop(others)
    ours = JournalMark.objects.filter(consumer__gte=CONSUMER, consumer__lt=CONSUMER[:-1] + ";")
    _drop(ours.filter(Q(consumer__lt=chosen.consumer) | Q(consumer__gt=chosen.consumer)))


def _drop(rows: models.QuerySet[Any]) -> None:
    some = list(rows.values_list("pk", flat=True)[:FORGOTTEN_AT_ONCE])
    if some:
        rows.model._default_manager.filter(pk__in=some).delete()
