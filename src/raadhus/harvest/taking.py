"""One meeting: its agenda and its annexes fetched aside, and taken in when they are whole."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.documents.models import Version
from raadhus.harvest._aside import aside_for, bring, forget
from raadhus.harvest._files import NotAnAnnex, agenda_in, annexes_of, is_fresh, require_file, size_of
from raadhus.harvest.answers import Answer, NotFetched, NotThere, said_of
from raadhus.harvest.fetching import Client
from raadhus.harvest.listing import agenda_path, annex_path, file_path
from raadhus.harvest.missing import put_back, withdraw_files
from raadhus.harvest.models import RemoteAnnex, RemoteMeeting
from raadhus.ingest.actions import ingest
from raadhus.ingest.models import IngestStatus
from raadhus.meetings.models import MeetingSource
from raadhus.openness import Reader
from raadhus.parsing.formats import Draft
from raadhus.publication import publish_document

_MOST_AGENDA = 60 * 1024 * 1024


class Refused(Exception):
    """The meeting was fetched and could not be taken in; the message says why."""


class Paused(Exception):
    """The time of this round is up; what has been fetched lies aside."""


@dataclass(slots=True)
class Taken:
    """What became of a meeting: `status` as ingest says it; how many annexes came, and what was wrong with others."""

    status: str = IngestStatus.UNCHANGED
    annexes: int = 0
    restored: bool = False
    troubles: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Annexes:
    """By the annex's id: what was said of its file, which have gone or come back, and what went wrong."""

    there: dict[str, Answer] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    back: set[str] = field(default_factory=set)
    troubles: dict[str, str] = field(default_factory=dict)
    fetched: int = 0


def take(
    row: RemoteMeeting, client: Client, *, by: Reader, thorough: bool, over: Callable[[], bool]
) -> Taken:
    """Bring what we have of the meeting up to what the host shows. Killed at any moment, it goes on where it was.

    `thorough`: ask for each annex, also where the agenda is as it was. Raises `Refused`, `Paused`, `NotThere`,
    `NotFetched`, `NotNow`, `OSError`.
    """
    aside = aside_for(row)
    manifest = aside / f"{row.remote_id}.json"
    said = _agenda(row, client, manifest)
    draft = _understood(row, manifest)
    sha256 = _sha256(manifest)
    known = {annex.remote_id: annex for annex in row.annexes.all()}
    changed = sha256 != row.sha256 or row.version_id is None
    wanted = annexes_of(draft)
    found = _Annexes()
    for remote_id in wanted:
        if over():
            raise Paused
        _annex(remote_id, known.get(remote_id), aside, client, found, ask=changed or thorough)
    _doubt(row, found, known)
    taken = Taken(annexes=found.fetched, troubles=list(found.troubles.values()))
    checksums = {one: _sha256(aside / f"{one}.pdf") for one in found.there}
    new_files = any(one not in known or known[one].sha256 != checksums[one] for one in found.there)
    version = row.version
    if changed or new_files:
        version, taken.status = _ingested(aside, row, by=by)
    with transaction.atomic():
        _write_down(row, said, sha256, version, asked=changed or thorough)
        taken.restored = put_back(row, by=by)
        left = _write_annexes(row, known, wanted, found, checksums)
        if version is not None and Version.objects.filter(pk=version.pk).exclude(published_at=None).exists():
            _show_again(found.back, checksums, by=by)
        withdraw_files(left, by=by)
    forget(aside)
    return taken


def _agenda(row: RemoteMeeting, client: Client, manifest: Path) -> Answer:
    """Fetch the agenda, unless what an interrupted round left, or what is stored, is still right."""
    known = said_of(manifest) or (Answer(row.etag, row.modified) if row.sha256 else None)
    said = client.fetch(agenda_path(row.remote_id), manifest, most=_MOST_AGENDA, known=known)
    if said.unchanged and not manifest.is_file() and not bring(row.sha256, manifest):
        said = client.fetch(agenda_path(row.remote_id), manifest, most=_MOST_AGENDA)
    return said


def _understood(row: RemoteMeeting, manifest: Path) -> Draft:
    """Read the agenda. What is none, or has suddenly nothing on it, is not believed."""
    draft = agenda_in(manifest)
    empty = draft is not None and not any(meeting.items for meeting in draft.meetings)
    if draft is None or (empty and _had_items(row)):
        manifest.unlink()
        said = (
            _("Værten svarede med en dagsorden uden punkter.") if draft else _("Svaret er ikke en dagsorden.")
        )
        raise NotFetched(said)
    return draft


def _had_items(row: RemoteMeeting) -> bool:
    told = MeetingSource.objects.filter(version=row.version_id).values_list("told", flat=True)
    return row.version_id is not None and any(one.get("items") for one in told)


def _annex(
    remote_id: str, known: RemoteAnnex | None, aside: Path, client: Client, found: _Annexes, *, ask: bool
) -> None:
    """Have the annex's file aside, the stored one where that is still right."""
    if known is not None and known.gone_at is not None and not ask:
        found.gone.add(remote_id)
        return
    file = aside / f"{remote_id}.pdf"
    lies = said_of(file)
    if lies is not None and is_fresh(file):
        found.there[remote_id] = lies
        return
    ours = known if known is not None and known.gone_at is None and bring(known.sha256, file) else None
    said = lies if ours is None else Answer(ours.etag, ours.modified)
    said = None if said is None else replace(said, size=size_of(file))
    if ours is not None and said is not None and not ask:
        found.there[remote_id] = said
        return
    try:
        answer = _file(remote_id, file, client, known=said)
    except NotThere:
        file.unlink(missing_ok=True)
        found.gone.add(remote_id)
    except (NotFetched, NotAnAnnex) as failed:
        found.troubles[remote_id] = str(failed)
        if said is not None and _still(file, ours):
            found.there[remote_id] = said
    else:
        if _still(file, ours):
            found.there[remote_id] = answer
            found.fetched += not answer.unchanged


def _still(file: Path, ours: RemoteAnnex | None) -> bool:
    """Whether the file lies there: where a page came in its place, ours is put back."""
    return file.is_file() or (ours is not None and bring(ours.sha256, file))


def _file(remote_id: str, file: Path, client: Client, *, known: Answer | None) -> Answer:
    """Some hosts show a page with the file in it, and have the file itself beside that."""
    answer = client.fetch(annex_path(remote_id), file, known=known)
    try:
        require_file(file)
    except NotAnAnnex:
        try:
            answer = client.fetch(file_path(remote_id), file, known=known)
        except NotThere:
            raise NotFetched(_("Værten sendte en webside i stedet for bilaget.")) from None
        if not answer.unchanged:
            require_file(file)
    return answer


def _doubt(row: RemoteMeeting, found: _Annexes, known: dict[str, RemoteAnnex]) -> None:
    """Where half of a meeting's annexes are gone at once, though its agenda names them, nothing is withdrawn."""
    had = {one for one, annex in known.items() if annex.sha256 and annex.gone_at is None}
    gone = had & found.gone
    if len(gone) > 1 and len(gone) * 2 >= len(had):
        raise NotFetched(
            _("%(gone)s af %(all)s bilag findes pludselig ikke; intet er trukket tilbage.")
            % {"gone": len(gone), "all": len(had)}
        )


def _ingested(aside: Path, row: RemoteMeeting, *, by: Reader) -> tuple[Version, str]:
    run = ingest(aside, by=by, body=row.source.body)
    done = run.files.filter(file_name=f"{row.remote_id}.json").select_related("version").first()
    if done is None or done.version is None:
        raise Refused(done.reason if done else _("Mødet kunne ikke læses."))
    return done.version, done.status


def _write_down(
    row: RemoteMeeting, said: Answer, sha256: str, version: Version | None, *, asked: bool
) -> None:
    row.version, row.sha256, row.etag, row.modified = version, sha256, said.etag, said.modified
    row.checked_at = timezone.now()
    row.annexes_at = row.checked_at if asked else row.annexes_at
    row.wanted, row.trouble = False, ""
    row.save()


def _write_annexes(
    row: RemoteMeeting,
    known: dict[str, RemoteAnnex],
    wanted: list[str],
    found: _Annexes,
    checksums: dict[str, str],
) -> set[str]:
    """Write what is known of each annex now; returns the checksums of files that are no annex here any more."""
    now = timezone.now()
    left = {known[one].sha256 for one in known if one not in wanted or one in found.gone}
    for one in wanted:
        annex = known.get(one) or RemoteAnnex(meeting=row, remote_id=one)
        before = annex.sha256
        if one in found.there:
            found.back |= {one} if annex.gone_at is not None else set()
            said = found.there[one]
            annex.sha256, annex.etag, annex.modified = checksums[one], said.etag, said.modified
        annex.gone_at = (annex.gone_at or now) if one in found.gone else None
        annex.trouble = found.troubles.get(one, "")
        annex.save()
        if before and before != annex.sha256:
            left.add(before)
    row.annexes.exclude(remote_id__in=wanted).filter(gone_at=None).update(gone_at=now)
    return {sha256 for sha256 in left if sha256}


def _show_again(back: set[str], checksums: dict[str, str], *, by: Reader) -> None:
    for version in Version.objects.filter(sha256__in=[checksums[one] for one in back], published_at=None):
        publish_document(version, by=by)


def _sha256(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
