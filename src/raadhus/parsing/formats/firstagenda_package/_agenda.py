"""A committee's agenda inside an annex: date, hours, place, "Dagsorden kort", then each item's purpose and time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise

from raadhus.parsing._dates import find_date, find_times
from raadhus.parsing._durations import DURATION, minutes_of_match
from raadhus.parsing._lines import Line, found_in_line, spans_of
from raadhus.parsing._package import Found, ParsedItem, ParsedMeeting

_DATE = re.compile(r"(?:Mødedato|Dato for mødet|Dato) ?: ?(?P<value>.+)", re.IGNORECASE)
_HOURS = re.compile(r"(?:Mødetid(?:spunkt)?|Tidspunkt|Tid) ?: ?(?P<value>.+)", re.IGNORECASE)
_PLACE = re.compile(r"(?:Mødested|Sted) ?: ?(?P<value>.+)", re.IGNORECASE)
_LIST = re.compile(r"(?:Dagsorden(?: kort)?|Kort dagsorden|Dagsordenspunkter|Punkter) ?:?", re.IGNORECASE)
_POINT = re.compile(r"(?P<number>\d{1,2}) ?\. ?(?P<title>[^\W\d].*|\d{4}.*)")
_SLOT = re.compile(rf"(?:Tid|Varighed) ?: ?.*?\(?{DURATION}\)?.*", re.IGNORECASE)
_PURPOSE = re.compile(r"(?:Baggrund(?:/formål)?|Formål) ?:", re.IGNORECASE)
_COMMITTEE_MEETING = re.compile(
    r"(?P<stem>.*\b\S*udvalg)(?P<def>smøde|et|ets møde|s møde)\b.*", re.IGNORECASE
)
_MEETING_IN = re.compile(
    r"(?:ordinært |ekstraordinært )?(?:(?:udvalgs)?møde|(?:dagsorden|referat)(?: (?:til|af) møde)?) (?:i|for) "
    r"(?P<body>.+)",
    re.IGNORECASE,
)
_BODY = re.compile(r"udvalg|råd|magistrat|bestyrelse|nævn|byråd", re.IGNORECASE)
# A letterhead in the side column may come between any two lines of the head.
_HEAD_LINES = 40
_SUBJECT = re.compile(r"(?:emne|vedr\.?|titel) ?: ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agenda:
    """The meeting, and for each of its items the line where its own text begins."""

    meeting: ParsedMeeting
    starts: tuple[tuple[int, str], ...]


def find_agendas(lines: Sequence[Line]) -> list[int]:
    """Return the lines at which a committee's agenda gives its date, with hours or a place near it, and a list."""
    found = []
    for at, line in enumerate(lines):
        if line.text[:1] in "MmDd" and _DATE.fullmatch(line.text):
            near = lines[at + 1 : at + _HEAD_LINES]
            if any(_LIST.fullmatch(n.text) for n in near) and any(
                _PLACE.match(n.text) or _HOURS.match(n.text) for n in near
            ):
                found.append(at)
    return found


def read_agenda(lines: Sequence[Line], at: int, end: int) -> Agenda | None:
    """Return the agenda whose date stands on line `at` and whose annex ends before line `end`."""
    day = find_date(lines[at].text)
    listed = next(
        (n for n in range(at + 1, min(at + _HEAD_LINES, end)) if _LIST.fullmatch(lines[n].text)), None
    )
    if not day or listed is None:
        return None
    items, body = _listed(lines, listed + 1, end)
    if not items:
        return None
    start, finish = _hours(
        lines[at:listed],
        datetime.combine(day[0], datetime.min.time()),
        found_in_line(lines[at], lines[at].text[day[1].start : day[1].end]),
    )
    place = next(
        (found_in_line(line, m["value"]) for line in lines[at:listed] if (m := _PLACE.fullmatch(line.text))),
        None,
    )
    starts = _starts(lines, body, end, items)
    timed = _timed(lines, body, end, items, starts)
    meeting = ParsedMeeting(
        role="nested",
        kind="agenda",
        first_page=lines[at].page,
        last_page=lines[end - 1].page,
        organization=_organization(lines, at),
        start=start,
        end=finish,
        location=place,
        items=tuple(timed),
    )
    return Agenda(meeting, tuple(sorted((line, number) for number, line in starts.items())))


def _hours(
    lines: Sequence[Line], day: datetime, dated: Found[str]
) -> tuple[Found[datetime] | Found[date], Found[datetime] | None]:
    for line in lines:
        if (match := _HOURS.fullmatch(line.text)) and (times := find_times(match["value"])):
            first, last, _ = times
            spans = (*dated.spans, line.span)
            end = Found(datetime.combine(day.date(), last), (line.span,)) if last else None
            return Found(datetime.combine(day.date(), first), spans), end
    return Found(day.date(), dated.spans), None


def _organization(lines: Sequence[Line], at: int) -> Found[str] | None:
    """Return the body named above the date: "Teknisk Udvalgsmøde" and "Møde i Teknisk Udvalg" are the same body's."""
    above = [line for line in reversed(lines[max(0, at - _HEAD_LINES) : at]) if line.page == lines[at].page]
    for line in above:
        text = _SUBJECT.sub("", line.text).strip()
        if match := _MEETING_IN.fullmatch(text):
            return found_in_line(line, match["body"].strip(" .,"))
        if match := _COMMITTEE_MEETING.fullmatch(text):
            joined_word = match["stem"][:-6][-1:].isalpha() or match["stem"][:-6].endswith(("-", "s"))
            return Found(match["stem"] + ("et" if joined_word else ""), (line.span,))
    for line in above[:5]:
        text = _SUBJECT.sub("", line.text).strip()
        if _BODY.search(text) and len(text) < 70:
            return Found(re.sub(r"s? ?møde$", "", text), (line.span,))
    return None


def _listed(lines: Sequence[Line], at: int, end: int) -> tuple[list[ParsedItem], int]:
    """Return the list's items and the line after it: it ends where the numbers begin anew."""
    items: list[ParsedItem] = []
    points: list[Line] = []
    titles: list[str] = []
    while at < end:
        line = lines[at]
        match = _POINT.fullmatch(line.text)
        expected = len(items) + (1 if not points else 2)
        if match and int(match["number"]) == expected:
            if points:
                items.append(_listed_item(len(items) + 1, titles, points))
            points, titles = [line], [match["title"]]
        elif (
            match
            or not points
            or (line.gap and points and not line.text.startswith(("-", "–")))
            or len(points) > 3
        ):
            if points:
                break
        else:
            points.append(line)
            titles.append(line.text)
        at += 1
    if points:
        items.append(_listed_item(len(items) + 1, titles, points))
    return items, at


def _listed_item(number: int, titles: list[str], points: list[Line]) -> ParsedItem:
    return ParsedItem(str(number), points[0].page, Found(" ".join(titles).strip(), spans_of(points)))


def _starts(lines: Sequence[Line], at: int, end: int, items: list[ParsedItem]) -> dict[str, int]:
    """Return where each item's own heading stands, in rising order; an item whose heading is lost has none."""
    found: dict[str, int] = {}
    wanted = {item.number: (item.title.value if item.title else "").casefold() for item in items}
    least = 0
    for line_at in range(at, end):
        match = _POINT.fullmatch(lines[line_at].text)
        if not match or match["number"] not in wanted or int(match["number"]) <= least:
            continue
        title = match["title"].casefold()
        if wanted[match["number"]].startswith(title[:18]) or title.startswith(wanted[match["number"]][:18]):
            found[match["number"]] = line_at
            least = int(match["number"])
    return _with_lost_headings(lines, end, items, found)


def _with_lost_headings(
    lines: Sequence[Line], end: int, items: list[ParsedItem], found: dict[str, int]
) -> dict[str, int]:
    """An item whose heading was lost with a page's first line begins where a page opens with its purpose."""
    for before, item in pairwise(items):
        if item.number in found or before.number not in found:
            continue
        until = min((at for at in found.values() if at > found[before.number]), default=end)
        for at in range(found[before.number] + 1, until):
            if _PURPOSE.match(lines[at].text) and lines[at].page != lines[at - 1].page:
                found[item.number] = at
                break
    return found


def _timed(
    lines: Sequence[Line], at: int, end: int, items: list[ParsedItem], starts: dict[str, int]
) -> list[ParsedItem]:
    """Give each item its minutes. A second "Tid:" under one item is the next one's, when its heading is lost."""
    slots = [(n, m) for n in range(at, end) if (m := _SLOT.fullmatch(lines[n].text))]
    taken: dict[str, Found[int]] = {}
    for line_at, match in slots:
        number = max((n for n, start in starts.items() if start < line_at), key=int, default="0")
        while number in taken or number == "0":
            number = str(int(number) + 1)
            if number in starts:
                break
        if number not in taken and (number not in starts or starts[number] < line_at):
            taken[number] = Found(minutes_of_match(match), (lines[line_at].span,))
    return [replace(item, duration_minutes=taken.get(item.number)) for item in items]
