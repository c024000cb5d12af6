"""Who voted for and who against."""

import re

from raadhus.assistant.wording.checks._claim import Claim, Evidence
from raadhus.assistant.wording.checks._names import names_in
from raadhus.assistant.wording.checks._reasons import Reason

_SIDE = r"for|imod|mod|ja|nej|blankt|hverken for eller imod"
_AFTER = re.compile(rf"(?<!\d )\b(?:stemte|stemmer|stemt)\s+(?:\w+ )?(?P<side>{_SIDE})\b", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?P<side>for|imod|mod|blankt)(?: \w+)? stemte\b", re.IGNORECASE)
_CLAUSES = re.compile(r"[,;.]\s+(?:og|men|mens)\s|\s(?:men|mens)\s|;\s")
_SAME = {"mod": "imod", "nej": "imod", "ja": "for"}


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """`OUTCOME` when somebody is said to have voted otherwise than the quotes tell."""
    sides = votes_in(claim.text)
    if not sides:
        return None
    names = [name for clause in _CLAUSES.split(claim.text) if votes_in(clause) for name in names_in(clause)]
    for sentence in evidence.sentences:
        if sides <= votes_in(sentence) and all(_side_of(name[-1], sentence) in sides for name in names):
            return None
    return Reason.OUTCOME


def votes_in(text: str) -> set[str]:
    return {_side(match) for match in (*_AFTER.finditer(text), *_BEFORE.finditer(text))}


def _side(match: re.Match[str]) -> str:
    side = match["side"].lower()
    return _SAME.get(side, side)


def _side_of(name: str, sentence: str) -> str | None:
    """The side told next after the name, or last before it where the sentence begins with the side."""
    at = sentence.lower().find(name)
    if at < 0:
        return None
    if told := [m for m in _BEFORE.finditer(sentence) if m.start() < at]:
        return _side(told[-1])
    following = _AFTER.search(sentence, at)
    return _side(following) if following else None
