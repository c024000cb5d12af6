"""The list read, and from it: which meetings are new, changed, gone, or due for another look."""

from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.harvest._aside import folder_of
from raadhus.harvest.answers import Answer, NotFetched, NotThere
from raadhus.harvest.fetching import Client
from raadhus.harvest.listing import LIST, Listed, NoList, read_list
from raadhus.harvest.missing import is_suspicious, missing_from
from raadhus.harvest.models import RemoteMeeting, Source

_MOST_LIST = 100 * 1024 * 1024


def look(source: Source, client: Client, *, believe: bool) -> int:
    """Read the host's list and mark what is wanted; returns how many meetings it lists (those known, if unchanged).

    A list that is none, is suddenly empty, or lacks half of the meetings takes nothing out of view: `source.suspicion`
    says so. `believe`: take it at its word. Raises `NotNow`, `OSError`.
    """
    file = folder_of(source) / "list.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    known = None if source.suspicion or believe else Answer(source.list_etag, source.list_modified)
    try:
        said = client.fetch(LIST, file, most=_MOST_LIST, known=known)
        doubted = [] if said.unchanged else _compare(source, read_list(file), said, believe=believe)
    except NoList:
        _suspect(source, _("Værten svarede med noget andet end en liste over møder."))
        return 0
    except NotThere:
        _suspect(source, _("Værten har ingen liste over møder på adressen."))
        return 0
    except NotFetched as failed:
        _suspect(source, str(failed))
        return 0
    _want(source, besides=doubted)
    return source.meetings.filter(gone_at=None).count()


def _suspect(source: Source, sentence: str) -> None:
    source.suspicion = sentence
    source.save(update_fields=["suspicion"])


@transaction.atomic
def _compare(source: Source, listed: Sequence[Listed], said: Answer, *, believe: bool) -> list[int]:
    """Write down what the list says; returns the rows that it lacks, where that is not believed."""
    rows = {row.remote_id: row for row in source.meetings.all()}
    known = [row for row in rows.values() if row.gone_at is None]
    missing = missing_from(known, listed)
    doubtful = is_suspicious(len(missing), len(known), doubted=source.doubted) and not believe
    source.suspicion = _told(len(missing), len(known), bool(listed)) if doubtful else ""
    source.doubted = max(source.doubted, len(missing)) if doubtful else 0
    if not source.suspicion:
        there = {one.remote_id for one in listed}
        gone = [row.pk for row in known if row.remote_id not in there]
        source.meetings.filter(pk__in=gone).update(gone_at=timezone.now(), wanted=False)
        source.list_etag, source.list_modified = said.etag, said.modified
    source.listed_at = timezone.now()
    source.save(update_fields=["suspicion", "doubted", "list_etag", "list_modified", "listed_at"])
    for one in listed:
        _note(source, rows.get(one.remote_id), one)
    return [row.pk for row in missing] if doubtful else []


def _told(missing: int, known: int, listed: bool) -> str:
    if not listed:
        return _("Listen er pludselig tom; intet er trukket tilbage.")
    return _("%(missing)s af %(known)s møder er pludselig væk fra listen; intet er trukket tilbage.") % {
        "missing": missing,
        "known": known,
    }


def _note(source: Source, row: RemoteMeeting | None, one: Listed) -> None:
    row = row or RemoteMeeting(source=source, remote_id=one.remote_id)
    wanted = row.listed != one.checksum or row.gone_at is not None
    if row.pk and not wanted:
        return
    row.committee, row.title, row.date, row.listed = one.committee, one.title, one.day, one.checksum
    row.seen_at, row.gone_at, row.wanted = timezone.now(), None, True
    row.save()


def _want(source: Source, *, besides: list[int]) -> None:
    """Mark, with what the list says is new, recent meetings every time, older ones now and then, and what went wrong;
    `besides` are not asked for."""
    now = timezone.now()
    recent = timezone.localdate() - timedelta(days=settings.RAADHUS_HARVEST_RECENT_DAYS)
    there = source.meetings.filter(gone_at=None)
    there.filter(pk__in=besides).update(wanted=False)
    there = there.exclude(pk__in=besides)
    there.update(seen_at=now)
    long_ago = Q(checked_at__lte=now - timedelta(days=settings.RAADHUS_HARVEST_RECHECK_DAYS))
    there.filter(Q(version=None) | Q(date__gte=recent) | long_ago | ~Q(trouble="")).update(wanted=True)
