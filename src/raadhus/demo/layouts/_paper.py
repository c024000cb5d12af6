"""Paper: text that flows over A4 pages, laid out first and drawn afterwards.

Two steps, so that a table of contents can name the pages. Plain lines at fixed places are enough for
these layouts and several times faster than a page description library's own flow.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfgen.canvas import Canvas

from raadhus.demo.layouts._blocks import Block

WIDTH, HEIGHT = 595.28, 841.89


@dataclass(frozen=True, slots=True)
class Typeface:
    plain: str
    bold: str


TIMES = Typeface("Times-Roman", "Times-Bold")
HELVETICA = Typeface("Helvetica", "Helvetica-Bold")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text at its place, y from the bottom; or, without text, a rule of that length."""

    x: float
    y: float
    font: str
    size: float
    text: str
    length: float = 0


@cache
def width_of(word: str, font: str) -> float:
    """The width of a text at size 1."""
    return float(getFont(font).stringWidth(word, 1000)) / 1000


def wrap(text: str, font: str, size: float, width: float) -> list[str]:
    """Return the lines of `text` within `width`; a word that is too long gets a line of its own."""
    lines: list[str] = []
    space = width_of(" ", font) * size
    for paragraph in text.split("\n"):
        words: list[str] = []
        used = 0.0
        for word in paragraph.split():
            wide = width_of(word, font) * size
            if words and used + space + wide > width:
                lines.append(" ".join(words))
                words, used = [], 0.0
            used += wide + (space if words else 0)
            words.append(word)
        lines.append(" ".join(words))
    return lines


@dataclass(slots=True)
class Paper:
    """Pages being filled from the top. `width` is the column's; a page that is full begins the next one."""

    face: Typeface = HELVETICA
    left: float = 56
    top: float = 60
    bottom: float = 62
    width: float = 480
    size: float = 10.5
    leading: float = 1.18
    pages: list[list[Line]] = field(default_factory=lambda: [[]])
    y: float = HEIGHT - 60

    @property
    def page_number(self) -> int:
        return len(self.pages)

    def new_page(self) -> None:
        """Begin the next page, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
        self.y = HEIGHT - self.top

    def space(self, height: float) -> None:
        self.y -= height

    def write(
        self,
        text: str,
        *,
        size: float = 0,
        bold: bool = False,
        after: float = 0,
        indent: float = 0,
        keep: int = 1,
    ) -> None:
        """Write a paragraph. `keep` is how many lines must fit on the page for it to begin there."""
        size = size or self.size
        font = self.face.bold if bold else self.face.plain
        step = size * self.leading
        if self.y - step * keep < self.bottom:
            self.new_page()
        for line in wrap(text, font, size, self.width - indent):
            if self.y - step < self.bottom:
                self.new_page()
            self.y -= step
            if line:
                self.pages[-1].append(Line(self.left + indent, self.y, font, size, line))
        self.y -= after

    def at(self, x: float, y: float, text: str, *, size: float = 0, bold: bool = False) -> None:
        """Write one line at a place of this page, outside the flow."""
        font = self.face.bold if bold else self.face.plain
        self.pages[-1].append(Line(x, y, font, size or self.size, text))

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float], *, size: float = 9) -> None:
        """Write a table; its first row is the head and is repeated on every page."""
        head, *body = rows
        self._row(head, widths, size, bold=True)
        for row in body:
            lines = max(
                len(wrap(c, self.face.plain, size, w * self.width - 8))
                for c, w in zip(row, widths, strict=True)
            )
            if self.y - lines * size * 1.2 - 4 < self.bottom:
                self.new_page()
                self._row(head, widths, size, bold=True)
            self._row(row, widths, size)
        self.y -= 8

    def _row(self, row: Sequence[str], widths: Sequence[float], size: float, *, bold: bool = False) -> None:
        font = self.face.bold if bold else self.face.plain
        top, x, lowest = self.y, self.left, self.y
        for cell, share in zip(row, widths, strict=True):
            y = top
            for line in wrap(cell, font, size, share * self.width - 8):
                y -= size * 1.2
                self.pages[-1].append(Line(x, y, font, size, line))
            lowest = min(lowest, y)
            x += share * self.width
        self.y = lowest - 4
        self.pages[-1].append(Line(self.left, self.y, "", 0, "", length=self.width))

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Write the parts of a paper one after the other."""
        for block in blocks:
            match block.kind:
                case "title":
                    self.write(block.text, size=self.size * 1.7, bold=True, after=10, keep=3)
                case "heading":
                    self.space(4)
                    self.write(block.text, size=self.size * 1.15, bold=True, after=3, keep=4)
                case "small":
                    self.write(block.text, size=self.size * 0.85, after=2)
                case "bold":
                    self.write(block.text, bold=True, after=2, keep=3)
                case "text":
                    self.write(block.text, after=6)
                case "bullet":
                    self.write(f"• {block.text}", indent=12, after=2)
                case "number":
                    self.write(block.text, indent=12, after=2)
                case "table":
                    self.table(block.rows, block.widths)
                case "gap":
                    self.space(10)
                case "break":
                    self.new_page()

    def add(self, pages: Sequence[list[Line]]) -> None:
        """Put finished pages after these."""
        kept = self.pages if self.pages[-1] else self.pages[:-1]
        self.pages = [*kept, *pages]
        self.y = self.bottom

    def save(self, path: Path, *, title: str, author: str) -> int:
        """Draw the pages into a PDF that is the same every time. Return how many there are."""
        canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), invariant=1, pageCompression=1, lang="da-DK")
        canvas.setTitle(title)
        canvas.setAuthor(author)
        canvas.setCreator("Raadhus demo")
        pages = [page for page in self.pages if page]
        for page in pages:
            for line in page:
                if line.text:
                    canvas.setFont(line.font, line.size)
                    canvas.drawString(line.x, line.y, line.text)
                else:
                    canvas.setLineWidth(0.4)
                    canvas.line(line.x, line.y, line.x + line.length, line.y)
            canvas.showPage()
        canvas.save()
        return len(pages)
