"""What the reader was not sure of: missing pages, gaps in the numbers, titles cut short, decisions without an item."""

from collections.abc import Iterator, Sequence

from raadhus.parsing._lines import Line
from raadhus.parsing._package import ParsedMeeting, ParsedWarning
from raadhus.parsing.formats.firstagenda_package._marks import Mark
from raadhus.parsing.formats.firstagenda_package._package import is_cut
from raadhus.parsing.formats.firstagenda_package._runs import Run


def warnings_of(
    own: ParsedMeeting, marks: Sequence[Mark], runs: Sequence[Run], lines: Sequence[Line]
) -> tuple[ParsedWarning, ...]:
    """Return the warnings in page order."""
    found = [*_start(own), *_numbers(own), *_titles(own, marks, lines), *_decisions(own, runs, lines)]
    return tuple(sorted(found, key=lambda warning: warning.page))


def _start(own: ParsedMeeting) -> Iterator[ParsedWarning]:
    if own.organization is None and own.start is None:
        yield ParsedWarning(
            own.first_page,
            "missing-start",
            "Pakkens første side mangler: udvalg, dato og sted er ikke fundet.",
        )
    elif own.start is None:
        yield ParsedWarning(own.first_page, "missing-date", "Mødets dato er ikke fundet på pakkens forside.")


def _numbers(own: ParsedMeeting) -> Iterator[ParsedWarning]:
    numbers = sorted({int(item.number) for item in own.items if item.number.isdigit()})
    for before, after in zip([0, *numbers], numbers, strict=False):
        if after > before + 1:
            page = next(item.page for item in own.items if item.number == str(after))
            missing = f"Punkt {before + 1}" if after == before + 2 else f"Punkt {before + 1}-{after - 1}"
            yield ParsedWarning(page, "number-gap", f"{missing} nævnes ikke i pakken.")
    for item in own.items:
        if item.title is None and item.visibility != "closed":
            yield ParsedWarning(
                item.page,
                "item-without-title",
                f"Punkt {item.number} har bilag i pakken, men dets overskrift mangler.",
            )


def _titles(own: ParsedMeeting, marks: Sequence[Mark], lines: Sequence[Line]) -> Iterator[ParsedWarning]:
    for item in own.items:
        for annex in item.attachments:
            seen = [
                m for m in marks if m.kind == "label" and (m.number, m.sub) == (item.number, annex.number)
            ]
            if seen and all(is_cut(mark.text) for mark in seen):
                yield ParsedWarning(
                    lines[seen[0].at].page,
                    "attachment-title-cut",
                    f"Titlen på punkt {item.number}, bilag {annex.number} er afkortet i pakken.",
                )
        numbers = {annex.number for annex in item.attachments}
        for missing in sorted(set(range(1, max(numbers, default=0))) - numbers):
            yield ParsedWarning(
                item.page,
                "attachment-unlabelled",
                f"Punkt {item.number}, bilag {missing} har ingen etiket i pakken.",
            )


def _decisions(own: ParsedMeeting, runs: Sequence[Run], lines: Sequence[Line]) -> Iterator[ParsedWarning]:
    headings = {
        m.number for run in runs if run.own and not run.trailing for m in run.items if m.kind == "item"
    }
    for run in runs:
        for mark in run.items if run.own else ():
            if mark.kind == "decision" and mark.number not in headings:
                yield ParsedWarning(
                    lines[mark.at].page,
                    "decision-without-item",
                    f"Der er en beslutning for punkt {mark.number}, men punktets overskrift mangler.",
                )
    if own.kind == "minutes":
        trailing = {m.number for run in runs if run.trailing for m in run.items}
        for item in own.items:
            if trailing and item.decision is None and item.title and item.number not in trailing:
                yield ParsedWarning(
                    item.page,
                    "item-without-decision",
                    f"Punkt {item.number} har ingen beslutning i referatet.",
                )
