"""`raadhus case NUMBER`: a case's timeline, as the reader may see it."""

import argparse
from typing import Any

from raadhus.cases.models import Case
from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import Failure, print_json
from raadhus.core.times import written
from raadhus.documents.models import Sourced
from raadhus.meetings.choices import Outcome
from raadhus.timeline.life import Event, Life, Suggestion, life_of_case
from raadhus.timeline.linking import catch_up
from raadhus.timeline.reasons import reason_of


@with_database
def run(arguments: argparse.Namespace) -> int:
    reader = reader_from(arguments.reader)
    catch_up()
    for case in Case.objects.numbered(arguments.number):
        life = life_of_case(case, reader=reader)
        if life.events:
            break
    else:
        raise Failure(f"Der er ingen sag at vise med nummeret {arguments.number}.")
    if arguments.json:
        print_json(_shape(case, life))
    else:
        print("\n".join(_lines(case, life)))
    return 0


def _shape(case: Case, life: Life) -> dict[str, Any]:
    return {
        "case_number": case.number,
        "title": life.title,
        "unsettled": life.unsettled,
        "url": f"/sag/{case.number}",
        "events": [_event(event) for event in life.events],
        "suggestions": [_suggestion(one) for one in life.suggestions],
    }


def _event(event: Event) -> dict[str, Any]:
    item, step = event.item, event.step
    decision = getattr(item, "decision", None)
    return {
        "place": event.place,
        "date": event.date.isoformat() if event.date else None,
        "organization": event.body or None,
        "told_by_paper_only": item is None,
        "number": item.number if item else step.number or None if step else None,
        "title": item.title or None if item else None,
        "outcome": event.outcome,
        "decision": decision.text if decision else step.text or None if step else None,
        "recommendations": [r.text for r in item.recommendations.all()] if item else [],
        "attachments": [a.title for a in item.attachments.all()] if item else [],
        "sent_to": event.sent_on.to if event.sent_on else None,
        "sent_to_place": event.sent_on.place if event.sent_on else None,
        "reasons": [
            {"kind": link.kind, "score": link.score, "status": link.status, "reason": reason_of(link)}
            for link in event.links
        ],
        "source": _source(decision or item or step),
        "url": f"/punkt/{item.pk}" if item else None,
    }


def _source(row: Sourced | None) -> dict[str, Any] | None:
    page = row.source_page if row else None
    return {"page": page.number, "url": f"/dokument/{page.version_id}/side/{page.number}"} if page else None


def _suggestion(one: Suggestion) -> dict[str, Any]:
    meeting = one.item.meeting
    decision = getattr(one.item, "decision", None)
    return {
        "title": one.item.title,
        "organization": str(meeting.organization) if meeting.organization else None,
        "date": meeting.date.isoformat() if meeting.date else None,
        "case_number": one.item.case.number if one.item.case else None,
        "outcome": decision.outcome if decision else None,
        "score": one.link.score,
        "reason": reason_of(one.link),
        "source": _source(decision or one.item),
        "url": f"/punkt/{one.item.pk}",
    }


def _lines(case: Case, life: Life) -> list[str]:
    lines = [f"Sag {case.number}" + (f": {life.title}" if life.title else "")]
    if life.unsettled:
        lines.append("Så vidt papirerne her fortæller, er sagen ikke afgjort endnu.")
    for event in life.events:
        lines += ["", *_told(event)]
    if life.suggestions:
        lines += ["", "Måske samme sag:"]
        for one in life.suggestions:
            lines += _perhaps(one)
    return lines


def _perhaps(one: Suggestion) -> list[str]:
    shape = _suggestion(one)
    day = one.item.meeting.date
    when = f"{written(day) if day else 'uden dato'}, {shape['organization'] or 'et møde'}"
    outcome = f" ({Outcome(shape['outcome']).label})" if shape["outcome"] else ""
    lines = [f"  {when}: {shape['title']}{outcome}  {shape['url']}", f"    Hvorfor: {shape['reason']}"]
    if shape["source"]:
        lines.append(f"    Kilde: side {shape['source']['page']}  {shape['source']['url']}")
    return lines


def _told(event: Event) -> list[str]:
    shape = _event(event)
    lines = [
        f"{event.place}. {written(event.date) if event.date else 'uden dato'}, {event.body or 'et møde'}"
    ]
    if event.item is None:
        lines[0] += " (fortalt af et senere papir)"
    else:
        lines.append(f"   Punkt {shape['number']}: {shape['title'] or 'uden titel'}  {shape['url']}")
    lines += [f"   Indstilling: {' '.join(text.split())}" for text in shape["recommendations"]]
    if shape["decision"]:
        outcome = f" ({Outcome(event.outcome).label})" if event.outcome else ""
        lines.append(f"   Beslutning{outcome}: {' '.join(shape['decision'].split())}")
    if event.sent_on:
        where = f"se {event.sent_on.place}" if event.sent_on.place else "ikke fundet i papirerne her"
        lines.append(f"   Sendt videre til {event.sent_on.to} ({where})")
    lines += [f"   Hvorfor: {reason['reason']}" for reason in shape["reasons"]]
    if shape["source"]:
        lines.append(f"   Kilde: side {shape['source']['page']}  {shape['source']['url']}")
    return lines
