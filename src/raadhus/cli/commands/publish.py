"""`raadhus publish ADDRESS`: let everyone see a draft; closed items stay closed."""

import argparse
import re
from datetime import datetime

from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import Failure, print_json
from raadhus.core.times import local
from raadhus.documents.models import Version
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader
from raadhus.publication import publish, publish_document
from raadhus.search import catch_up

_ADDRESS = re.compile(r"^/?(moede|dokument)/(\d+)/?$")


@with_database
def run(arguments: argparse.Namespace) -> int:
    found = _ADDRESS.match(arguments.address)
    if found is None:
        raise Failure(
            f"Adressen kendes ikke: {arguments.address}. Skriv fx /moede/3 eller /dokument/2.", status=2
        )
    at = local(arguments.at) if arguments.at else None
    moment = _published(found[1], int(found[2]), by=reader_from(arguments.reader), at=at)
    catch_up()
    if arguments.json:
        print_json({"address": arguments.address, "published_at": moment.isoformat()})
    else:
        print(f"{arguments.address} er offentlig fra {local(moment):%d.%m.%Y kl. %H.%M}.")
    return 0


def _published(kind: str, number: int, *, by: Reader, at: datetime | None) -> datetime:
    """When it is public from. A paper that tells of a meeting is published with the meeting."""
    if kind == "moede":
        meeting = Meeting.objects.visible_to(by).filter(pk=number).first()
        moment = publish(meeting, by=by, at=at).published_at if meeting else None
    else:
        version = Version.objects.visible_to(by).filter(pk=number).first()
        source = version.meeting_sources.filter(role="package").first() if version else None
        if source is not None:
            raise Failure(f"Papiret hører til et møde: offentliggør /moede/{source.meeting_id}.", status=2)
        moment = publish_document(version, by=by, at=at).published_at if version else None
    if moment is None:
        raise Failure("Der er ikke noget at offentliggøre på den adresse.")
    return moment
