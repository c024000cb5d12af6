"""The form of a sentence: Danish, of a decent length, without markup, addresses or orders to the reader."""

import re
import unicodedata

from raadhus.assistant.wording.checks._claim import Claim, Evidence
from raadhus.assistant.wording.checks._reasons import Reason
from raadhus.core.danish import STOPWORDS, words_of

LONGEST = 450
_MARKUP = re.compile(r"[<>{}|\\^~`]|\]\(|\*|_{2}|^#|&\w+;|\[|\]")
_ADDRESS = re.compile(
    r"https?:|www\.|\S+@\S+|\b[\w-]+\.(?:dk|com|org|net|eu|io|ru|example)\b|\b(?:\d\d ){3}\d\d\b|\b\d{8}\b",
    re.IGNORECASE,
)
_ORDERS = re.compile(
    r"^\W*(?:klik|ring|skriv|kontakt|besøg|gå ind|send|indtast|log ind|ignor\w+|glem|husk|bemærk|svar|betal"
    r"|overfør|stem)\b"
    r"|\b(?:du|dig|din|dit|dine|jeg|mig|min|mit|mine|vi kan desværre|sprogmodel|assistent)\b",
    re.IGNORECASE,
)
_ENGLISH = frozenset(
    "the of and is was were are to in that it by with as be this which on from has have not will would".split()
)


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """What is wrong with the form; an address or an order is right where the quote has the very words."""
    text = claim.text
    if len(text) > LONGEST:
        return Reason.TOO_LONG
    if _MARKUP.search(text) or any(unicodedata.category(letter) in ("Cc", "Cf", "Co") for letter in text):
        return Reason.MARKUP
    there = " ".join(evidence.text.lower().split())
    if any(found.group().lower() not in there for found in _ADDRESS.finditer(text)):
        return Reason.ADDRESS
    if any(found.group().strip().lower() not in there for found in _ORDERS.finditer(text)):
        return Reason.ORDERS
    return None if _is_danish(text) else Reason.NOT_DANISH


def _is_danish(text: str) -> bool:
    said = words_of(text)
    danish = sum(word in STOPWORDS for word in said)
    english = sum(word in _ENGLISH and word not in STOPWORDS for word in said)
    return bool(said) and english <= danish and (danish > 0 or len(said) < 6)
