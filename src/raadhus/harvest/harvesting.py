"""A round at a host: its list, its meetings one by one, and what it shows no longer.

Stopped anywhere, it goes on there.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.core.locks import alone_if_free
from raadhus.harvest._waiting import manners_from_settings
from raadhus.harvest.actions import require_operator
from raadhus.harvest.answers import NotFetched, NotNow, NotThere
from raadhus.harvest.fetching import Client
from raadhus.harvest.looking import look
from raadhus.harvest.missing import settle
from raadhus.harvest.models import RemoteMeeting, Source
from raadhus.harvest.taking import Paused, Refused, take
from raadhus.ingest.models import IngestStatus
from raadhus.openness import Reader

AGAIN = timedelta(hours=1)
"""After a round that could not be completed, unless the host asked for longer."""

RELIST = timedelta(hours=6)
"""A list that old is read anew before a round goes on."""

Progress = Callable[[int, int, str], None]
"""Called after each meeting with how many are done, how many there are to do in all, and its name."""


class Busy(Exception):
    """Another process is harvesting the same host."""


class Nameless(Exception):
    """Nobody has said where the host may complain; the message is a sentence for people."""


@dataclass(slots=True)
class Round:
    """What a round did. `trouble`: why it ended early. `whole`: it got through everything there was to do."""

    address: str
    listed: int = 0
    looked_at: int = 0
    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    annexes: int = 0
    withdrawn: int = 0
    restored: int = 0
    requests: int = 0
    bytes: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)
    suspicion: str = ""
    trouble: str = ""
    whole: bool = False


def harvest(
    source: Source,
    *,
    by: Reader,
    seconds: float | None = None,
    relist: bool = True,
    believe: bool = False,
    progress: Progress | None = None,
    client: Client | None = None,
) -> Round:
    """Do a round, or go on with one, for at most about so many seconds (None: to its end).

    Interrupted in any way it is completed by calling it again. Raises `NotAllowed`, `Busy`, `Nameless`, `OSError`.
    """
    require_operator(by)
    if not settings.RAADHUS_HARVEST_CONTACT and not source.private:
        raise Nameless(
            _("Sæt %s til en adresse, hvor værten kan klage, før der hentes.") % "RAADHUS_HARVEST_CONTACT"
        )
    ends = None if seconds is None else time.monotonic() + seconds
    with alone_if_free(Path(settings.RAADHUS_HOME) / "harvest" / f"{source.pk}.lock") as mine:
        if not mine:
            raise Busy(source.address)
        source.refresh_from_db()
        done = Round(source.address)
        with client or _client(source, seconds) as asking:
            try:
                _go(source, asking, done, by=by, ends=ends, relist=relist, believe=believe, progress=progress)
            except NotNow as later:
                done.trouble = str(later)
                _end(source, done, after=later.seconds)
            else:
                _end(source, done)
            done.requests, done.bytes = asking.requests, asking.bytes
    return done


def _client(source: Source, seconds: float | None) -> Client:
    """In a piece of a round nothing is waited for longer than the piece: the host is asked again when it is due."""
    manners = manners_from_settings()
    if seconds is not None:
        manners = replace(manners, patience=min(manners.patience, max(seconds, manners.wait)))
    return Client(source.address, manners, private=source.private)


def _go(
    source: Source,
    client: Client,
    done: Round,
    *,
    by: Reader,
    ends: float | None,
    relist: bool,
    believe: bool,
    progress: Progress | None,
) -> None:
    def over() -> bool:
        return ends is not None and time.monotonic() > ends

    client.greet()
    wanted = source.meetings.filter(wanted=True, gone_at=None)
    stale = source.listed_at is None or source.listed_at < timezone.now() - RELIST
    if relist or stale or not wanted.exists():
        done.listed = look(source, client, believe=believe)
    else:
        done.listed = source.meetings.filter(gone_at=None).count()
    done.suspicion = source.suspicion
    rows = list(wanted.select_related("source__body", "version")) if done.listed else []
    for number, row in enumerate(rows, 1):
        if over():
            return
        try:
            _take(row, client, done, by=by, over=over)
        except Paused:
            return
        if progress is not None:
            progress(number, len(rows), str(row))
    done.withdrawn = settle(source, by=by)
    done.whole = not done.suspicion


def _take(row: RemoteMeeting, client: Client, done: Round, *, by: Reader, over: Callable[[], bool]) -> None:
    """One meeting; what is wrong with it is written down, and the next has its turn."""
    done.looked_at += 1
    try:
        taken = take(row, client, by=by, thorough=_is_thorough(row), over=over)
    except NotThere:
        _failed(row, _("Værten nævner mødet, men har ikke dagsordenen."), done)
    except (NotFetched, Refused) as failed:
        _failed(row, str(failed), done)
    else:
        done.imported += taken.status == IngestStatus.IMPORTED
        done.updated += taken.status == IngestStatus.UPDATED
        done.unchanged += taken.status == IngestStatus.UNCHANGED
        done.annexes += taken.annexes
        done.restored += taken.restored
        done.refused += [(str(row), trouble) for trouble in taken.troubles]


def _is_thorough(row: RemoteMeeting) -> bool:
    days = timedelta(days=settings.RAADHUS_HARVEST_RECHECK_DAYS)
    return row.annexes_at is None or row.annexes_at <= timezone.now() - days


def _failed(row: RemoteMeeting, sentence: str, done: Round) -> None:
    RemoteMeeting.objects.filter(pk=row.pk).update(wanted=False, trouble=sentence, checked_at=timezone.now())
    done.refused.append((str(row), sentence))


def _end(source: Source, done: Round, *, after: float | None = None) -> None:
    """Say when the next round begins. One that was only paused stays due."""
    source.trouble = done.trouble
    now = timezone.now()
    if done.whole:
        source.succeeded_at = now
        source.due_at = now + timedelta(hours=source.every_hours) if source.every_hours else None
    elif done.trouble or done.suspicion:
        source.due_at = now + max(AGAIN, timedelta(seconds=after or 0))
    else:
        source.due_at = now
    source.save(update_fields=["trouble", "succeeded_at", "due_at"])
