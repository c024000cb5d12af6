"""The package's own meeting: put together from its front page, its headings, its labels and its trailing Referat."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from raadhus.parsing._case_numbers import CASE_NUMBER
from raadhus.parsing._lines import Line, found_in_line, spans_of
from raadhus.parsing._names import is_name
from raadhus.parsing._package import Found, ParsedAttachment, ParsedItem, ParsedMeeting, Visibility
from raadhus.parsing._recommendations import recommendations_in
from raadhus.parsing.formats.firstagenda_package._annexes import Place
from raadhus.parsing.formats.firstagenda_package._head import Head, read_head
from raadhus.parsing.formats.firstagenda_package._items import (
    RunItem,
    end_of_text,
    furniture,
    items_of,
    visibility_of,
)
from raadhus.parsing.formats.firstagenda_package._marks import Mark
from raadhus.parsing.formats.firstagenda_package._nested import Part, parsed, with_slots
from raadhus.parsing.formats.firstagenda_package._runs import Run

_CASE = re.compile(
    r"(?:Emnesagsnummer|Sagsnummer|Sagsnr\.?|Sag|Sags-?id|Journalnummer|Journalnr\.?) ?:? ?"
    rf"(?P<value>{CASE_NUMBER.pattern})?",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:Dokumentnummer|Dokumentnr\.?|Dok\.? ?nr\.?|Dokument-?id) ?:? ?(?P<value>[\w-]*\d{4,})?",
    re.IGNORECASE,
)
_WORKER = re.compile(r"(?:Sagsbehandler|Sagsansvarlig|Kontaktperson) ?:? ?(?P<value>\S.*)?", re.IGNORECASE)
_CUT = re.compile(r"\s*[-–,]$")


def own_meeting(
    lines: Sequence[Line],
    marks: Sequence[Mark],
    runs: Sequence[Run],
    where: Sequence[Place],
    nested: Sequence[Part],
) -> ParsedMeeting:
    """Return the package's own meeting; items that only a label or a time names have no title."""
    skip = furniture(lines, marks)
    head = _head(lines, marks, runs)
    shown = own_items(lines, marks, runs, where, skip)
    items: dict[str, ParsedItem] = {}
    for item in shown:
        items[item.number] = _joined(items.get(item.number), parsed(item))
    labels = _labels(marks, nested)
    for number, page in _labelled_numbers(lines, marks, nested).items():
        items.setdefault(number, ParsedItem(number, page))
    regions = _regions(where, nested)
    full = [_filled(lines, item, labels, regions, skip) for item in items.values()]
    decided = any(item.decision for item in full)
    return ParsedMeeting(
        role="package",
        kind="minutes" if decided else "agenda",
        first_page=lines[0].page if lines else 1,
        last_page=lines[-1].page if lines else 1,
        organization=head.organization,
        department=head.department,
        start=head.start,
        end=head.end,
        location=head.location,
        attendees=head.attendees,
        items=tuple(with_slots(full, head.slots, frozenset(items))),
    )


def _head(lines: Sequence[Line], marks: Sequence[Mark], runs: Sequence[Run]) -> Head:
    for run in runs:
        if run.own and run.head:
            return read_head(lines, run.head, marks, len(lines))
    return Head()


def own_items(
    lines: Sequence[Line],
    marks: Sequence[Mark],
    runs: Sequence[Run],
    where: Sequence[Place],
    skip: frozenset[int],
) -> list[RunItem]:
    """Return the package's own items as its runs show them: the headings first, the trailing Referat last."""
    found: list[RunItem] = []
    stops = sorted(
        {run.opened_at for run in runs} | {m.at for m in marks if m.kind in ("overview", "head", "contents")}
    )
    for run in (run for run in runs if run.own and run.items):
        last = run.items[-1]
        limit = min((at for at in stops if at > last.at), default=len(lines))
        if not run.trailing:
            limit = _end_of_own(lines, last, limit, where)
        found += [_cut_to_own(lines, item, where, skip, run) for item in items_of(lines, run, limit, skip)]
    return found


def _end_of_own(lines: Sequence[Line], mark: Mark, limit: int, where: Sequence[Place]) -> int:
    """An item's own text ends where its annexes begin: on a page that a label speaks for."""
    at = mark.until
    while at < limit and where[at] == (mark.number, None):
        at += 1
    return at


def _cut_to_own(
    lines: Sequence[Line], item: RunItem, where: Sequence[Place], skip: frozenset[int], run: Run
) -> RunItem:
    """Take annex pages out of an own item's decision: they stand between its heading and the next one."""
    if item.decision is None or run.trailing or item.decided_at is None:
        return item
    first = item.decision.spans[0]
    starts = [
        at
        for at in range(item.decided_at, item.last)
        if lines[at].page == first.page and lines[at].start >= first.start
    ]
    if not starts:
        return item
    end = starts[0]
    while end < item.last and where[end][1] is None:
        end += 1
    end = end_of_text(lines, starts[0], end)
    kept = [lines[at] for at in range(starts[0], end) if at not in skip]
    text = "\n".join(line.text for line in kept)
    return replace(item, decision=Found(text, spans_of(kept)) if text.strip(" .-–\n") else None)


def _joined(known: ParsedItem | None, item: ParsedItem) -> ParsedItem:
    """Put the Referat's item on the agenda's: the agenda names it, the Referat decides it."""
    if known is None:
        return item
    return replace(
        known,
        title=known.title or item.title,
        duration_minutes=known.duration_minutes or item.duration_minutes,
        presenters=known.presenters or item.presenters,
        visibility=item.visibility if known.visibility == "unknown" else known.visibility,
        decision=item.decision or known.decision,
        outcome=item.outcome if item.decision else known.outcome,
    )


def _labels(marks: Sequence[Mark], nested: Sequence[Part]) -> dict[str, dict[int, list[Mark]]]:
    found: dict[str, dict[int, list[Mark]]] = {}
    for mark in marks:
        if mark.kind == "label":
            found.setdefault(mark.number, {}).setdefault(mark.sub, []).append(mark)
    return found


def _labelled_numbers(lines: Sequence[Line], marks: Sequence[Mark], nested: Sequence[Part]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for mark in marks:
        if mark.kind == "label":
            numbers.setdefault(mark.number, lines[mark.at].page)
    return numbers


# For each item, for each of its annexes (None: its own text), the lines and whether another meeting's stand there.
Regions = dict[str, dict[int | None, list[tuple[int, bool]]]]


def _regions(where: Sequence[Place], nested: Sequence[Part]) -> Regions:
    inside = {at for part in nested for at in range(part.first, part.last)}
    found: Regions = {}
    for at, (number, sub) in enumerate(where):
        if number is not None:
            found.setdefault(number, {}).setdefault(sub, []).append((at, at in inside))
    return found


def _filled(
    lines: Sequence[Line],
    item: ParsedItem,
    labels: dict[str, dict[int, list[Mark]]],
    regions: Regions,
    skip: frozenset[int],
) -> ParsedItem:
    """Give the item what its own text and its annexes say: recommendations, openness, annexes."""
    mine = regions.get(item.number, {})
    own = [at for at, nested in mine.get(None, ()) if not nested]
    papers = sorted(
        at for sub, lines_of in mine.items() if sub is not None for at, nested in lines_of if not nested
    )
    points = _points(lines, own, skip) or _points(lines, papers, skip)
    visibility = item.visibility
    if visibility == "unknown":
        visibility = _said_in_papers(lines, papers or own)
    attachments = tuple(
        _attachment(lines, number, found, [at for at, _ in mine.get(number, ())])
        for number, found in sorted(labels.get(item.number, {}).items())
    )
    return replace(item, recommendations=points, visibility=visibility, attachments=attachments)


def _points(lines: Sequence[Line], at: list[int], skip: frozenset[int]) -> tuple[Found[str], ...]:
    return recommendations_in([lines[n] for n in at if n not in skip])


def _said_in_papers(lines: Sequence[Line], at: list[int]) -> Visibility:
    """An Indstilling says "Åben" or "Lukket" at its head; the first page with either word alone tells."""
    return visibility_of("", [lines[n] for n in at[:60]])


def _attachment(lines: Sequence[Line], number: int, marks: list[Mark], at: list[int]) -> ParsedAttachment:
    fullest = max(marks, key=lambda mark: len(_bare(mark.text)))
    region = [lines[n] for n in at]
    pages = [line.page for line in region] or [lines[fullest.at].page]
    return ParsedAttachment(
        number=number,
        title=Found(_bare(fullest.text), spans_of(lines[fullest.at : fullest.until])),
        first_page=min(pages),
        last_page=max(pages),
        case_number=_field(region, _CASE, lambda text: bool(CASE_NUMBER.fullmatch(text))),
        document_number=_field(region, _DOCUMENT, lambda text: bool(re.fullmatch(r"[\w-]*\d{4,}", text))),
        case_worker=_field(region, _WORKER, _is_worker),
    )


def _bare(title: str) -> str:
    return _CUT.sub("", title).strip()


def is_cut(title: str) -> bool:
    """True when a label's title was cut short: it breaks off after a dash or comma, or is empty."""
    return not title or bool(_CUT.search(title))


def _is_worker(text: str) -> bool:
    return all(is_name(part) for part in re.split(r"\s*(?:/|,|\bog\b)\s*", text) if part) and any(
        c.isalpha() for c in text
    )


def _field(
    region: Sequence[Line], pattern: re.Pattern[str], good: Callable[[str], bool]
) -> Found[str] | None:
    """Return the value after a field's name, on its line or the next."""
    for at, line in enumerate(region):
        match = pattern.fullmatch(line.text)
        if not match:
            continue
        if match["value"]:
            if good(match["value"].strip()):
                return found_in_line(line, match["value"].strip())
            continue
        below = region[at + 1] if at + 1 < len(region) else None
        if below and good(below.text.rstrip("/ ")):
            return found_in_line(below, below.text.rstrip("/ "))
    return None
