"""What is denied in the quote is denied in the claim, and the other way round, clause by clause."""

import re

from raadhus.assistant.wording.checks._claim import Claim, Evidence
from raadhus.assistant.wording.checks._content import content_words, known
from raadhus.assistant.wording.checks._reasons import Reason
from raadhus.core.danish import Word

_DENIES = re.compile(
    r"\b(?:ikke(?! (?:mindst|kun|alene|blot|desto))|ingen|intet|aldrig|hverken|ej|uden|næppe|undlad\w*|undlod"
    r"|mangl\w*"
    r"|fravær\w*|forkast\w*|afvis\w*|afsl[aåo]\w*|nedstem\w*|(?<!tager )(?<!tage )(?<!tog )imod|modstand\w*"
    r"|uenig\w*)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(
    r"[,;]\s+(?=(?:og|men|mens|da|fordi|så|idet|som|hvor|hvilket|selvom)\b)|\s(?=(?:men|mens)\s)|[.;:!?]\s|\n"
)


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """`NEGATION` when a clause of the claim says what the quotes deny, or denies what they say."""
    sides = {True: list[str](), False: list[str]()}
    for clause in _CLAUSES.split(evidence.text):
        sides[_denies(clause)].append(clause)
    denied, said = "\n".join(sides[True]), "\n".join([*sides[False], evidence.context])
    for clause in _CLAUSES.split(claim.text):
        words = content_words(clause)
        only_denied = [w for w in words if known(denied).bears_out(w) and not known(said).bears_out(w)]
        if _denies(clause):
            best = _best(words, sides[True])
            if not only_denied and not (best and best >= _best(words, sides[False])):
                return Reason.NEGATION
        elif only_denied:
            return Reason.NEGATION
    return None


def _denies(clause: str) -> bool:
    return _DENIES.search(clause) is not None


def _best(words: list[Word], clauses: list[str]) -> int:
    return max((sum(map(known(clause).bears_out, words)) for clause in clauses), default=0)
