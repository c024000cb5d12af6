"""What a claim puts between quotation marks must stand so in the passage, word for word."""

import re

from raadhus.assistant.wording.checks._claim import Claim, Evidence, flat
from raadhus.assistant.wording.checks._reasons import Reason

_QUOTED = re.compile(r"[»«\"“”„]([^»«\"“”„]*)[»«\"“”„]")
_MARK = re.compile(r"[»«\"“”„]")


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """`QUOTE` for words that are no quote, or for a mark without its other half."""
    if not _MARK.search(claim.text):
        return None
    texts = [flat(quote.verbatim) for quote in evidence.quotes]
    titles = flat(evidence.context)
    quoted = [flat(said).rstrip(".,") for said in _QUOTED.findall(claim.text)]
    if len(_MARK.findall(claim.text)) != 2 * len(quoted):
        return Reason.QUOTE
    return None if all(any(said in text for text in (*texts, titles)) for said in quoted) else Reason.QUOTE
