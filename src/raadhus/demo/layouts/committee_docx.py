"""A committee's agenda as a Word file."""

from pathlib import Path

from raadhus.demo._model import DemoMeeting
from raadhus.demo.layouts._docx import blank, save, write_blocks
from raadhus.demo.layouts._memo import memo_head, memo_items


def write_committee_docx(meeting: DemoMeeting, path: Path, *, chair: str) -> None:
    document = blank(f"Dagsorden {meeting.organization}", meeting.start)
    write_blocks(document, memo_head(meeting))
    write_blocks(document, memo_items(meeting, chair))
    save(document, path)
