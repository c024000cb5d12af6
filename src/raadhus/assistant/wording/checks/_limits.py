""" "At least", "at most", "no later than": the word that bounds a figure must bound it in the quote too."""

import re
from itertools import pairwise

from raadhus.assistant.wording.checks._claim import Claim, Evidence
from raadhus.assistant.wording.checks._figures import figures_in
from raadhus.assistant.wording.checks._reasons import Reason

_BOUNDS = tuple(
    re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE)
    for words in (
        r"mindst|minimum|fra og med|ned til",
        r"højst|maksimalt|maks\.?|maximalt|op til|ikke over|loft(?:et)?",
        r"(?:mere end|flere end|over|overstiger)\s*$",
        r"(?:mindre end|færre end|under|knap|næsten)\s*$",
        r"senest|inden|ikke senere end|frist(?:en)?|før",
        r"tidligst|efter",
        r"kun|alene|udelukkende",
    )
)
_RATES = tuple(
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for words in (
        r"om året|årlig\w*|(?:pr\.?|per) år|hvert år|helårs\w*",
        r"om måneden|månedlig\w*|(?:pr\.?|per) måned|hver måned",
        r"om ugen|ugentlig\w*|(?:pr\.?|per) uge|hver uge",
        r"om dagen|daglig\w*|(?:pr\.?|per) dag|hver dag",
        r"i timen|(?:pr\.?|per) time|hver time",
    )
)
_ORDERED = re.compile(r"^\D{0,25}\b(?:til|mod|imod)\b\D{0,8}$")
_WAY = re.compile(r"\b(med|fra|til)\s+(?:den\s+|kr\.\s*)?$", re.IGNORECASE)
_NEAR = 30
"""So many characters before a figure a word bounds it."""


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """`LIMIT` for another rate, another way between two figures, or a figure bounded otherwise than in its quotes."""
    if any(rate.search(claim.text) and not rate.search(evidence.text) for rate in _RATES):
        return Reason.LIMIT
    told = figures_in(evidence.text)
    for figure in figures_in(claim.text):
        said = _bounds_before(claim.text, figure.start)
        standing = [_bounds_before(evidence.text, f.start) for f in told if f.key == figure.key]
        if standing and not any(said == bounds for bounds in standing):
            if said and any(bounds for bounds in standing):
                return Reason.LIMIT
            if said and not any(_BOUNDS[n].search(evidence.text) for n in said):
                return Reason.LIMIT
            if not said and all(0 in bounds or 1 in bounds for bounds in standing):
                return Reason.LIMIT
    return None if _in_order(claim, evidence) and _same_way(claim, evidence) else Reason.LIMIT


def _in_order(claim: Claim, evidence: Evidence) -> bool:
    """Whether "fra 35 til 25" and "17 stemmer mod 8" go the same way there."""
    told = [figure.value for figure in figures_in(evidence.text)]
    for one, other in pairwise(figures_in(claim.text)):
        if _ORDERED.search(claim.text[one.end : other.start]) and one.value in told:
            first = told.index(one.value)
            if other.value not in told[first + 1 :]:
                return False
    return True


def _same_way(claim: Claim, evidence: Evidence) -> bool:
    """Whether what rises "med 60 kr. til 1.840 kr." does not rise "med 1.840 kr."."""
    told = figures_in(evidence.text)
    for figure in figures_in(claim.text):
        there = [_way(evidence.text, f.start) for f in told if f.key == figure.key]
        said = _way(claim.text, figure.start)
        if said and there and all(there) and said not in there:
            return False
    return True


def _way(text: str, at: int) -> str | None:
    found = _WAY.search(text[max(0, at - _NEAR) : at])
    return found.group(1).lower() if found else None


def _bounds_before(text: str, at: int) -> frozenset[int]:
    near = re.split(r"[.;:\n](?=\s)|\d", text[max(0, at - _NEAR) : at])[-1]
    return frozenset(n for n, pattern in enumerate(_BOUNDS) if pattern.search(near))
