"""From the text that was typed to its pieces: words, quoted phrases, brackets and operators, each in its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from raadhus.search.language._fields import MONTH_NAMES

QUOTES = '"“”«»„'
Kind = Literal["word", "phrase", "field", "near", "or", "and", "open", "close"]

_PIECE = re.compile(
    rf"""(?P<minus>(?<![^\s(])-(?=[\w{QUOTES}(]))?
         (?: (?P<field>[^\W\d_]{{2,20}}):(?!//)
               (?: [{QUOTES}](?P<told>[^{QUOTES}]*)[{QUOTES}]
                 | (?P<value>(?:\d{{1,2}}\.?\s+)?(?i:{MONTH_NAMES})\s+\d{{4}}(?!\w)|[^\s(){QUOTES}]*))
           | [{QUOTES}](?P<phrase>[^{QUOTES}]+)[{QUOTES}]
           | (?P<open>\() | (?P<close>\))
           | (?P<word>[^\s(){QUOTES}]+) )""",
    re.VERBOSE,
)
_NEAR = re.compile(r"(?:NEAR|NÆR)(?:/(\d{1,3}))?")
NEAR_WITHOUT_NUMBER = 10
FARTHEST = 50


@dataclass(frozen=True, slots=True)
class Piece:
    """`text` is the word, the phrase or the field's value; `name` the field's; `number` the distance of a NEAR."""

    kind: Kind
    text: str
    start: int
    end: int
    without: bool = False
    name: str = ""
    number: int = 0


def pieces_of(text: str) -> list[Piece]:
    return list(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    shouted = text.upper() == text
    for match in _PIECE.finditer(text):
        start, end = match.span()
        without = match["minus"] is not None
        if match["field"]:
            value = match["told"] if match["told"] is not None else match["value"] or ""
            yield Piece("field", value, start, end, without, name=match["field"])
        elif match["phrase"]:
            yield Piece("phrase", match["phrase"], start, end, without)
        elif match["open"]:
            yield Piece("open", "(", start, end, without)
        elif match["close"]:
            yield Piece("close", ")", start, end)
        elif match["word"]:
            yield _word(match["word"], start, end, without=without, shouted=shouted)


def _word(word: str, start: int, end: int, *, without: bool, shouted: bool) -> Piece:
    """A word or, in capitals, an operator. In a text all in capitals "ELLER" is a word like the others."""
    near = _NEAR.fullmatch(word)
    if without:
        return Piece("word", word, start, end, without)
    if near:
        number = int(near[1]) if near[1] else NEAR_WITHOUT_NUMBER
        return Piece("near", word, start, end, number=min(max(number, 0), FARTHEST))
    if word == "OR" or (word == "ELLER" and not shouted):
        return Piece("or", word, start, end)
    if word == "AND" or (word == "OG" and not shouted):
        return Piece("and", word, start, end)
    return Piece("word", word, start, end)
