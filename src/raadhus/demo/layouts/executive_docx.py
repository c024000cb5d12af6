"""The package of a rådmandsmøde as a Word file: the same parts as the PDF, the labels as lines of their own."""

from pathlib import Path

from docx.document import Document

from raadhus.demo._model import DemoAnnex, DemoItem, DemoMeeting
from raadhus.demo._people import ORGANS
from raadhus.demo.layouts._annexes import annex_blocks
from raadhus.demo.layouts._blocks import Block
from raadhus.demo.layouts._docx import blank, bold, page_break, save, write_blocks
from raadhus.demo.layouts._papers import cover, letterhead, recommendation, when
from raadhus.demo.layouts.executive_pdf import item_title, listed


def write_executive_docx(meeting: DemoMeeting, path: Path) -> None:
    """Write the package; annexes that other packages reprint are only named here."""
    document = blank(f"{meeting.department} - Rådmandsmøde", meeting.start)
    bold(document, f"{meeting.department} - Rådmandsmøde (Rådmandsmøde)", size=16)
    document.add_paragraph(when(meeting))
    document.add_paragraph(meeting.place)
    document.add_paragraph("Information:")
    document.add_paragraph("Deltagere:")
    for name, present in meeting.attendees:
        document.add_paragraph(name if present else f"{name} (afbud)")
    for item in (*meeting.items, *meeting.closed_items):
        if item.presenters:
            document.add_paragraph(
                f"Pkt. {item.number}: Tid: {item.minutes} min. Deltagere: {listed(item.presenters)}"
            )
    page_break(document)
    for item in meeting.items:
        bold(document, f"Punkt {item.number}: {item_title(item, meeting)}", size=14)
        for number, annex in enumerate(item.annexes, start=1):
            _annex(document, meeting, item, number, annex)
    if meeting.kind == "minutes":
        page_break(document)
        _minutes(document, meeting)
    save(document, path)


def _annex(document: Document, meeting: DemoMeeting, item: DemoItem, number: int, annex: DemoAnnex) -> None:
    if annex.content == "memo":
        write_blocks(document, recommendation(item, meeting))
        write_blocks(document, _letterhead(item, annex))
    elif annex.content == "cover":
        write_blocks(document, cover(item, meeting, ORGANS["SOU"].name))
        write_blocks(document, _letterhead(item, annex))
    elif annex.content not in ("minutes",) and not annex.content.startswith("agenda"):
        write_blocks(document, annex_blocks(annex, item))
    document.add_paragraph(f"Punkt {item.number}, Bilag {number}: {annex.title}")
    page_break(document)


def _letterhead(item: DemoItem, annex: DemoAnnex) -> tuple[Block, ...]:
    return tuple(Block("small", line) for line in letterhead(item, annex.document_number) if line)


def _minutes(document: Document, meeting: DemoMeeting) -> None:
    bold(document, "Referat", size=16)
    for item in meeting.items:
        bold(document, f"Punkt {item.number}: {item_title(item, meeting)}")
        for line in (item.decision or "").split("\n"):
            document.add_paragraph(line)
