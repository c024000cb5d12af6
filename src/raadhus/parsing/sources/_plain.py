"""Text files, as PDF readers write them: pages end at a form feed, or begin at a line that starts with a blank."""

import re
from itertools import pairwise
from pathlib import Path

from raadhus.parsing._errors import Unreadable
from raadhus.parsing._lines import RawLine, Source
from raadhus.parsing._text import lay_out

_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# How HTML, XML, JSON, RTF, PostScript and scripts begin.
_NOT_PROSE = re.compile(r"\s*(?:<[!?/a-z]|\{|\[\s*[\[{\"]|#!|%!PS)", re.IGNORECASE)
_NOT_PROSE_SUFFIXES = frozenset(
    f".{name}"
    for name in (
        "csv tsv json jsonl geojson xml xsd xsl html htm xhtml mhtml svg rtf tex eml ics vcf "
        "py js ts css sql sh bat ps1 php java c h cpp rs go rb yml yaml toml ini cfg conf log"
    ).split()
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# Indented text would otherwise become a page per line.
_MOST_PAGE_STARTS = 0.3


def check(path: Path, head: bytes) -> None:
    """Raise `Unreadable` when the file, that begins with `head`, is no text for people to read."""
    if not head.startswith(_UTF16) and is_binary(head):
        raise Unreadable(path.name, "unknown-format")
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        raise Unreadable(path.name, "not-a-pdf")
    if suffix == ".docx":
        raise Unreadable(path.name, "not-a-word-file")
    beginning = head.decode("utf-16" if head.startswith(_UTF16) else "utf-8-sig", "ignore")
    if suffix in _NOT_PROSE_SUFFIXES or _NOT_PROSE.match(beginning):
        raise Unreadable(path.name, "unknown-format")


def is_binary(data: bytes) -> bool:
    """True for bytes that are no text of any kind."""
    return not data.startswith(_UTF16) and len(_CONTROL.findall(data)) > len(data) // 200


def load(path: Path) -> Source:
    """Return the text's pages. Raises `Unreadable` when the file is not text, or only blanks."""
    text = _decode(path)
    if not text.strip():
        raise Unreadable(path.name, "empty")
    pages, lines = lay_out([_raw_lines(page) for page in split_pages(text)])
    return Source("text", "text/plain", pages, lines)


def _decode(path: Path) -> str:
    data = path.read_bytes()
    if data.startswith(_UTF16):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Unreadable(path.name, "unknown-format") from error
    if is_binary(data[:65536]):
        raise Unreadable(path.name, "unknown-format")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Danish text from before Unicode. Every byte decodes, so refuse what does not look like words.
        text = data.decode("cp1252", "replace")
        if sum(c.isalpha() or c.isspace() for c in text[:4096]) < 0.6 * len(text[:4096]):
            raise Unreadable(path.name, "unknown-format") from None
        return text


def split_pages(text: str) -> list[str]:
    """Return the text's pages: split at form feeds; without any, at lines that start with a blank.

    Pages with nothing on them are kept: they count as pages of the paper.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\f" in text:
        pages = text.split("\f")
        return pages if pages[-1].strip() else pages[:-1]
    lines = text.split("\n")
    starts = [at for at, line in enumerate(lines) if line.startswith((" ", "\u00a0"))]
    written = sum(1 for line in lines if line.strip())
    if len(starts) > _MOST_PAGE_STARTS * max(written, 1):
        return [text]
    bounds = [0, *(at for at in starts if at), len(lines)]
    return ["\n".join(lines[a:b]) for a, b in pairwise(bounds)]


def _raw_lines(page: str) -> list[RawLine]:
    """Return the page's lines. Where every line has an empty one under it, empty lines are no gaps."""
    rows = page.split("\n")
    blanks_above: list[int] = []
    texts: list[str] = []
    blanks = 0
    for row in rows:
        if row.strip():
            blanks_above.append(blanks)
            texts.append(row)
            blanks = 0
        else:
            blanks += 1
    single = sum(1 for n in blanks_above[1:] if n)
    double_spaced = len(texts) > 4 and single > 0.8 * (len(texts) - 1)
    least = 2 if double_spaced else 1
    return [RawLine(text, above >= least) for text, above in zip(texts, blanks_above, strict=True)]
