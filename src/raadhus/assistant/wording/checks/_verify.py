"""A sentence passes when one stretch of each passage that it cites bears out all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from raadhus.assistant.wording.checks import (
    _elsewhere,
    _form,
    _hedges,
    _limits,
    _names,
    _negation,
    _numbers,
    _outcomes,
    _quotes,
    _votes,
    _words,
)
from raadhus.assistant.wording.checks._claim import Claim, Evidence, Source
from raadhus.assistant.wording.checks._reasons import Reason

WORD_FOR_WORD = (_form.check, _outcomes.check)
"""Enough for a whole sentence of the quote as it stands."""

CHECKS = (
    _form.check,
    _numbers.check,
    _names.check,
    _words.check,
    _quotes.check,
    _limits.check,
    _outcomes.check,
    _votes.check,
    _hedges.check,
    _negation.check,
    _elsewhere.check,
)
"""In this order: the quick ones first."""

MOST_SOURCES = 3
MOST_TRIED = 40
"""So many choices of quotes are tried, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`evidence` bears the claim out, or `reason` says why nothing that it cites does."""

    evidence: Evidence | None
    reason: Reason | None = None


def verify(claim: Claim, sources: Mapping[int, Source]) -> Verdict:
    """Look for quotes that bear out all of `claim`; the reason is that of the likeliest ones."""
    if not claim.cited:
        return Verdict(None, Reason.UNCITED)
    if any(number not in sources for number in claim.cited):
        return Verdict(None, Reason.UNKNOWN_SOURCE)
    if len(claim.cited) > MOST_SOURCES:
        return Verdict(None, Reason.TOO_MANY_SOURCES)
    first: Reason | None = None
    for evidence in _choices(claim, sources):
        checks = WORD_FOR_WORD if _is_word_for_word(claim, evidence) else CHECKS
        reason = next((reason for check in checks if (reason := check(claim, evidence))), None)
        if reason is None:
            return Verdict(evidence)
        first = first or reason
    return Verdict(None, first or Reason.WORDS)


def _is_word_for_word(claim: Claim, evidence: Evidence) -> bool:
    """One quote alone, and a sentence of it from its beginning to its end."""
    return len(evidence.quotes) == 1 and claim.text.rstrip(" .") in {u.rstrip(" .") for u in evidence.units}


def _choices(claim: Claim, sources: Mapping[int, Source]) -> Iterator[Evidence]:
    """One quote of each source, those first that hold most of the claim."""
    ordered = (
        sorted(
            sources[number].quotes,
            key=lambda quote: -_words.share_borne_out(claim, Evidence((quote,))),
        )
        for number in claim.cited
    )
    return (Evidence(quotes) for quotes in islice(product(*ordered), MOST_TRIED))
