"""Clean text: what a reader sees, without the traces of paper (hard blanks, soft hyphens, broken words)."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise

from raadhus.parsing._lines import Line, RawLine
from raadhus.parsing._package import ParsedPage

_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffe\uffff\ud800-\udfff\x00-\x08\x0e-\x1f\x7f]"
)
_PLAIN = re.compile(r"[\x20-\x7e]*")
_BROKEN = re.compile(r"([^\W_][\w&/.,’'-]*)-$")
_TAIL = re.compile(r"([a-zæøåéüöäA-ZÆØÅ][^\W\d_]*)")
_HYPHENATED = re.compile(r"[^\W\d_][^\W_]*(?:-[^\W\d_]+)+")
# "chef- og rådmandsmøder": the hyphen stands for a word left out, and a blank follows it.
_BINDS = frozenset({"og", "eller", "samt", "til", "men", "som", "and", "or"})


def clean(line: str) -> str:
    """Return the line as composed Unicode with single blanks and nothing invisible in it."""
    if not _PLAIN.fullmatch(line):
        line = _INVISIBLE.sub("", line)
        if not unicodedata.is_normalized("NFC", line):
            line = unicodedata.normalize("NFC", line)
    return _BLANKS.sub(" ", line).strip()


def lay_out(
    pages: Sequence[Iterable[RawLine]], sizes: Sequence[tuple[float, float]] = ()
) -> tuple[tuple[ParsedPage, ...], tuple[Line, ...]]:
    """Return pages and lines of clean text: broken words are mended, a gap becomes one empty line.

    `sizes` are the pages' width and height in points, where the file gives them.
    """
    cleaned = [[raw._replace(text=text) for raw in page if (text := clean(raw.text))] for page in pages]
    hyphenated = _hyphenated_words(cleaned)
    made: list[ParsedPage] = []
    lines: list[Line] = []
    for number, page in enumerate(cleaned, start=1):
        parts: list[str] = []
        offset = 0
        for raw in mend(page, hyphenated):
            gap = raw.gap or not parts
            if parts:
                parts.append("\n\n" if gap else "\n")
                offset += len(parts[-1])
            lines.append(Line(number, offset, offset + len(raw.text), raw.text, gap, raw.size, raw.level))
            parts.append(raw.text)
            offset += len(raw.text)
        width, height = sizes[number - 1] if sizes else (None, None)
        made.append(ParsedPage(number, "".join(parts), width, height))
    return tuple(made), tuple(lines)


def mend(page: Sequence[RawLine], hyphenated: frozenset[str] = frozenset()) -> list[RawLine]:
    """Return the page's lines with words that a hyphen broke over two lines whole again, on the first of them.

    The hyphen stays where it belongs to the word: before a capital, after one letter or an abbreviation
    (P-huse, MSB-), or where the document writes the word with a hyphen elsewhere.
    """
    out: list[RawLine] = []
    carried = ""
    for at, raw in enumerate(page):
        text = raw.text
        if carried:
            text = text[len(carried) :].lstrip()
            carried = ""
            if not text:
                continue
        following = page[at + 1] if at + 1 < len(page) else None
        if following and text.endswith("-") and (broken := _BROKEN.search(text)):
            tail = _TAIL.match(following.text)
            new_paragraph = following.gap and following.text[0].isupper()
            if tail and not new_paragraph and tail.group().lower() not in _BINDS:
                carried = following.text.split(" ", 1)[0]
                text = text[:-1] + _hyphen(broken.group(1), tail.group(), hyphenated) + carried
        out.append(raw._replace(text=text))
    return out


def _hyphen(head: str, tail: str, hyphenated: frozenset[str]) -> str:
    last = head.rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    if (
        not last
        or tail[0].isupper()
        or len(last) == 1
        or last[-1].isdigit()
        or (len(last) > 1 and last.isupper())
    ):
        return "-"
    return "-" if f"{last}-{tail}".lower() in hyphenated else ""


def _hyphenated_words(pages: Iterable[Iterable[RawLine]]) -> frozenset[str]:
    words: set[str] = set()
    for page in pages:
        for raw in page:
            if "-" in raw.text:
                for word in _HYPHENATED.findall(raw.text):
                    words.update(_pairs(word.lower()))
    return frozenset(words)


def _pairs(word: str) -> list[str]:
    parts = word.split("-")
    return [f"{a}-{b}" for a, b in pairwise(parts)]
