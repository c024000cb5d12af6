"""`raadhus show ADDRESS`: a meeting, an item or a page, as the reader may see it."""

import argparse
import re
from typing import Any

from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import Failure, print_json
from raadhus.core.times import written
from raadhus.documents.models import Page, Passage, Version
from raadhus.meetings.agenda import SeenItem, agenda
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader

KEPT_BACK = "Siden viser også et lukket punkt og kan derfor ikke vises i sin helhed. Det åbne på den:"
_ADDRESS = re.compile(r"^/?(moede|punkt|dokument)/(\d{1,18})(?:/side/(\d{1,9}))?/?(?:[?#].*)?$")


@with_database
def run(arguments: argparse.Namespace) -> int:
    reader = reader_from(arguments.reader)
    found = _ADDRESS.match(arguments.address)
    if found is None:
        raise Failure(f"Adressen kendes ikke: {arguments.address}", status=2)
    kind, number, page = found[1], int(found[2]), found[3]
    shape = _SHOWN[kind](number, reader, int(page) if page else None)
    if shape is None:
        raise Failure(f"Der er ikke noget at vise på {arguments.address}.")
    if arguments.json:
        print_json(shape)
    else:
        print(shape["text"])
    return 0


def _meeting(pk: int, reader: Reader, page: int | None) -> dict[str, Any] | None:
    meeting = Meeting.objects.visible_to(reader).select_related("organization").filter(pk=pk).first()
    if meeting is None:
        return None
    items = agenda(meeting, reader=reader)
    day = written(meeting.date) if meeting.date else "uden dato"
    lines = [f"{meeting.organization or 'Ukendt organ'}, {day}", ""]
    for item in items:
        lines += _lines(item)
    return {
        "organization": str(meeting.organization) if meeting.organization else None,
        "date": meeting.date.isoformat() if meeting.date else None,
        "items": [_shape(item) for item in items],
        "text": "\n".join(lines),
    }


def _item(pk: int, reader: Reader, page: int | None) -> dict[str, Any] | None:
    meeting = Meeting.objects.visible_to(reader).filter(items=pk).first()
    if meeting is None:
        return None
    for item in agenda(meeting, reader=reader, dropped=True):
        if item.pk == pk:
            return {**_shape(item), "text": "\n".join(_lines(item))}
    return None


def _document(pk: int, reader: Reader, page: int | None) -> dict[str, Any] | None:
    version = Version.objects.readable_by(reader).filter(pk=pk).first()
    if version is None:
        return None
    pages = Page.objects.filter(version=version).order_by("number")
    if page is not None:
        pages = pages.filter(number=page)
    whole = set(pages.visible_to(reader).values_list("pk", flat=True))
    shown = [_page(row, reader, whole=row.pk in whole) for row in pages]
    if not shown:
        return None
    return {
        "document": str(version.document),
        "source_file": version.file_name,
        "pages": shown,
        "text": "\n\f\n".join(p["text"] if p["whole"] else f"{KEPT_BACK}\n\n{p['text']}" for p in shown),
    }


def _page(page: Page, reader: Reader, *, whole: bool) -> dict[str, Any]:
    """The page, or its open passages where a closed item stands on it too."""
    if whole:
        return {"number": page.number, "whole": True, "text": page.text}
    passages = Passage.objects.visible_to(reader).filter(page=page).select_related("page").order_by("start")
    return {"number": page.number, "whole": False, "text": "\n\n".join(p.text for p in passages)}


def _shape(item: SeenItem) -> dict[str, Any]:
    return {
        "number": item.number,
        "title": item.title,
        "closed": item.closed,
        "case_number": item.case_number,
        "outcome": item.outcome,
        "decision": item.decision,
        "recommendations": list(item.recommendations),
    }


def _lines(item: SeenItem) -> list[str]:
    head = f"{item.number}. {item.title or 'Lukket punkt'}"
    lines = [head + (f"  ({item.case_number})" if item.case_number else "")]
    lines += [f"   Indstilling: {r}" for r in item.recommendations]
    if item.decision:
        lines.append(f"   Beslutning ({item.outcome_name}): {' '.join(item.decision.split())}")
    lines += [f"   Bilag {a.number}: {a.title}" for a in item.attachments]
    return lines


_SHOWN = {"moede": _meeting, "punkt": _item, "dokument": _document}
