"""Paper for the tests: the same text as a text file, a PDF and a Word file."""

from pathlib import Path
from textwrap import dedent
from typing import TypeVar

from raadhus.parsing import Found, ParsedItem, ParsedMeeting, ParsedPackage, ParsedPassage, read_package

PAGE = "\f"
T = TypeVar("T")


def as_text(folder: Path, text: str, name: str = "pakke.txt") -> Path:
    """Write the text, pages parted by form feeds."""
    path = folder / name
    path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return path


def as_pdf(folder: Path, text: str, name: str = "pakke.pdf") -> Path:
    """Lay the text out on A4, a page for each form feed; empty lines become white space."""
    from reportlab.pdfgen.canvas import Canvas

    path = folder / name
    canvas = Canvas(str(path), pagesize=(595, 842))
    for page in dedent(text).lstrip("\n").split(PAGE):
        canvas.setFont("Helvetica", 10)
        for at, line in enumerate(page.strip("\n").split("\n")):
            canvas.drawString(50, 800 - 14 * at, line)
        canvas.showPage()
    canvas.save()
    return path


def as_word(folder: Path, text: str, name: str = "pakke.docx") -> Path:
    """Write a Word file: a paragraph per line, a page break for each form feed."""
    import docx

    document = docx.Document()
    for number, page in enumerate(dedent(text).lstrip("\n").split(PAGE)):
        if number:
            document.add_page_break()  # type: ignore[no-untyped-call]
        for line in page.strip("\n").split("\n"):
            if line.strip():
                document.add_paragraph(line)
    path = folder / name
    document.save(str(path))
    return path


def read_text(folder: Path, text: str) -> ParsedPackage:
    return read_package(as_text(folder, text))


def own(package: ParsedPackage) -> ParsedMeeting:
    """Return the package's own meeting."""
    return next(meeting for meeting in package.meetings if meeting.role == "package")


def item(package: ParsedPackage, number: str) -> ParsedItem:
    """Return the own meeting's item with the number."""
    return next(item for item in own(package).items if item.number == number)


def text_of(package: ParsedPackage, passage: ParsedPassage) -> str:
    return package.pages[passage.page - 1].text[passage.start : passage.end]


def value(found: Found[T] | None) -> T | None:
    """Return the value without its place."""
    return None if found is None else found.value
