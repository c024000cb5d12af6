"""What is only aimed at, expected or judged in the quote is told so; and nothing becomes a duty that is none there."""

import re

from raadhus.assistant.wording.checks._claim import Claim, Evidence
from raadhus.assistant.wording.checks._content import content_words, known
from raadhus.assistant.wording.checks._deciding import said_in
from raadhus.assistant.wording.checks._figures import figures_in
from raadhus.assistant.wording.checks._reasons import Reason

_HEDGES = tuple(
    re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        r"mål(?:et|ene|sætning\w*)?\b|tilstræb\w*|ambition\w*",
        r"(?:for)?vente[st]?\b|skøn\w*|anslå\w*|vurder(?:er|es|ede|et)\b|prognose\w*|estimat\w*|formod\w*|antage[srt]?\b|sandsynlig\w*",
        r"budget(?:tet|teret|terede)?\b|afsat\b",
        r"ønske(?:r|s|de)?\b|bad\b|beder\b|opfordre(?:r|s|de)?\b",
        r"mulig(?:vis|hed\w*)?\b|måske\b|eventuel\w*",
    )
)
_CLAUSES = re.compile(r"[,;]\s+(?=(?:og|men|mens)\s)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DUTY = re.compile(r"\bskal\b|\bpligt\w*", re.IGNORECASE)
_BINDS = re.compile(
    r"\b(?:skal|skulle|må (?:ikke|kun)|pligt\w*|forpligt\w*|kræve\w*|krav\w*|forudsæt\w*|påbud\w*|pålægg\w*)\b",
    re.IGNORECASE,
)


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """`HEDGE` when what bears the claim out best says less than the claim."""
    values = {f.key for f in figures_in(claim.text) if not _YEAR.fullmatch(f.value)}
    clauses = [clause for sentence in evidence.units for clause in _CLAUSES.split(sentence)]
    told = [clause for clause in clauses if values.intersection(f.key for f in figures_in(clause))]
    best = max(told or evidence.units, key=lambda text: _borne(claim, text), default="")
    if _DUTY.search(claim.text) and not _BINDS.search(best):
        return Reason.HEDGE
    if any(said.mood == "happened" for said in said_in(claim.text)):
        return None  # what became of a matter is no guess; the outcomes have a check of their own
    for hedge in _HEDGES:
        if hedge.search(best) and not any(other.search(claim.text) for other in (hedge, _HEDGES[1])):
            return Reason.HEDGE
    return None


def _borne(claim: Claim, sentence: str) -> int:
    figures = {figure.key for figure in figures_in(sentence)}
    there = known(sentence)
    words = sum(map(there.bears_out, content_words(claim.text)))
    return words + sum(figure.key in figures for figure in figures_in(claim.text))
