"""Read a prepared package: its own meeting, the meetings in its annexes, and what each page belongs to."""

from collections.abc import Sequence

from raadhus.parsing._lines import Line, Source
from raadhus.parsing._sections import Reading
from raadhus.parsing.formats.firstagenda_package._annexes import places
from raadhus.parsing.formats.firstagenda_package._items import furniture
from raadhus.parsing.formats.firstagenda_package._marks import Mark, marks_of
from raadhus.parsing.formats.firstagenda_package._nested import agendas_in, nested_meetings
from raadhus.parsing.formats.firstagenda_package._owners import (
    furniture_of,
    meeting_title,
    owners_of,
    sections_of,
)
from raadhus.parsing.formats.firstagenda_package._package import own_items, own_meeting
from raadhus.parsing.formats.firstagenda_package._runs import Run, runs_of
from raadhus.parsing.formats.firstagenda_package._warnings import warnings_of


def knows(marks: Sequence[Mark]) -> bool:
    """True for a document with a package's marks: annex labels, or items under a front page or a Referat."""
    kinds = {mark.kind for mark in marks}
    if "label" in kinds and kinds & {"item", "head"}:
        return True
    return "item" in kinds and bool(kinds & {"head", "minutes", "decision", "time", "overview"})


def read(source: Source, name: str, marks: Sequence[Mark] | None = None) -> Reading:
    """Return the package's meetings, its own first, and its sections."""
    lines = source.lines
    marks = marks_of(lines) if marks is None else marks
    runs = runs_of(marks, lines)
    own_at = {
        m.at: m.number for run in runs if run.own and not run.trailing for m in run.items if m.kind == "item"
    }
    labels = [mark for mark in marks if mark.kind == "label"]
    where = places(
        lines, labels, own_at, _end_of_front(lines, marks, runs), _end_of_annexes(lines, marks, runs)
    )
    nested = nested_meetings(lines, marks, runs, where, agendas_in(lines, marks, runs))
    own = own_meeting(lines, marks, runs, where, nested)
    trailing = [run for run in runs if run.trailing]
    referat = own_items(lines, marks, trailing, where, furniture(lines, marks))
    owners = owners_of(lines, marks, where, own, referat, nested)
    return Reading(
        format=f"firstagenda-{source.medium}",
        title=meeting_title(own) if own.organization else name,
        meetings=(own, *(part.meeting for part in nested)),
        sections=sections_of(owners),
        furniture=furniture_of(lines, marks, owners),
        warnings=warnings_of(own, marks, runs, lines),
    )


def _end_of_front(lines: Sequence[Line], marks: Sequence[Mark], runs: Sequence[Run]) -> int:
    """The front page ends after its last time slot, else with the page it stands on; 0 when there is none."""
    head = next((run.head for run in runs if run.own and run.head), None)
    if head is None:
        return 0
    stop = next((m.at for m in marks if m.at > head.at and m.kind != "time"), len(lines))
    slots = [m.until for m in marks if m.kind == "time" and head.at < m.at < stop]
    at = max([head.until, *slots])
    while at < stop and lines[at].page == lines[at - 1].page:
        at += 1
    return min(at, stop)


def _end_of_annexes(lines: Sequence[Line], marks: Sequence[Mark], runs: Sequence[Run]) -> int:
    """Annexes end where the trailing Referat begins, or the members' own notes, or the text."""
    trailing = [run.opened_at for run in runs if run.trailing]
    overview = [mark.at for mark in marks if mark.kind == "overview"]
    return min([*trailing, *overview[:1], len(lines)])
