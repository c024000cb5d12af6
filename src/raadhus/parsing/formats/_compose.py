"""From a draft to pages, meetings and sections: a front page, then a page for each item, closed ones apart.

What is closed never shares a page with what is open, so that a whole page can be kept back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from raadhus.core.times import written
from raadhus.parsing._lines import Line, spans_of
from raadhus.parsing._outcome import outcome_of
from raadhus.parsing._package import (
    Found,
    ParsedAttachment,
    ParsedAttendee,
    ParsedItem,
    ParsedMeeting,
    ParsedPage,
    ParsedStep,
    PassageKind,
)
from raadhus.parsing._recommendations import recommendations_in
from raadhus.parsing._sections import Section
from raadhus.parsing.formats._captions import read_caption, step_in
from raadhus.parsing.formats._draft import (
    Draft,
    DraftAnnex,
    DraftField,
    DraftItem,
    DraftMeeting,
    FieldKind,
    cleaned,
)
from raadhus.parsing.formats._meaning import decides, meaning_of, says_something
from raadhus.parsing.formats._moments import day_of
from raadhus.parsing.formats._pages import Pages, found
from raadhus.parsing.formats._points import points_in
from raadhus.parsing.formats.firstagenda_publication._fields import Field, route_of

_TITLES = {"agenda": "Dagsorden", "minutes": "Referat"}
_KINDS: dict[FieldKind, PassageKind] = {"decision": "decision", "points": "recommendation"}


@dataclass(frozen=True, slots=True)
class Filed:
    """A file that stands for an annex: the enclosure's name and how many pages it has."""

    name: str
    pages: int


Files = Mapping[tuple[int, int, int], Filed]
"""By the meeting's, the item's and the annex's place in the draft, from 0."""


@dataclass(frozen=True, slots=True)
class Composed:
    title: str
    pages: tuple[ParsedPage, ...]
    lines: tuple[Line, ...]
    meetings: tuple[ParsedMeeting, ...]
    sections: tuple[Section, ...]


def compose(draft: Draft, files: Files) -> Composed:
    """Lay the draft out. Annexes with a file of their own keep their pages there; a list of meetings is one page."""
    pages, sections = Pages(), list[Section]()
    meetings: list[ParsedMeeting] = []
    told = [_as_minutes(cleaned(meeting)) for meeting in draft.meetings]
    listed = not any(meeting.items for meeting in told)
    for at, meeting in enumerate(told):
        writer = _Writer(pages, sections, at, meeting, files, listed=listed)
        meetings.append(writer.meeting())
    if not pages.count:
        pages.turn()
    title = title_of(told[0]) if told else ""
    if len(told) > 1 and listed:
        title = "Oversigt over møder"
    return Composed(title, pages.finished(), tuple(pages.lines), tuple(meetings), tuple(sections))


def _as_minutes(meeting: DraftMeeting) -> DraftMeeting:
    return replace(meeting, kind="minutes") if decides(meeting) else meeting


def title_of(meeting: DraftMeeting) -> str:
    """Return what the paper is called: "Referat, Teknisk Udvalg, 3. marts 2031"."""
    when = day_of(meeting.start)
    parts = [_TITLES[meeting.kind], meeting.organization, _written(when) if when else ""]
    return ", ".join(part for part in parts if part)


def _written(moment: datetime | date) -> str:
    return f"{written(moment)} kl. {moment:%H.%M}" if isinstance(moment, datetime) else written(moment)


class _Writer:
    """Writes one meeting and remembers where everything came to stand."""

    def __init__(
        self,
        pages: Pages,
        sections: list[Section],
        number: int,
        meeting: DraftMeeting,
        files: Files,
        *,
        listed: bool,
    ) -> None:
        self.pages, self.sections, self.files = pages, sections, files
        self.number, self.draft, self.listed = number, meeting, listed
        self.title = title_of(meeting)

    def meeting(self) -> ParsedMeeting:
        draft, pages = self.draft, self.pages
        if not self.listed or not pages.count:
            pages.turn()
        first_page, start_at = pages.count, len(pages.lines)
        heading = pages.heading(_TITLES[draft.kind], 1)
        organization = pages.write(draft.organization)
        when = pages.write(f"Mødedato: {_span(draft.start, draft.end)}") if draft.start else None
        place = pages.write(f"Mødested: {draft.location}") if draft.location else None
        attendees = self._attendees()
        pages.write_all(draft.lines)
        self._section(start_at, (self.title,), "text", None)
        items = tuple(self._item(at, item) for at, item in enumerate(draft.items))
        return ParsedMeeting(
            role="package",
            kind=draft.kind,
            first_page=first_page,
            last_page=max(first_page, pages.count),
            organization=found(organization, draft.organization) if organization else None,
            start=Found(draft.start, (when.span,)) if draft.start and when else None,
            end=Found(draft.end, (when.span,)) if draft.end and when else None,
            location=found(place, draft.location) if place else None,
            attendees=attendees,
            items=items if heading else (),
        )

    def _attendees(self) -> tuple[ParsedAttendee, ...]:
        people: list[ParsedAttendee] = []
        for status, label in (("present", "Deltagere"), ("excused", "Afbud")):
            names = list(
                dict.fromkeys(name for name, said in self.draft.attendees if name and said == status)
            )
            line = (
                self.pages.write(f"{label}: {', '.join(names)}", gap=status == "present") if names else None
            )
            if line is not None:
                people += [
                    ParsedAttendee(found(line, name), "present" if status == "present" else "excused")
                    for name in names
                ]
        return tuple(people)

    def _item(self, at: int, item: DraftItem) -> ParsedItem:
        pages = self.pages
        pages.turn()
        closed = item.visibility == "closed"
        start_at = len(pages.lines)
        head = pages.heading(f"Punkt {item.number}: {item.title}".rstrip(": "), 1)
        page = pages.count
        case = pages.write(f"Sagsnr.: {item.case_number}") if item.case_number else None
        if item.case_worker:
            pages.write(f"Sagsbehandler: {item.case_worker}")
        presenters = [(name, pages.write(f"Deltager: {name}")) for name in item.presenters]
        written = self._fields(item)
        steps = [*self._earlier(item), *self._routes(written)]
        if item.absent:
            pages.write(f"Deltog ikke i behandlingen: {', '.join(item.absent)}", gap=True)
        listed = self._listed(item)
        self._item_sections(item, start_at, written, closed=closed)
        attachments = self._attachments(at, item, listed, closed=closed)
        decision = self._decision(written)
        return ParsedItem(
            number=item.number,
            page=page,
            title=found(head, item.title) if head and item.title else None,
            case_number=found(case, item.case_number) if case else None,
            presenters=tuple(found(line, name) for name, line in presenters if line),
            visibility=item.visibility,
            recommendations=self._recommendations(written),
            decision=decision,
            outcome=outcome_of(decision.value) if decision else None,
            route=tuple(steps),
            attachments=attachments,
        )

    def _fields(self, item: DraftItem) -> list["_Written"]:
        found: list[_Written] = []
        for part in item.fields:
            kind = meaning_of(part, self.draft)
            if kind is None:
                continue
            at = len(self.pages.lines)
            heading = self.pages.heading(part.title, 2) if part.title else None
            lines = self.pages.write_all(part.lines)
            found.append(_Written(part, kind, at, len(self.pages.lines), heading, lines))
        return found

    def _decision(self, written: Sequence["_Written"]) -> Found[str] | None:
        """The decision's text; of several fields of this very meeting, all of them in order."""
        lines = [line for part in written if part.kind == "decision" for line in part.lines]
        kept = [line for line in lines if says_something(line.text, self.draft)]
        return Found("\n".join(line.text for line in kept), spans_of(kept)) if kept else None

    def _recommendations(self, written: Sequence["_Written"]) -> tuple[Found[str], ...]:
        for part in written:
            if part.kind == "points" and (points := recommendations_in(part.lines) or points_in(part.lines)):
                return points
        for part in written:
            if part.kind == "text" and (points := recommendations_in(part.lines)):
                return points
        return ()

    def _earlier(self, item: DraftItem) -> Iterator[ParsedStep]:
        """Write the steps that the format gives as fields of their own."""
        if item.steps:
            self.pages.heading("Sagsforløb", 2)
        for step in item.steps:
            line = self.pages.write(f"Udvalg: {step.organization}", gap=True)
            if line is None:
                continue
            dated = self.pages.write(f"Dato: {_written(step.day)}") if step.day else None
            number = self.pages.write(f"Punktnummer: {step.number}") if step.number else None
            text = self.pages.write(step.text) if step.text else None
            yield ParsedStep(
                found(line, step.organization),
                Found(step.day, (dated.span,)) if step.day and dated else None,
                found(number, step.number) if number else None,
                Found(text.text, (text.span,)) if text else None,
            )

    def _routes(self, written: Sequence["_Written"]) -> Iterator[ParsedStep]:
        for part in written:
            if part.kind == "route":
                yield from _steps_of(part)
            elif not part.field.title:
                yield from _named_steps([line for line in part.lines if step_in(line.text)])

    def _listed(self, item: DraftItem) -> dict[int, Line]:
        """Write the list of open annexes."""
        lines: dict[int, Line] = {}
        if any(not annex.closed for annex in item.annexes):
            self.pages.heading("Bilag", 2)
        for number, annex in enumerate(item.annexes, start=1):
            if not annex.closed and (line := self.pages.write(_named(number, annex))):
                lines[number] = line
        return lines

    def _attachments(
        self, at: int, item: DraftItem, listed: dict[int, Line], *, closed: bool
    ) -> tuple[ParsedAttachment, ...]:
        made = []
        for number, annex in enumerate(item.annexes, start=1):
            shut = closed or annex.closed
            line = listed.get(number) or self._closed_annex(item, number, annex)
            if line is None:
                continue
            filed = self.files.get((self.number, at, number - 1))
            first, last = (1, filed.pages) if filed else self._text_of(item, number, annex, closed=shut)
            made.append(
                ParsedAttachment(
                    number=number,
                    title=found(line, annex.title or f"Bilag {number}"),
                    first_page=first,
                    last_page=last,
                    case_number=found(line, annex.case_number) if annex.case_number else None,
                    document_number=found(line, annex.document_number) if annex.document_number else None,
                    case_worker=found(line, annex.case_worker) if annex.case_worker else None,
                    file=filed.name if filed else None,
                    closed=annex.closed,
                )
            )
        return tuple(made)

    def _closed_annex(self, item: DraftItem, number: int, annex: DraftAnnex) -> Line | None:
        """A closed annex under an open item is named on a page of its own, which is closed."""
        self.pages.turn()
        at = len(self.pages.lines)
        line = self.pages.write(_named(number, annex))
        self._section(at, (self.title, f"Punkt {item.number}"), "annex", item.number, number, closed=True)
        return line

    def _text_of(
        self, item: DraftItem, number: int, annex: DraftAnnex, *, closed: bool
    ) -> tuple[int | None, int | None]:
        """Write the annex's text where the manifest gives it, on pages of its own."""
        if not any(raw.text.strip() for raw in annex.lines):
            return None, None
        self.pages.turn()
        first, at = self.pages.count, len(self.pages.lines)
        self.pages.write_all(annex.lines)
        path = (self.title, f"Punkt {item.number}: {item.title}", annex.title)
        self._section(at, path, "annex", item.number, number, closed=closed)
        return first, self.pages.count

    def _item_sections(
        self, item: DraftItem, start: int, written: Sequence["_Written"], *, closed: bool
    ) -> None:
        """A section for the decision, one for the recommendation, the rest together; the title opens the first."""
        path = (self.title, f"Punkt {item.number}: {item.title}".rstrip(": "))
        end = len(self.pages.lines)
        parts = list(written)
        ends = [*(part.at for part in parts[1:]), end][: len(parts)]
        runs = groupby(zip(parts, ends, strict=True), key=lambda run: _kind_of(run[0]))
        for kind, group in runs:
            run = list(group)
            under = (*path, run[0][0].field.title) if kind != "item" else path
            self._section(start, under, kind, item.number, closed=closed, end=run[-1][1])
            start = run[-1][1]
        if not parts:
            self._section(start, path, "item", item.number, closed=closed)

    def _section(
        self,
        first: int,
        heading: tuple[str, ...],
        kind: PassageKind,
        item: str | None,
        attachment: int | None = None,
        *,
        closed: bool = False,
        end: int | None = None,
    ) -> None:
        last = len(self.pages.lines) if end is None else end
        if last > first:
            self.sections.append(Section(first, last, heading, kind, self.number, item, attachment, closed))


@dataclass(frozen=True, slots=True)
class _Written:
    """A field on the page: lines `at` up to `last`, the heading among them; `lines` are its text."""

    field: DraftField
    kind: FieldKind
    at: int
    last: int
    heading: Line | None
    lines: list[Line]


def _kind_of(part: _Written) -> PassageKind:
    return _KINDS.get(part.kind, "item")


def _steps_of(part: _Written) -> Iterator[ParsedStep]:
    """An earlier decision under its own heading is a step; else the text itself may name bodies and days."""
    caption, heading = read_caption(part.field.title), part.heading
    if heading is not None and caption.kind == "decision" and (caption.body or caption.day):
        yield ParsedStep(
            found(heading, caption.body or heading.text),
            Found(caption.day, (heading.span,)) if caption.day else None,
            found(heading, caption.number) if caption.number else None,
            Found("\n".join(line.text for line in part.lines), spans_of(part.lines)),
        )
        return
    if steps := route_of(part.lines, Field("route", part.field.title, 0, 0, len(part.lines))):
        yield from steps
        return
    yield from _named_steps(part.lines)


def _named_steps(lines: Sequence[Line]) -> Iterator[ParsedStep]:
    """Yield a step for each line that names a body and a day; what stands under it is what the body did."""
    heads = [(at, step) for at, line in enumerate(lines) if (step := step_in(line.text))]
    ends = [*(at for at, _ in heads[1:]), len(lines)][: len(heads)]
    for (at, step), end in zip(heads, ends, strict=True):
        where = (lines[at].span,)
        under = lines[at + 1 : end]
        yield ParsedStep(
            Found(step.body, where),
            Found(step.day, where) if step.day else None,
            Found(step.number, where) if step.number else None,
            Found("\n".join(line.text for line in under), spans_of(under)) if under else None,
        )


def _named(number: int, annex: DraftAnnex) -> str:
    """The line that names an annex, with its numbers and whose it is."""
    said = [annex.title or f"Bilag {number}"]
    said += [f"sag {annex.case_number}"] if annex.case_number else []
    said += [f"dok. {annex.document_number}"] if annex.document_number else []
    said += [annex.case_worker] if annex.case_worker else []
    return f"{number}. {', '.join(said)}"


def _span(start: datetime | date | None, end: datetime | None) -> str:
    if start is None:
        return ""
    if end is None:
        return _written(start)
    same_day = day_of(start) == end.date()
    return f"{_written(start)} - {end:%H.%M}" if same_day else f"{_written(start)} - {_written(end)}"


__all__ = ["Composed", "Filed", "Files", "compose", "title_of"]
