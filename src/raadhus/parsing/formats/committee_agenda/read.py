"""Read the agenda that other packages reprint as an annex, when it comes by itself."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from raadhus.parsing._lines import Line, Source, found_in_line
from raadhus.parsing._names import is_name, split_names
from raadhus.parsing._package import ParsedAttachment, ParsedItem, ParsedMeeting
from raadhus.parsing._sections import Reading, Section
from raadhus.parsing.formats.firstagenda_package._agenda import Agenda, find_agendas, read_agenda

_RESPONSIBLE = re.compile(r"(?:Ansvarlig|Oplægsholder)e? ?: ?(?P<names>\S.*)", re.IGNORECASE)
_ANNEXES = re.compile(r"Bilag ?:?", re.IGNORECASE)
_ANNEX = re.compile(r"[-–•] ?(?P<title>[^\W_].*)")
_HEAD = 15
"""The date of a paper of its own stands among its first lines."""


def knows(source: Source) -> bool:
    """True for a document that opens with a committee's date, hours, place and list of items."""
    return _agenda(source.lines) is not None


def read(source: Source, name: str) -> Reading:
    """Return the one meeting of the agenda, and a section for each item whose own text is there."""
    lines = source.lines
    agenda = _agenda(lines)
    if agenda is None:
        raise ValueError("not a committee's agenda")
    stretches = _stretches(agenda, len(lines))
    items = tuple(_with_text(item, lines, stretches.get(item.number)) for item in agenda.meeting.items)
    meeting = replace(agenda.meeting, role="package", first_page=1, items=items)
    title = name if meeting.organization is None else f"Dagsorden, {meeting.organization.value}"
    return Reading(
        format=f"committee-agenda-{source.medium}",
        title=title,
        meetings=(meeting,),
        sections=tuple(_sections(meeting, stretches, title, len(lines))),
    )


def _agenda(lines: Sequence[Line]) -> Agenda | None:
    at = next((at for at in find_agendas(lines[: _HEAD * 2]) if at < _HEAD), None)
    return None if at is None else read_agenda(lines, at, len(lines))


def _stretches(agenda: Agenda, end: int) -> dict[str, tuple[int, int]]:
    """Where each item's own text begins and ends."""
    starts = [*agenda.starts, (end, "")]
    return {number: (first, last) for (first, number), (last, _) in pairwise(starts)}


def _with_text(item: ParsedItem, lines: Sequence[Line], stretch: tuple[int, int] | None) -> ParsedItem:
    """Add who is responsible and which annexes are named, from the item's own text."""
    if stretch is None:
        return item
    own = lines[stretch[0] : stretch[1]]
    presenters = [
        found_in_line(line, name)
        for line in own
        if (match := _RESPONSIBLE.fullmatch(line.text))
        for name in split_names(match["names"])
        if is_name(name)
    ]
    return replace(item, presenters=tuple(presenters), attachments=tuple(_annexes(own)))


def _annexes(lines: Sequence[Line]) -> list[ParsedAttachment]:
    """The list under "Bilag:"; it ends at the first line that is no point of it."""
    at = next((n for n, line in enumerate(lines) if _ANNEXES.fullmatch(line.text)), len(lines))
    found: list[ParsedAttachment] = []
    for line in lines[at + 1 :]:
        match = _ANNEX.fullmatch(line.text)
        if match is None:
            break
        found.append(ParsedAttachment(len(found) + 1, found_in_line(line, match["title"])))
    return found


def _sections(
    meeting: ParsedMeeting, stretches: dict[str, tuple[int, int]], title: str, end: int
) -> list[Section]:
    front = min((first for first, _ in stretches.values()), default=end)
    sections = [Section(0, front, (title,), meeting=0)] if front else []
    for item in meeting.items:
        if item.number in stretches:
            first, last = stretches[item.number]
            heading = f"Punkt {item.number}: {item.title.value}" if item.title else f"Punkt {item.number}"
            sections.append(Section(first, last, (title, heading), "item", meeting=0, item=item.number))
    return sections
