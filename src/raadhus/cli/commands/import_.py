"""`raadhus import PATH...`: store and index; refused files are named and the rest goes on."""

import argparse
import sys
import time
from collections import Counter
from typing import TypedDict

from django.conf import settings
from tqdm import tqdm

from raadhus.cli._home import reader_from, with_database
from raadhus.cli._indexing import indexed
from raadhus.cli._output import print_json, say
from raadhus.conversation.handbook import mark_as_handbook, require_choice
from raadhus.documents.models import Version
from raadhus.ingest.actions import ingest
from raadhus.ingest.models import IngestedFile, IngestStatus
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.openness import Reader
from raadhus.organisation.models import Body


@with_database
def run(arguments: argparse.Namespace) -> int:
    started = time.monotonic()
    by = reader_from(arguments.reader)
    if arguments.handbook:
        require_choice(by)  # before anything is stored
    body, _ = Body.objects.get_or_create(name=arguments.body or settings.RAADHUS_BODY)
    files: list[IngestedFile] = []
    with tqdm(unit=" sider", desc="Læser", file=sys.stderr, disable=None) as bar:

        def progress(name: str, pages: int) -> None:
            bar.set_postfix_str(name[-40:], refresh=False)
            bar.update(pages)

        for path in arguments.paths:
            done = ingest(path, by=by, body=body, publish=not arguments.draft, progress=progress)
            files += done.files.all()
    if arguments.handbook:
        _mark_as_handbook(files, by=by)
    is_indexed = indexed("Filerne")
    summary = _summary(files, seconds=time.monotonic() - started)
    if arguments.json:
        print_json(summary)
    else:
        _print(summary)
    return 1 if summary["refused"] or not is_indexed else 0


def _mark_as_handbook(files: list[IngestedFile], *, by: Reader) -> None:
    """Also what was stored already: a document may become the handbook later."""
    for document in {file.version.document for file in files if file.version is not None}:
        mark_as_handbook(document, by=by)


class Summary(TypedDict):
    imported: int
    unchanged: int
    updated: int
    refused: list[dict[str, str]]
    meetings: int
    items: int
    pages: int
    seconds: float


def _summary(files: list[IngestedFile], *, seconds: float) -> Summary:
    counts = Counter(file.status for file in files)
    versions = {
        file.version_id
        for file in files
        if file.status in (IngestStatus.IMPORTED, IngestStatus.UPDATED) and file.version_id
    }
    meetings = Meeting.objects.filter(sources__version__in=versions).distinct()
    annexed = Version.objects.filter(attachments__item__meeting__in=meetings).values_list("pk", flat=True)
    pages = Version.objects.filter(pk__in={*versions, *annexed}).values_list("page_count", flat=True)
    return {
        "imported": counts[IngestStatus.IMPORTED],
        "unchanged": counts[IngestStatus.UNCHANGED],
        "updated": counts[IngestStatus.UPDATED],
        "refused": [
            {"file": f.file_name, "reason": f.reason} for f in files if f.status == IngestStatus.REFUSED
        ],
        "meetings": meetings.count(),
        "items": AgendaItem.objects.filter(meeting__in=meetings, dropped=False).count(),
        "pages": sum(pages),
        "seconds": round(seconds, 3),
    }


def _print(summary: Summary) -> None:
    print(
        "Indlæst: {imported}, nye udgaver: {updated}, uændret: {unchanged}. "
        "Møder: {meetings}, punkter: {items}, sider: {pages}, {seconds:.1f} sekunder.".format(**summary)
    )
    for file in summary["refused"]:
        say(f"Afvist: {file['reason']}")
