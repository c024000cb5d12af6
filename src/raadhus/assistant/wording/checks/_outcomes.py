"""What was decided must have been decided: so, by that body, on that day. Never a proposal told as a decision.

A claim that a body did something to a matter needs a passage of the minutes' decision with that same outcome. A
retelling in a case
paper bears out only what it says itself, in one sentence, of no political body.
"""

import re

from raadhus.assistant.wording.checks._claim import Claim, Evidence, Quote, flat
from raadhus.assistant.wording.checks._content import Known, content_words, known, missing
from raadhus.assistant.wording.checks._deciding import (
    PROPOSAL_NAMED,
    PROPOSES,
    Said,
    said_in,
    without_outcomes,
)
from raadhus.assistant.wording.checks._figures import figures_in
from raadhus.assistant.wording.checks._reasons import Reason
from raadhus.assistant.wording.checks._words import FREE
from raadhus.core.danish import words

_BODY = re.compile(
    r"(?-i:[A-ZÆØÅ][\w-]+ (?:(?:og|for) [A-ZÆØÅ]?[\w-]+ )?)?\b\w*(?:byråd|magistrat|kommunalbestyrelse|udvalg"
    r"|bestyrelse|rådmand|rådmænd"
    r"|borgmester|regionsråd)\w*",
    re.IGNORECASE,
)
_BY = re.compile(r"^[^,;]*\b(?:af|i|hos)\s+(?:et enigt |et |det |den )?$")
_TO = re.compile(r"\b(?:til|over ?for)\s+$")
_MATTER = re.compile(
    r"\b(?:sagen|punktet|indstillingen|forslaget|dagsordenspunktet|byråd\w*|kommunalbestyrelse\w*|magistrat\w*"
    r"|\w*udvalg\w*"
    r"|rådmand\w*|politikerne|politisk\w*|flertal\w*|enstemmigt)\b",
    re.IGNORECASE,
)
_ALWAYS_POLITICAL = ("noted", "decided", "withdrawn", "referred", "hearing")
_PART = re.compile(
    r"\b(?:ændrings|mindretals|under|mellem|del)\w*forslag\w*|\b(?:punkt|pkt\.?|at) \d", re.IGNORECASE
)
_DATED_OTHERWISE = re.compile(
    r"\b(?:til|fra|inden|senest|efter|pr\.?|gælde\w*|frem til|virkning|siden|udløb\w*|før|periode\w*)"
    r"(?: (?:og med|\w*møde\w*|udvalgets|byrådets|næste|den|d\.))*\s*$",
    re.IGNORECASE,
)
_LEFT_OPEN = ("discussed", "noted", "postponed", "referred", "rejected", "withdrawn")
"""After these the minutes may speak of a matter, but nothing of it holds."""
_PAST = re.compile(
    r"\b(?:\w{3,}(?:ede|te)|bad|var|blev|havde|har|tog|fik|kom|gav|sagde|deltog)\b", re.IGNORECASE
)
_SUPPOSES = re.compile(r"^(?:hvis|såfremt)\b|^[A-ZÆØÅ]\w+es [\w\s-]{1,40}, ", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:hvis|såfremt|vil|ville|kan|kunne|ved|skulle)\b", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(
    r"[,;]?\s(?=(?:men|mens|fordi|da|så|idet|hvor|hvilket|selvom|efter)\s)|;\s|,\s(?=(?:og|som)\s)"
)
_AMENDS = ("adopted", "rejected", "postponed", "referred", "withdrawn", "noted")


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """`OUTCOME` when what the claim says became of a matter is not what the minutes say; `PROPOSAL` for proposals."""
    said = list(said_in(claim.text))
    if not said and not PROPOSES.search(claim.text):
        return _as_fact(claim, evidence)
    if PROPOSES.search(claim.text) and not any(_proposes(quote) for quote in evidence.quotes):
        return Reason.PROPOSAL
    happened = [one for one in said if one.mood == "happened"]
    for one in said:
        if one.mood == "may happen" and not any(s.outcome == one.outcome for s in said_in(evidence.text)):
            return Reason.OUTCOME
    specific = [one for one in happened if one.outcome != "decided"] or happened
    if not all(_happened(one, claim, evidence) for one in specific):
        return Reason.OUTCOME
    return None if said and PROPOSES.search(claim.text) else _as_fact(claim, evidence)


def _happened(one: Said, claim: Claim, evidence: Evidence) -> bool:
    deciding = [quote for quote in evidence.quotes if quote.source.decides]
    if any(_decides(one, claim, quote, evidence) and _so_dated(one, claim, quote) for quote in deciding):
        return True
    if one.outcome in _ALWAYS_POLITICAL or _MATTER.search(claim.text):
        return False
    retelling = [quote for quote in evidence.quotes if not quote.source.decides]
    return any(_retells(one, claim, sentence, quote) for quote in retelling for sentence in quote.units)


def _decides(one: Said, claim: Claim, quote: Quote, evidence: Evidence) -> bool:
    """Whether this decision has that outcome, for the body that the claim names."""
    there = {s.outcome for s in said_in(flat(quote.source.text)) if s.mood == "happened"}
    if not _same_body(one, claim, quote) or not _about_the_matter(one, claim, quote, evidence):
        return False
    if one.outcome == "referred" and not _sent_to(one, claim, quote):
        return False
    another = len(there.intersection(_AMENDS)) > 1 and one.outcome not in (quote.source.outcome, "decided")
    if _PART.search(claim.text) or another:
        return any(_retells(one, claim, sentence, quote, exactly=True) for sentence in quote.units)
    outcome = quote.source.outcome
    match one.outcome:
        case "decided":
            return outcome in ("adopted", "other") or (outcome is None and bool(there))
        case "hearing":
            return "hearing" in {s.outcome for s in said_in(quote.text)} and outcome in (
                "adopted",
                "referred",
                "other",
            )
        case _ if outcome in (None, "other"):
            return one.outcome in there
        case _:
            return outcome == one.outcome


def _about_the_matter(one: Said, claim: Claim, quote: Quote, evidence: Evidence) -> bool:
    """Whether the clause that tells the outcome is made of what was decided: not of what a party wished besides."""
    start, end = _clause(one, claim)
    telling = content_words(without_outcomes(claim.text[start:end]))
    outcomes = {one.outcome, quote.source.outcome if one.outcome == "decided" else "decided"}
    settling = [
        s
        for s in quote.units
        if any(said.mood == "happened" and said.outcome in outcomes for said in said_in(s))
    ]
    beside = [
        other.text for other in evidence.quotes if _same_matter(other, quote) and not _PART.search(quote.text)
    ]
    return not missing(telling, known("\n".join([quote.source.context, *settling, *beside])))


def _sent_to(one: Said, claim: Claim, quote: Quote) -> bool:
    """Whether the body that the claim sends the matter to is the one it was sent to."""
    there = [m.group() for m in _BODY.finditer(quote.text) if _TO.search(quote.text[: m.start()])]
    named = [m.group() for m in _BODY.finditer(claim.text, one.start) if _TO.search(claim.text[: m.start()])]
    return all(any(_is_body(body, target) for target in there) for body in named)


def _same_matter(other: Quote, quote: Quote) -> bool:
    """Another passage of the item that was decided, or of the same matter in another body."""
    one, two = other.source, quote.source
    return other is not quote and ((one.item is not None and one.item == two.item) or one.title == two.title)


def _clause(one: Said, claim: Claim) -> tuple[int, int]:
    ends = [0, *(m.start() for m in _CLAUSE_ENDS.finditer(claim.text)), len(claim.text)]
    return max(e for e in ends if e <= one.start), min(e for e in ends if e > one.start)


def _same_body(one: Said, claim: Claim, quote: Quote) -> bool:
    """The body nearest before the word, or named by "af" after it, is the one that met; or the minutes name it so."""
    before = list(_BODY.finditer(claim.text, 0, one.start))
    after = (m for m in _BODY.finditer(claim.text, one.end) if _BY.search(claim.text[one.end : m.start()]))
    named = before[-1:] or list(after)[:1]
    if not named:
        return True
    body = named[0].group()
    if _is_body(body, quote.source.organization):
        return True
    return any(
        s.outcome == one.outcome
        and (said := list(_BODY.finditer(sentence, 0, s.start)))
        and _is_body(body, said[-1].group())
        for sentence in quote.units
        for s in said_in(sentence)
    )


def _is_body(named: str, organization: str) -> bool:
    there = Known(organization)
    low = organization.lower()
    councils = ("byråd", "kommunalbestyrelse")
    for word in words(named):
        if word.text in ("og", "for", "af", "et", "den", "det"):
            continue
        tail = any(base.endswith(word.base) for base in there.bases if len(word.base) > 4)
        council = any(c in word.base for c in councils) and any(c in low for c in councils)
        alderman = "rådmand" in word.base and "rådmand" in low
        if not (there.bears_out(word, exactly=True) or tail or council or alderman or word.text in _LEADING):
            return False
    return True


_LEADING = frozenset("hele desuden derefter senere samtidig endelig siden ifølge både".split())


def _so_dated(one: Said, claim: Claim, quote: Quote) -> bool:
    """A day beside the outcome is the meeting's own, unless it is a day until or from when something holds."""
    day = quote.source.day
    own = {f.key for f in figures_in(quote.text)}
    start, end = _clause(one, claim)
    for figure in figures_in(claim.text):
        if figure.kind not in ("day", "day of month") or not start <= figure.start < end:
            continue
        is_meeting = day is not None and figure.value in (day.isoformat(), f"{day:%m-%d}")
        otherwise = _DATED_OTHERWISE.search(claim.text[: figure.start])
        if (otherwise and figure.key not in own) or (not otherwise and not is_meeting):
            return False
    return True


def _retells(one: Said, claim: Claim, sentence: str, quote: Quote, *, exactly: bool = False) -> bool:
    """Whether one sentence says it all itself: the outcome, and what it befell."""
    if not any(s.outcome == one.outcome and s.mood == "happened" for s in said_in(sentence)):
        return False
    if exactly and len([s for s in said_in(sentence) if s.outcome in _AMENDS]) > 1:
        return False
    told = {figure.key for figure in figures_in(sentence)}
    if exactly and any(f.kind == "count" and f.key not in told for f in figures_in(claim.text)):
        return False
    telling = content_words(without_outcomes(claim.text))
    there = known(sentence if exactly else f"{sentence}\n{quote.source.context}")
    own = [w for w in telling if not there.bears_out(w, exactly=exactly)]
    if exactly:
        over = known(quote.source.context)
        own = [w for w in own if not over.bears_out(w, exactly=True)]
    return len(own) <= FREE * len(telling)


def _proposes(quote: Quote) -> bool:
    return quote.source.proposes or PROPOSAL_NAMED.search(f"{quote.text}\n{quote.source.title}") is not None


def _as_fact(claim: Claim, evidence: Evidence) -> Reason | None:
    """`PROPOSAL` when what bears the claim out is only proposed, and the claim does not say so.

    What a recommendation says may be told as decided where the decision on that same item is cited beside it.
    """
    if PROPOSES.search(claim.text):
        return None
    telling = content_words(without_outcomes(claim.text))
    if not telling:
        return None
    adopted = {q.source.item for q in evidence.quotes if q.source.decides and q.source.outcome == "adopted"}
    told_as_past = bool(_PAST.search(claim.text)) or any(said_in(claim.text))
    best, proposed = -1, False
    for quote in evidence.quotes:
        carried = quote.source.item is not None and quote.source.item in adopted
        for sentence in quote.units:
            if _SUPPOSES.search(sentence) and not _SUPPOSED.search(claim.text):
                borne = len(telling) - len(missing(telling, known(sentence)))
                if borne == len(telling):
                    return Reason.PROPOSAL
            borne = len(telling) - len(missing(telling, known(sentence)))
            proposes = quote.source.proposes or PROPOSES.search(sentence) is not None
            if quote.source.decides:
                proposes = quote.source.outcome in _LEFT_OPEN and not told_as_past
            if borne > best or (borne == best and not proposes):
                best, proposed = borne, proposes and not carried
    return Reason.PROPOSAL if proposed and best > 0 else None
