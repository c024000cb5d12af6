"""`raadhus coverage`: which bodies have gone silent, whose minutes are late, which annexes are missing."""

import argparse

from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import print_json
from raadhus.core.times import written
from raadhus.coverage import Watch, watch
from raadhus.meetings.models import Meeting


@with_database
def run(arguments: argparse.Namespace) -> int:
    watched = watch(reader=reader_from(arguments.reader))
    if arguments.json:
        print_json({"organizations": [_shape(one) for one in watched]})
        return 0
    for one in watched:
        print(f"{one.organization}: {_sentence(one)}")
        for meeting in one.late:
            print(f"    referat mangler: {_day(meeting)}")
        for meeting, number in one.missing:
            print(f"    bilag nævnt, men ikke modtaget: {number} ({_day(meeting)})")
    return 0


def _day(meeting: Meeting) -> str:
    return written(meeting.date) if meeting.date else ""


def _sentence(one: Watch) -> str:
    told = f"{one.meetings} {'møde' if one.meetings == 1 else 'møder'}, senest {written(one.last)}"
    if one.expected is None:
        return told
    return f"{told}; næste ventet {written(one.expected)}" + (", men intet er kommet" if one.silent else "")


def _shape(one: Watch) -> dict[str, object]:
    return {
        "organization": str(one.organization),
        "meetings": one.meetings,
        "last": one.last.isoformat(),
        "every_days": one.every,
        "expected": one.expected.isoformat() if one.expected else None,
        "announced": one.announced,
        "silent": one.silent,
        "late_minutes": [{"date": str(m.date), "url": m.get_absolute_url()} for m in one.late],
        "missing_annexes": [
            {"date": str(m.date), "url": m.get_absolute_url(), "annexes": number} for m, number in one.missing
        ],
    }
