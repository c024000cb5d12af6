"""Case numbers in any form: "EMN-2025-003383", "emn 2025 3383", "12/27845"."""

import re

_PIECE = re.compile(r"[^\W\d_]+|\d+")
_LIKE_ONE = re.compile(
    r"\b(?:[A-ZÆØÅ]{2,5}[- ]?(?:19|20)\d\d[- ]\d{3,8}|\d{2,4}/\d{3,8}|(?:19|20)\d\d-\d{5,8}"
    r"|\d\d\.\d\d\.\d\d-[A-Z]\d\d-\d+-\d\d)\b",
    re.IGNORECASE,
)


def normal_case_number(number: str) -> str:
    """One form for all ways to write a case number: upper case, pieces parted by hyphens, no leading zeros."""
    pieces = [
        piece.lstrip("0") or "0" if piece.isdigit() else piece for piece in _PIECE.findall(number.upper())
    ]
    return "-".join(pieces)


def case_numbers_in(text: str) -> list[str]:
    """The case numbers that stand in a text, in their normal form."""
    return [normal_case_number(match.group()) for match in _LIKE_ONE.finditer(text)]
