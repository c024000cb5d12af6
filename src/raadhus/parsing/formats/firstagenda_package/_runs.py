"""Runs: headings that belong to one meeting. A package holds its own items and, in annexes, other meetings' items.

What tells them apart is the order of the labels: an annex of item 3 stands after the heading of item 3 and before
that of item 4. A heading that breaks this order is another meeting's. So is one under a "Referat" or a front page of
its own, save the very last Referat, outside any annex: that one is this meeting's minutes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from raadhus.parsing._lines import Line
from raadhus.parsing.formats.firstagenda_package._marks import Mark

Opening = Literal["none", "head", "minutes", "contents"]

_NEAR = 15
_OPENINGS: dict[str, Opening] = {"head": "head", "minutes": "minutes", "contents": "contents"}


@dataclass(slots=True)
class Run:
    """Headings in rising order with no other meeting's between them, and the head that stands above them."""

    opening: Opening
    opened_at: int
    items: list[Mark] = field(default_factory=list)
    head: Mark | None = None
    entries: list[Mark] = field(default_factory=list)
    own: bool = False
    trailing: bool = False
    annex: tuple[str, int] | None = None


def runs_of(marks: Sequence[Mark], lines: Sequence[Line]) -> list[Run]:
    """Return the runs in reading order, each told to be the package's own or another meeting's."""
    labels = [mark for mark in marks if mark.kind == "label"]
    runs = _split(marks, labels)
    _tell_apart(runs, labels, marks, lines)
    return runs


def _split(marks: Sequence[Mark], labels: list[Mark]) -> list[Run]:
    runs: list[Run] = []
    pending: Run | None = None
    label: tuple[str, int] | None = None
    moved = False
    for mark in marks:
        if mark.kind == "label":
            here = (mark.number, mark.sub)
            moved = moved or (label is not None and here != label)
            label = here
        elif mark.kind in ("head", "minutes", "contents", "entry"):
            if mark.kind == "head" and pending and pending.head:
                runs.append(pending)
                pending = None
            pending = _opened(pending, mark)
        elif mark.kind == "overview":
            pending = None
        elif mark.kind in ("item", "decision"):
            pending = None if pending and _is_stale(pending, mark, labels) else pending
            current = runs[-1] if runs and pending is None else None
            if current is None or _starts_anew(current, mark, moved):
                runs.append(pending or Run("none", mark.at))
                current, pending = runs[-1], None
            moved = False
            current.items.append(mark)
    if pending and pending.head:
        runs.append(pending)
    return runs


def _is_stale(pending: Run, mark: Mark, labels: list[Mark]) -> bool:
    """A paper's own "Indhold" or "Referat" opens no meeting: no items stand under it, or an annex ends in between."""
    if pending.head is not None:
        return False
    if pending.opening == "contents" and not pending.entries:
        return True
    if any(pending.opened_at < label.at < mark.at for label in labels) and _fits(mark, labels):
        return True
    return pending.opening == "minutes" and mark.at - pending.opened_at > _NEAR


def _opened(pending: Run | None, mark: Mark) -> Run:
    if pending is None:
        pending = Run(
            _OPENINGS.get(mark.kind, "contents"), mark.at, head=mark if mark.kind == "head" else None
        )
    elif mark.kind == "minutes":
        pending.opening = "minutes"
    if mark.kind == "entry":
        pending.entries.append(mark)
    return pending


def _starts_anew(run: Run, mark: Mark, moved: bool) -> bool:
    last = run.items[-1]
    if mark.kind == "decision" and mark.number == last.number:
        return False
    if mark.order < last.order or (mark.order == last.order and mark.number <= last.number):
        return True
    return moved


def _tell_apart(runs: list[Run], labels: list[Mark], marks: Sequence[Mark], lines: Sequence[Line]) -> None:
    last_label = labels[-1].at if labels else -1
    if not runs:
        return
    openings = [*(run.opened_at for run in runs[1:]), marks[-1].until]
    for run, following in zip(runs, openings, strict=True):
        before = [m for m in labels if m.at < run.opened_at]
        near = labels if run.items else [m for m in labels if lines[m.at].page == lines[run.opened_at].page]
        run.annex = _annex_of(run, near, following)
        fits = all(_fits(item, labels) for item in run.items)
        if run.opening == "none":
            run.own = fits
        elif run is runs[0] and not before and run.annex is None:
            run.own = True
        else:
            run.own = False
    _find_trailing(runs, last_label, _labelled_atop(labels, lines))
    _settle_first(runs)
    _keep_rising(runs)


def _annex_of(run: Run, labels: list[Mark], following: int) -> tuple[str, int] | None:
    """Return the annex a run stands in: the label between its opening and first heading, or the next one after it."""
    first = run.items[0].at if run.items else following
    end = run.items[-1].until if run.items else run.opened_at
    all_fit = bool(run.items) and all(_fits(item, labels) for item in run.items)
    found = [m for m in labels if run.opening != "none" and run.opened_at <= m.at < first]
    if not found and not all_fit and run.items:
        found = [m for m in labels if run.opened_at <= m.at < end] or [m for m in labels if m.at >= end][:1]
    return (found[0].number, found[0].sub) if found else None


def _fits(item: Mark, labels: list[Mark]) -> bool:
    """True when the heading can be the package's own: after all annexes of earlier items, before its own annexes."""
    before = [m.order for m in labels if m.at < item.at]
    after = next((m.order for m in labels if m.at > item.at), None)
    return (not before or before[-1] < item.order) and (after is None or item.order <= after)


def _labelled_atop(labels: list[Mark], lines: Sequence[Line]) -> range:
    """Return the lines of the last page that opens with a label: they are an annex's."""
    if not labels or lines[labels[-1].at].start > 0:
        return range(0)
    first = end = labels[-1].at
    while end < len(lines) and lines[end].page == lines[first].page:
        end += 1
    return range(first, end)


def _find_trailing(runs: list[Run], last_label: int, annexed: range) -> None:
    """The last Referat, after all labels, carries this meeting's decisions."""
    if not runs:
        return
    last = runs[-1]
    inside = last.opened_at < last_label or last.opened_at in annexed
    if last.opening != "minutes" or not last.items or inside:
        return
    own_titles = {m.number: m.text for run in runs[:-1] if run.own for m in run.items if m.kind == "item"}
    shared = [(m.text, own_titles[m.number]) for m in last.items if m.number in own_titles]
    if len(shared) >= 3 and sum(_alike(a, b) for a, b in shared) * 2 < len(shared):
        return
    last.own = last.trailing = True


def _alike(a: str, b: str) -> bool:
    first, second = set(a.casefold().split()), set(b.casefold().split())
    return len(first & second) * 2 >= min(len(first), len(second))


def _settle_first(runs: list[Run]) -> None:
    """A Referat that stands first, and is not the last, is an earlier meeting's: the package lost its first pages."""
    for run in runs[:-1]:
        if run.opening == "minutes" and run.head is None:
            run.own = False


def _keep_rising(runs: list[Run]) -> None:
    """Own headings rise through the whole package. Of two runs with the same numbers the later is the own one."""
    taken: set[str] = set()
    for run in reversed(runs):
        if not run.own or run.trailing:
            continue
        numbers = {m.number for m in run.items}
        if numbers & taken and run.opening != "head":
            run.own = False
        else:
            taken |= numbers
