"""Case numbers in any form: the same form here as for the cases themselves.

A paper may name a case in full ("EMN-2031-002204") or without the letters before it ("2031-002204"). The short form
finds every full one, the full form every short one, but not the same number under other letters.
"""

import re

from raadhus.core.case_numbers import Named, case_numbers_in, named_in, normal_case_number

__all__ = ["Named", "case_numbers_in", "keys_kept", "keys_sought", "named_in", "normal_case_number"]

_FULL = re.compile(r"[A-ZÆØÅ]+-((?:19|20)\d\d-\d+)")
_SHORT = re.compile(r"(?:19|20)\d\d-\d+")
ANY = "*-"
"""Before a short form: the end of some full number."""


def keys_kept(number: str) -> tuple[str, ...]:
    """What the index keeps for a number in its normal form."""
    full = _FULL.fullmatch(number)
    return (number, ANY + full[1]) if full else (number,)


def keys_sought(number: str) -> tuple[str, ...]:
    """What to look for to find that case: itself, and the other form that papers write it in."""
    if full := _FULL.fullmatch(number):
        return number, full[1]
    return (number, ANY + number) if _SHORT.fullmatch(number) else (number,)
