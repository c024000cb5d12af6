"""Case numbers: one form for all the ways in which people and papers write them. No Django here."""

import re

_PIECE = re.compile(r"[^\W\d_]+|\d+")
# "Sag" alone may be a series of numbers ("sag 2026 123"); it is a word where a whole number follows.
_CALLED = re.compile(
    r"^\W*(?:(?:emne)?sags?[\s.-]*(?:nummer|nr|no|id)|journal(?:nummer|nr)|j\.?\s*nr)\b[\s.:]*(?=\w)"
    r"|^\W*sag[\s.:]+(?=[^\W\d_]|\S*[/.])",
    re.IGNORECASE,
)
_LIKE_ONE = re.compile(
    r"\b(?:[A-ZÆØÅ]{2,5}[- ]?(?:19|20)\d\d[- ]\d{3,8}|\d{2,4}/\d{3,8}|(?:19|20)\d\d-\d{5,8}"
    r"|\d\d\.\d\d\.\d\d-[A-Z]\d\d-\d+-\d\d)\b",
    re.IGNORECASE,
)


def normal_case_number(number: str) -> str:
    """One form for all ways to write a case number: upper case, pieces parted by hyphens, no leading zeros.

    A word such as "Sag" or "Sagsnr.:" before the number is no part of it: "Sagsnr. EMN 2031 002204" and
    "emn-2031-2204" are both `EMN-2031-2204`. A prefix of the number itself stays: "SAG-2026-123".
    """
    bare = _CALLED.sub("", number, count=1).upper()
    pieces = [piece.lstrip("0") or "0" if piece.isdigit() else piece for piece in _PIECE.findall(bare)]
    return "-".join(pieces)


def case_numbers_in(text: str) -> list[str]:
    """The case numbers that stand in a text, in their normal form."""
    return [normal_case_number(match.group()) for match in _LIKE_ONE.finditer(text)]
