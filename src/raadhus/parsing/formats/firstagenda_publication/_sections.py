"""Sections of a published meeting: front page, contents, and each item's fields under the item's title."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from raadhus.parsing._lines import Line
from raadhus.parsing._package import ParsedItem, PassageKind
from raadhus.parsing._sections import Section
from raadhus.parsing.formats.firstagenda_publication._contents import Contents
from raadhus.parsing.formats.firstagenda_publication._fields import Field
from raadhus.parsing.formats.firstagenda_publication._headings import Heading

_SHORT_LEAD = 3
_KINDS: dict[str, PassageKind] = {"decision": "decision", "points": "recommendation"}


def sections_of(
    lines: Sequence[Line],
    title: str,
    contents: Contents | None,
    items: Sequence[tuple[Heading, list[Field], ParsedItem]],
    naming: set[int],
) -> tuple[Section, ...]:
    """Return the sections in order. Lines that name a closed item are closed wherever they stand."""
    first = items[0][0].at if items else len(lines)
    front_end = contents.first if contents else first
    shut = naming | (contents.closed if contents else frozenset())
    found = [Section(0, front_end, (title,), "text", 0)] if front_end else []
    if contents:
        found.append(Section(contents.first, contents.last, (title, "Indholdsfortegnelse"), "text", 0))
    for heading, fields, item in items:
        found += _item_sections(title, heading, fields, item)
    return tuple(part for section in found for part in _split_at_closed(section, shut))


def _item_sections(title: str, heading: Heading, fields: list[Field], item: ParsedItem) -> Iterator[Section]:
    """Yield the item's sections: decision and recommendation by themselves, the rest together. The title's lines
    open the first of them, so that a short decision is found with the name of its case."""
    path = (title, f"Punkt {item.number}: {heading.title}")
    closed = item.visibility == "closed"
    start = heading.at
    parts = [(_KINDS.get(field.kind, "decision" if closed else "item"), field) for field in fields]
    if len(parts) > 1 and not parts[0][1].title and parts[0][1].last - parts[0][1].first <= _SHORT_LEAD:
        parts = parts[1:]
    for kind, group in groupby(parts, key=lambda part: part[0]):
        run = [field for _, field in group]
        under = (*path, run[0].title) if kind != "item" and run[0].title else path
        yield Section(start, run[-1].last, under, kind, 0, item.number, None, closed)
        start = run[-1].last
    if not parts:
        yield Section(heading.at, heading.until, path, "item", 0, item.number, None, closed)


def _split_at_closed(section: Section, shut: set[int] | frozenset[int]) -> Iterator[Section]:
    if section.closed or not any(section.first <= at < section.last for at in shut):
        yield section
        return
    for closed, group in groupby(range(section.first, section.last), key=lambda at: at in shut):
        at = list(group)
        yield Section(
            at[0],
            at[-1] + 1,
            section.heading,
            section.kind,
            section.meeting,
            section.item,
            section.attachment,
            closed,
        )
