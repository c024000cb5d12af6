"""The agenda and minutes of the council, the magistrat and the committees, as the publishing module prints them.

A title page, a table of contents with dot leaders, and every item on a page of its own.
"""

from pathlib import Path

from raadhus.demo._model import DemoItem, DemoMeeting
from raadhus.demo._people import MUNICIPALITY
from raadhus.demo._words import WEEKDAYS, dashed, long_date
from raadhus.demo.layouts._paper import TIMES, Paper, width_of

LONGEST_ENTRY = 97
ENTRIES_A_PAGE = 38


def write_council_pdf(meeting: DemoMeeting, path: Path) -> int:
    """Write the package and return its number of pages."""
    items = _paper()
    starts: list[int] = []
    for item in meeting.items:
        items.new_page()
        starts.append(items.page_number)
        _item(items, item)
    contents = -(-len(meeting.items) // ENTRIES_A_PAGE)
    paper = _paper()
    _title_page(paper, meeting)
    paper.new_page()
    _contents(paper, meeting, [start + 1 + contents for start in starts])
    paper.add(items.pages)
    return paper.save(path, title=_title(meeting), author=MUNICIPALITY)


def _paper() -> Paper:
    return Paper(face=TIMES, left=39.5, top=50, bottom=48, width=516, size=10.6, leading=1.15, y=842 - 50)


def _title(meeting: DemoMeeting) -> str:
    kind = "REFERAT" if meeting.kind == "minutes" else "DAGSORDEN"
    return f"{kind} {meeting.heading} d. {dashed(meeting.start.date())}"


def _title_page(paper: Paper, meeting: DemoMeeting) -> None:
    paper.write(_title(meeting), size=20, bold=True, after=34)
    day = meeting.start.date()
    when = f"{WEEKDAYS[day.weekday()].capitalize()} d. {long_date(day)} kl. {meeting.start:%H:%M}"
    for name, value in (("Mødedato", when), ("Mødested", meeting.place)):
        paper.space(26)
        paper.at(paper.left, paper.y, name, size=9.5, bold=True)
        paper.at(paper.left + 60, paper.y, value, size=9.5)


def _contents(paper: Paper, meeting: DemoMeeting, pages: list[int]) -> None:
    paper.write("Indholdsfortegnelse", size=15, bold=True, after=4)
    dot = width_of(".", paper.face.plain) * paper.size
    for item, page in zip(meeting.items, pages, strict=True):
        title = item.shown_title[:LONGEST_ENTRY]
        dots = (
            int((paper.width - 36 - width_of(title, paper.face.plain) * paper.size) / dot)
            if len(title) < LONGEST_ENTRY
            else 0
        )
        paper.space(paper.size * 1.15 + 6)
        paper.at(paper.left, paper.y, title + "." * max(0, dots))
        paper.at(paper.left + paper.width - 20, paper.y, str(page))


def _item(paper: Paper, item: DemoItem) -> None:
    paper.write(f"Punkt {item.number}: {item.shown_title}", size=16, bold=True, after=16)
    if item.case_number:
        paper.write(item.case_number, after=3)
    if item.decision is not None:
        # A closed item's decision stands without a heading.
        if not item.closed:
            _heading(paper, "Beslutninger")
        _lines(paper, item.decision.split("\n"), after=5)
    for section in item.sections:
        if section.heading.isupper():
            paper.write(section.heading)
        elif section.heading:
            _heading(paper, section.heading)
        _lines(paper, [p for p in section.paragraphs if p])
    if item.recommendations:
        _heading(paper, "Beslutningspunkter")
        paper.write("Det indstilles:")
        _lines(paper, [f"At {n}) {text}" for n, text in enumerate(item.recommendations, start=1)])
    if item.remark:
        _heading(paper, "Borgmesterens Afdelings påtegning")
        paper.write(item.remark, after=2)
    if item.route:
        _heading(paper, "Sagsforløb")
        for step in item.route:
            paper.write(f"Udvalg: {step.organization}", keep=4)
            paper.write(f"Dato: {dashed(step.date)}")
            paper.write(f"Punktnummer: {step.number}")
            _lines(paper, step.text.split("\n"))
    if item.annexes:
        _heading(paper, "Bilag")
        for annex in item.annexes:
            paper.space(10)
            paper.write(annex.title)


def _heading(paper: Paper, text: str) -> None:
    paper.space(3)
    paper.write(text, size=13, bold=True, after=5, keep=3)


def _lines(paper: Paper, paragraphs: list[str], *, after: float = 0) -> None:
    for paragraph in paragraphs:
        paper.write(paragraph)
    paper.space(after)
