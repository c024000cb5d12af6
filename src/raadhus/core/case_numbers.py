"""Case numbers: one form for all the ways in which people and papers write them. No Django here."""

import re
from dataclasses import dataclass

_PIECE = re.compile(r"[^\W\d_]+|\d+")
# "Sag" alone may be a series of numbers ("sag 2026 123"); it is a word where a whole number follows.
_CALLED = re.compile(
    r"^\W*(?:(?:emne)?sags?[\s.-]*(?:nummer|nr|no|id)|journal(?:nummer|nr)|j\.?\s*nr)\b[\s.:]*(?=\w)"
    r"|^\W*sag[\s.:]+(?=[^\W\d_]|\S*[/.])",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"^([A-ZÆØÅ]{2,5})-((?:19|20)\d\d)(\d{4,8})$")
"""A number without any sign between its pieces: "EMN2031002204"."""
_LIKE_ONE = re.compile(
    r"\b(?:[A-ZÆØÅ]{2,5}-?(?:19|20)\d\d-\d{3,8}|[A-ZÆØÅ]{2,5}(?:19|20)\d\d\d{4,8}"
    r"|(?-i:[A-ZÆØÅ]{2,5}) ?(?:19|20)\d\d[- ]\d{5,8}"
    r"|(?<![\d/])(?!\d{1,4} ?/ ?(?:19|20)\d\d\b)\d{2,4} ?/ ?\d{3,8}(?! ?[\d/])"
    r"|(?:19|20)\d\d-\d{5,8}"
    r"|\d{1,2}\.\d\d\.\d\d ?- ?[A-ZÆØÅ]\d\d ?- ?\d+ ?- ?\d\d)\b",
    re.IGNORECASE,
)
"""A year over a number is a school year or a month ("2024/2025", "12/2031") before it is a case."""


@dataclass(frozen=True, slots=True)
class Named:
    """A case number that stands from `start` to `end` of a text, in its normal form."""

    number: str
    start: int
    end: int


def normal_case_number(number: str) -> str:
    """One form for all ways to write a case number: upper case, pieces parted by hyphens, no leading zeros.

    A word such as "Sag" or "Sagsnr.:" before the number is no part of it: "Sagsnr. EMN 2031 002204" and
    "emn-2031-2204" and "EMN2031002204" are all `EMN-2031-2204`. A prefix of the number itself stays: "SAG-2026-123".
    """
    bare = _CALLED.sub("", number, count=1).upper()
    pieces = [piece.lstrip("0") or "0" if piece.isdigit() else piece for piece in _PIECE.findall(bare)]
    joined = "-".join(pieces)
    if compact := _COMPACT.match(joined):
        joined = f"{compact[1]}-{compact[2]}-{int(compact[3])}"
    return joined


def named_in(text: str) -> list[Named]:
    """The case numbers that stand in a text, each with its place."""
    return [Named(normal_case_number(match.group()), *match.span()) for match in _LIKE_ONE.finditer(text)]


def case_numbers_in(text: str) -> list[str]:
    """The case numbers that stand in a text, in their normal form."""
    return [named.number for named in named_in(text)]
