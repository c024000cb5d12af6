"""Headings inside running text: which line is one, when nothing but its looks can tell."""

import re

from raadhus.parsing._lines import Line

NUMBERED = re.compile(
    r"(?P<number>(?:[A-ZÆØÅ]{1,3}\.?)?\d{1,2}(?:\.\d{1,2})*)\.? +(?P<title>[A-ZÆØÅ§\"”»'].*)"
)
CHAPTER = re.compile(
    r"(?P<number>[A-ZÆØÅ]{1,3}\.?\d{1,2}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})+)\.? +(?P<title>[A-ZÆØÅ].{2,})"
)
BULLET = re.compile(r"(?:[•●▪■◦‣·*\u2022\uf0b7\uf0a7o➢✓→–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_CAPS = re.compile(r"[A-ZÆØÅ0-9][A-ZÆØÅ0-9 ,.:;/&()'’–-]{2,}")
_ENDS_OPEN = re.compile(
    r"[.,;!?]$|\b(?:og|eller|i|på|af|til|for|med|at|som|der|den|det|de|en|et)$", re.IGNORECASE
)
_LEADERS = re.compile(r"\.{4,}|(?:\. ){3,}")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 110
_LONGEST_NUMBERED = 80
_LONGEST_PLAIN = 60


def heading_level(line: Line, following: Line | None) -> int:
    """Return 1 for a chapter's heading, 2 for a section's, 3 for a smaller one, 0 for running text."""
    text = line.text
    if line.level:
        return min(line.level, 3)
    if (
        len(text) > _LONGEST
        or _LEADERS.search(text)
        or not _WORDS.search(text)
        or not (text[0].isupper() or text[0].isdigit())
    ):
        return 0
    if (chapter := CHAPTER.fullmatch(text)) and not _ENDS_OPEN.search(text) and _stands_free(line, following):
        return 1 if chapter["number"][0].isalpha() else 2
    if line.size >= 1.15:
        return 2
    if _CAPS.fullmatch(text) and sum(c.isalpha() for c in text) > 3:
        return 2
    if not line.gap:
        return 0
    if NUMBERED.fullmatch(text):
        return (
            2
            if len(text) <= _LONGEST_NUMBERED and text[-1] not in ".,;" and _stands_free(line, following)
            else 0
        )
    if BULLET.match(text) or _ENDS_OPEN.search(text) or not _stands_free(line, following):
        return 0
    return 3 if _is_short_beside(text, following) else 0


def _is_short_beside(text: str, following: Line | None) -> bool:
    """A plain line is a heading when it is clearly shorter than the text under it."""
    return following is not None and len(text) <= min(_LONGEST_PLAIN, 0.75 * len(following.text))


def _stands_free(line: Line, following: Line | None) -> bool:
    """A heading is followed by text of its own: not by a line that goes on in lower case, nor by nothing."""
    if following is None or following.page != line.page:
        return False
    return not following.text[0].islower() and not _continues_list(line.text, following.text)


def _continues_list(text: str, following: str) -> bool:
    a, b = NUMBERED.match(text), NUMBERED.match(following)
    return bool(a and b and a["number"] != b["number"])
