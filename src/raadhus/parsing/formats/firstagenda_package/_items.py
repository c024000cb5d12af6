"""Items of one run: their titles put together from every place that gives them, and the decisions under them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from raadhus.parsing._durations import DURATION, minutes_of_match
from raadhus.parsing._lines import Line, spans_of
from raadhus.parsing._package import Found, Span, Visibility
from raadhus.parsing.formats.document._furniture import PAGE_NUMBER
from raadhus.parsing.formats.firstagenda_package._head import minutes_of, people_of
from raadhus.parsing.formats.firstagenda_package._marks import Mark, is_mark
from raadhus.parsing.formats.firstagenda_package._runs import Run

_DURATION = re.compile(rf"\s*\((?:ca\.? |tid:? )?{DURATION}\)", re.IGNORECASE)
_TIME_LINE = re.compile(rf"(?:Tid(?:sforbrug)?|Varighed):? ?(?:ca\.? )?{DURATION}.*", re.IGNORECASE)
_PEOPLE_LINE = re.compile(r"(?:Deltagere|Oplæg ved|Oplægsholdere?)\s*:\s*(?P<names>.+)", re.IGNORECASE)
_OPEN = re.compile(r"(?:Åbent?(?: punkt| sag| dagsorden)?|Offentlig(?:t punkt)?)\.?", re.IGNORECASE)
_CLOSED = re.compile(
    r"(?:Lukket(?: punkt| sag| dagsorden)?|Fortrolig(?:t punkt)?|Lukket punkt: .*)\.?", re.IGNORECASE
)
_CLOSED_TITLE = re.compile(
    r"(?:\(?lukket\)?|fortrolig\w*)\b(?: punkt| sag)?\s*(?:[:–-]|$|\()|.*\((?:lukket|lukket punkt|fortrolig\w*)\)$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?:]['\"”’)]*$")
_EMPTY = re.compile(r"[.\-–—\s]*")


@dataclass(frozen=True, slots=True)
class RunItem:
    """One item as one run shows it. Lines `first` to `last` are its own, the decision's lines included."""

    number: str
    page: int
    first: int
    body: int
    last: int
    title: Found[str] | None
    duration: Found[int] | None = None
    presenters: tuple[Found[str], ...] = ()
    visibility: Visibility = "unknown"
    decision: Found[str] | None = None
    decided_at: int | None = None


def items_of(lines: Sequence[Line], run: Run, end: int, skip: frozenset[int]) -> list[RunItem]:
    """Return the run's items in order; `end` is the line its last item ends before, `skip` the page furniture."""
    bounds = [mark.at for mark in run.items[1:]] + [end]
    by_number: dict[str, list[tuple[Mark, int]]] = {}
    for mark, until in zip(run.items, bounds, strict=True):
        by_number.setdefault(mark.number, []).append((mark, until))
    entries = {mark.number: mark.text for mark in run.entries if mark.number}
    return [
        _item(lines, number, parts, entries.get(number), run, skip) for number, parts in by_number.items()
    ]


def _item(
    lines: Sequence[Line],
    number: str,
    parts: list[tuple[Mark, int]],
    entry: str | None,
    run: Run,
    skip: frozenset[int],
) -> RunItem:
    heading, heading_end = parts[0]
    decisions = [(mark, until) for mark, until in parts if mark.kind == "decision"]
    words = _title_words(lines, [mark for mark, _ in parts], entry)
    body = _title_until(lines, heading, words)
    raw = Found(" ".join(words) if words else heading.text, spans_of(lines[heading.at : body]))
    title, duration = _without_duration(raw)
    own = lines[body:heading_end]
    decided_at, decision = _decision(lines, decisions, body, heading_end, words, run, skip)
    return RunItem(
        number=number,
        page=lines[heading.at].page,
        first=heading.at,
        body=body,
        last=parts[-1][1],
        title=title if title.value else None,
        duration=duration or _minutes_below(own),
        presenters=_people_below(own),
        visibility=visibility_of(title.value, own[:8]),
        decision=decision,
        decided_at=decided_at,
    )


def _decision(
    lines: Sequence[Line],
    decisions: list[tuple[Mark, int]],
    body: int,
    heading_end: int,
    words: list[str],
    run: Run,
    skip: frozenset[int],
) -> tuple[int | None, Found[str] | None]:
    if decisions:
        mark, until = decisions[0]
        first = _title_until(lines, mark, words)
        return mark.at, text_between(lines, first, until, skip)
    if run.opening == "minutes":
        return body, text_between(lines, body, heading_end, skip)
    return None, None


def _title_words(lines: Sequence[Line], marks: list[Mark], entry: str | None) -> list[str]:
    """Return the title's words. Of a title that stands twice, only what both have in common is sure to be title."""
    first = marks[0].text.split()
    if entry:
        return entry.split()
    if len(marks) < 2:
        return first
    one, other = (_words_from(lines, mark) for mark in marks[:2])
    common = 0
    while common < min(len(one), len(other)) and one[common].casefold() == other[common].casefold():
        common += 1
    least = min(len(_first_line(lines, mark)) for mark in marks[:2])
    return one[:common] if common >= least > 0 else first


def _first_line(lines: Sequence[Line], mark: Mark) -> list[str]:
    return lines[mark.at].text.split(":", 1)[-1].split()


def _words_from(lines: Sequence[Line], mark: Mark) -> list[str]:
    words = _first_line(lines, mark)
    for line in lines[mark.at + 1 : mark.at + 4]:
        if is_mark(line.text):
            break
        words += line.text.split()
    return words


def _title_until(lines: Sequence[Line], mark: Mark, words: list[str]) -> int:
    """Return the line after the title, going by the words it is known to have."""
    left = len(words) - len(_first_line(lines, mark))
    at = mark.at + 1
    while left > 0 and at < min(len(lines), mark.at + 5) and not is_mark(lines[at].text):
        if lines[at].text.split()[0].casefold() != words[len(words) - left].casefold():
            return mark.until
        left -= len(lines[at].text.split())
        at += 1
    return at if left <= 0 else mark.until


def _without_duration(title: Found[str]) -> tuple[Found[str], Found[int] | None]:
    match = _DURATION.search(title.value)
    if not match:
        return title, None
    value = (title.value[: match.start()] + title.value[match.end() :]).strip()
    return Found(value, title.spans), Found(minutes_of_match(match), title.spans)


def _minutes_below(own: Sequence[Line]) -> Found[int] | None:
    for line in own[:4]:
        if _TIME_LINE.fullmatch(line.text):
            return minutes_of(line.text, [line])
    return None


def _people_below(own: Sequence[Line]) -> tuple[Found[str], ...]:
    for line in own[:4]:
        if _TIME_LINE.fullmatch(line.text):
            return people_of(line.text, [line])
        if match := _PEOPLE_LINE.fullmatch(line.text):
            return people_of("0 min. " + match["names"], [line])
    return ()


def visibility_of(title: str, near: Iterable[Line]) -> Visibility:
    """Return what the package says: a title or a line of its own with "Lukket" or "Åben"; else unknown."""
    if _CLOSED_TITLE.match(title):
        return "closed"
    for line in near:
        if _CLOSED.fullmatch(line.text):
            return "closed"
        if _OPEN.fullmatch(line.text):
            return "open"
    return "unknown"


def text_between(lines: Sequence[Line], first: int, last: int, skip: frozenset[int]) -> Found[str] | None:
    """Return the lines' text, over page breaks and without furniture; None where only a dot or dash stands."""
    kept = [lines[at] for at in range(first, last) if at not in skip]
    if not kept:
        return None
    text = "\n".join(line.text for line in kept)
    if _EMPTY.fullmatch(text):
        return None
    return Found(text, _close_spans(kept))


def _close_spans(kept: list[Line]) -> tuple[Span, ...]:
    return spans_of(kept)


def end_of_text(lines: Sequence[Line], first: int, limit: int) -> int:
    """Return where a last item's text ends: at a page break after a finished sentence, at the latest at `limit`."""
    at = first
    while at < limit:
        above = lines[at - 1]
        if (
            at > first
            and lines[at].page != above.page
            and (_ENDED.search(above.text) or not _runs_on(above, lines[at]))
        ):
            return at
        at += 1
    return limit


def _runs_on(above: Line, below: Line) -> bool:
    return below.text[0].islower() or above.text.endswith((",", " og", "-")) or len(above.text) > 70


def furniture(lines: Sequence[Line], marks: Sequence[Mark]) -> frozenset[int]:
    """Return the lines that are labels, page numbers and lone dots."""
    labels = {at for mark in marks if mark.kind == "label" for at in range(mark.at, mark.until)}
    return frozenset(
        labels | {at for at, line in enumerate(lines) if line.text == "." or _is_page_number(line)}
    )


def _is_page_number(line: Line) -> bool:
    return (
        len(line.text) < 20
        and (line.text[0].isdigit() or line.text[0] in "sSpP")
        and bool(PAGE_NUMBER.fullmatch(line.text))
    )
