"""The package of a rådmandsmøde as PDF: front page, items, and all annex pages with their label.

Closed items are only named on the front page, by time and presenters. When the meeting has been held, a
"Referat" stands at the end, and the members' own notes after it.
"""

from collections.abc import Sequence
from pathlib import Path

from raadhus.demo._model import DemoAnnex, DemoItem, DemoMeeting
from raadhus.demo._people import MUNICIPALITY, ORGANS
from raadhus.demo.layouts._annexes import annex_blocks
from raadhus.demo.layouts._blocks import Block
from raadhus.demo.layouts._memo import memo_head, memo_items
from raadhus.demo.layouts._paper import HELVETICA, Line, Paper, wrap
from raadhus.demo.layouts._papers import cover, decision_memo, letterhead, recommendation, when

NARROW = 345
LABEL_X = 440
LABEL_WIDTH = 128


def write_executive_pdf(meeting: DemoMeeting, path: Path, nested: Sequence[DemoMeeting] = ()) -> int:
    """Write the package and return its number of pages. `nested` are the meetings its annexes reprint."""
    paper = Paper()
    _front(paper, meeting, meeting.closed_items)
    paper.new_page()
    for item in meeting.items:
        if item.annexes:
            paper.new_page()
        paper.write(f"Punkt {item.number}: {item_title(item, meeting)}", size=14, bold=True, after=10, keep=3)
        if item.presenters and _memo_style(meeting):
            paper.write(f"Tid: {item.minutes} min. Deltagere: {listed(item.presenters)}", after=10)
        for number, annex in enumerate(item.annexes, start=1):
            pages = _annex(annex, item, meeting, nested)
            paper.add(
                [
                    _labelled(page, f"Punkt {item.number}, Bilag {number}:", annex.title)
                    for page in pages
                    if page
                ]
            )
        paper.space(12)
    if meeting.kind == "minutes":
        paper.new_page()
        _minutes(paper, meeting)
        if meeting.notes:
            paper.new_page()
            paper.write("Overblik: Noter", size=14, bold=True, after=8)
            for note in meeting.notes:
                paper.write(note, after=6)
            paper.new_page()
            paper.write("Overblik: Delte kommentarer", size=14, bold=True, after=8)
    title = f"{meeting.department} - Rådmandsmøde {meeting.start:%d-%m-%Y}"
    return paper.save(path, title=title, author=MUNICIPALITY)


def item_title(item: DemoItem, meeting: DemoMeeting) -> str:
    """The title with the presenter's initials, or with the minutes, as the department prints it."""
    if _memo_style(meeting):
        return f"{item.title} ({item.initials})" if item.initials else str(item.title)
    return f"{item.title} ({item.minutes} min)" if item.minutes else str(item.title)


def listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} og {names[-1]}"


def _memo_style(meeting: DemoMeeting) -> bool:
    return meeting.department == "MBU"


def _front(paper: Paper, meeting: DemoMeeting, closed: Sequence[DemoItem]) -> None:
    paper.write(f"{meeting.department} - Rådmandsmøde (Rådmandsmøde)", size=17, bold=True, after=16)
    paper.write(when(meeting), after=12)
    paper.write(meeting.place, after=14)
    paper.write("Information:")
    paper.write("Deltagere:", after=10)
    for name, present in meeting.attendees:
        paper.write(name if present else f"{name} (afbud)")
    paper.space(12)
    for item in (*meeting.items, *closed):
        if item.presenters:
            paper.write(f"Pkt. {item.number}: Tid: {item.minutes} min. Deltagere: {listed(item.presenters)}")


def _annex(
    annex: DemoAnnex, item: DemoItem, meeting: DemoMeeting, nested: Sequence[DemoMeeting]
) -> list[list[Line]]:
    match annex.content.split(" "):
        case ["memo"]:
            blocks = decision_memo(item) if _memo_style(meeting) else recommendation(item, meeting)
            return _with_letterhead(tuple(blocks), item, annex)
        case ["cover"]:
            committee = ORGANS[{"MBU": "BUU", "MTM": "TU"}[meeting.department]].name
            return _with_letterhead(tuple(cover(item, meeting, committee)), item, annex)
        case ["minutes"]:
            return _reprint(next(n for n in nested if n.kind == "minutes"))
        case ["agenda", organ]:
            return _agenda(next(n for n in nested if n.organ == organ and n.kind == "agenda"))
    paper = Paper(bottom=84)
    paper.blocks(annex_blocks(annex, item))
    return paper.pages


def _with_letterhead(blocks: Sequence[Block], item: DemoItem, annex: DemoAnnex) -> list[list[Line]]:
    paper = Paper(width=NARROW, bottom=84)
    paper.blocks(blocks)
    y = 780.0
    for line in letterhead(item, annex.document_number):
        for part in wrap(line, HELVETICA.plain, 8.5, LABEL_WIDTH) if line else [""]:
            y -= 11
            if part:
                paper.pages[0].append(Line(LABEL_X, y, HELVETICA.plain, 8.5, part))
    return paper.pages


def _agenda(meeting: DemoMeeting) -> list[list[Line]]:
    paper = Paper(width=400, bottom=84)
    paper.blocks(memo_head(meeting))
    paper.blocks(tuple(memo_items(meeting, chair="Udvalgets formand")))
    return paper.pages


def _reprint(meeting: DemoMeeting) -> list[list[Line]]:
    """The former meeting's minutes as they come out of the system: front page, contents, decisions."""
    body = Paper(width=430, bottom=84, top=80)
    pages: dict[str, int] = {}
    for item in meeting.items:
        title = item_title(item, meeting)
        body.write(f"Punkt {item.number}: {title}", size=13, bold=True, after=8, keep=3)
        pages[item.number] = body.page_number
        for paragraph in (
            p for section in item.sections if section.heading == "" for p in section.paragraphs
        ):
            body.write(paragraph, after=6)
        body.write(f"Beslutning for Punkt {item.number}: {title}", size=12, bold=True, after=6, keep=3)
        for line in (item.decision or "").split("\n"):
            body.write(line)
        body.space(14)
    count = len([page for page in body.pages if page])
    for number, page in enumerate(body.pages, start=1):
        page.append(Line(290, 40, HELVETICA.plain, 9, f"{number} / {count}"))
    front = Paper(bottom=84)
    _front(front, meeting, meeting.closed_items)
    front.new_page()
    front.write("Indhold", size=14, bold=True, after=8)
    for item in meeting.items:
        title = item_title(item, meeting)
        front.write(f"Punkt {item.number}: {title} {pages[item.number]}", after=6)
        front.write(f"Beslutning for Punkt {item.number}: {title} {pages[item.number]}", after=6)
    return [*front.pages, *body.pages]


def _labelled(page: list[Line], label: str, title: str) -> list[Line]:
    """The page with its label in a narrow column at its foot; the last thing to be read on it."""
    lines = wrap(label, HELVETICA.plain, 8, LABEL_WIDTH) + wrap(title, HELVETICA.plain, 8, LABEL_WIDTH)
    y = 24 + 10 * len(lines)
    return [
        *page,
        *(Line(LABEL_X, y - 10 * n, HELVETICA.plain, 8, line) for n, line in enumerate(lines, start=1)),
    ]


def _minutes(paper: Paper, meeting: DemoMeeting) -> None:
    paper.write("Referat", size=17, bold=True, after=12)
    for item in meeting.items:
        paper.write(f"Punkt {item.number}: {item_title(item, meeting)}", bold=True, after=5, keep=3)
        for line in (item.decision or "").split("\n"):
            paper.write(line, after=4)
        paper.space(8)
