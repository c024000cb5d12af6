"""Pages that are pictures: what Tesseract reads on them, Danish first, then English."""

import os
import shutil
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pypdfium2
import pytesseract
from PIL import Image

from raadhus.parsing._lines import RawLine
from raadhus.parsing._package import ParsedPassage
from raadhus.parsing._passages import passages
from raadhus.parsing._sections import Section
from raadhus.parsing._text import lay_out
from raadhus.parsing.pdfium import ONE_AT_A_TIME

# Tesseract's own threads take every core and gain next to nothing; the pages need them more.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

LANGUAGES = ("dan", "eng")
DOTS_PER_INCH = 300
LONGEST_SIDE = 5000
"""Pixels. A plan on a large sheet is drawn coarser rather than not at all."""
SECONDS = 120
"""A picture that takes longer to read is left unread."""
LEAST_SURE = 0.5
"""Words less sure than this on the average are noise: a photograph, a drawing, a page upside down."""


class CannotRead(Exception):
    """The picture cannot be drawn, or not be read in time."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read on one page, and how sure the reader was of its words (0 to 1). No text: nothing to read."""

    text: str
    confidence: float
    passages: tuple[ParsedPassage, ...]


@cache
def can_read() -> bool:
    """True where Tesseract and its Danish are installed."""
    return shutil.which("tesseract") is not None and LANGUAGES[0] in pytesseract.get_languages()


def read_scan(original: Path, number: int) -> Scan:
    """Read page `number` (from 1) of a PDF as a picture. Raises `CannotRead`."""
    try:
        words = pytesseract.image_to_data(
            _picture(original, number),
            lang="+".join(name for name in LANGUAGES if name in pytesseract.get_languages()),
            output_type=pytesseract.Output.DICT,
            timeout=SECONDS,
        )
    except (RuntimeError, OSError, pytesseract.TesseractError) as error:
        raise CannotRead(str(error)) from error
    lines, confidence = _lines(words)
    if confidence < LEAST_SURE:
        return Scan("", confidence, ())
    pages, laid_out = lay_out([lines])
    section = Section(first=0, last=len(laid_out))
    return Scan(pages[0].text, confidence, passages(laid_out, [section], frozenset()))


def _picture(original: Path, number: int) -> Image.Image:
    with ONE_AT_A_TIME:
        try:
            with pypdfium2.PdfDocument(original) as document:
                page = document[number - 1]
                most = LONGEST_SIDE / max(page.get_width(), page.get_height())
                drawn = page.render(scale=min(DOTS_PER_INCH / 72, most), grayscale=True)
                picture: Image.Image = drawn.to_pil()
                return picture
        except (OSError, IndexError, ZeroDivisionError, pypdfium2.PdfiumError) as error:
            raise CannotRead(str(error)) from error


def _lines(words: dict[str, list[str]]) -> tuple[list[RawLine], float]:
    """The words as lines, with a gap before each paragraph, and how sure each letter is on the average."""
    held: dict[tuple[int, int, int], list[str]] = defaultdict(list)
    letters = sure = 0.0
    for at, word in enumerate(words["text"]):
        if not word.strip() or float(words["conf"][at]) < 0:
            continue
        place = (int(words["block_num"][at]), int(words["par_num"][at]), int(words["line_num"][at]))
        held[place].append(word)
        letters += len(word)
        sure += len(word) * float(words["conf"][at]) / 100
    lines: list[RawLine] = []
    above = None
    for place, told in held.items():
        lines.append(RawLine(" ".join(told), gap=place[:2] != above))
        above = place[:2]
    return lines, sure / letters if letters else 0.0
