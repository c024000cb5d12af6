"""From a decision's text to its outcome. Confusing two outcomes is the worst mistake the house can make.

The rules read sentence by sentence. A sentence that tells of one party's or one member's vote says nothing of the
outcome; a sentence about an amendment counts only when nothing else does. The first sentence that settles the
matter (withdrawn, postponed, rejected, referred, adopted) wins over those that only note or discuss it.
"""

import re

from raadhus.parsing._package import Outcome

_SENTENCES = re.compile(r"(?<=[a-zæøå)\"”’0-9])[.!?;]\s+(?=[\"“”»A-ZÆØÅ0-9])|\n+|(?:^|\s)\d{1,2}[.)]\s+(?=[A-ZÆØÅ])")
_NOTHING = re.compile(r"(?:der (?:var|er) )?(?:intet|ingen|ingenting|ikke noget)\b", re.IGNORECASE)
_FAR = 700

_MATTER = r"(?:sagen|punktet|forslaget|indstillingen|indstillinger|beslutningsforslaget|emnet|dagsordenspunktet|anmodningen|ansøgningen|planen|behandlingen|sagens behandling|behandling af (?:sagen|punktet)|beslutningen)"
_SEND = r"(?:fremsendes|henvises|oversendes|videresendes|tilbagesendes|sendes|hjemvises|fremsendt|henvist|oversendt|videresendt|hjemvist)"
_APPROVED = r"(?:godkend(?:t|te|tes)|vedtaget|vedtog|vedtages|tiltrådt|tiltrådte|tiltrædes|tiltræder indstillingen|bifaldt|bifaldet|imødekommet|imødekom|stadfæstet|bevilget|bevilgede|besluttet som indstillet|fulgte indstillingen|følger indstillingen|indstillingen følges|indstillingen blev fulgt|godkendes)"

_OF_SOME = re.compile(
    r"\b(?:byrådsgruppe\w*|gruppe(?:n|rne)|parti(?:et|erne)?|medlem(?:mer(?:ne)?)?|mindretal\w*)\b.{0,80}\b(?:kunne ikke|stemte|tog forbehold|undlod)"
    r"|\b(?:stemte|undlod|tog forbehold|tager forbehold|tog afstand|deltog ikke)\b"
    r"|\bkunne ikke (?:tiltræde|godkende|støtte|bakke)\b(?!s)|\bkan ikke (?:tiltræde|godkende|støtte)\b(?!s)",
    re.IGNORECASE,
)
_AMENDMENT = re.compile(r"\b(?:ændrings|under|mindretals|mellem)\w*forslag", re.IGNORECASE)
_WITHDRAWN = re.compile(
    rf"^(?:punktet |sagen )?(?:udgik|udgår|udgået|trukket|bortfald\w*|aflyst|taget af)\b"
    rf"|\b{_MATTER}\b.{{0,40}}\b(?:udgik|udgår|udgået|udgå|trukket|trækkes|trak|bortfaldt|bortfalder|taget af dagsordenen|tages af dagsordenen)\b"
    r"|\b(?:trukket tilbage|trak (?:sagen|forslaget|punktet)|(?:taget|udtaget|trukket|tages) af dagsordenen)\b",
    re.IGNORECASE,
)
_POSTPONED = re.compile(
    r"^(?:udsat|udsættes|udskudt|udskydes|udskudt|blev udsat)\b(?! for)"
    rf"|\b{_MATTER}\b.{{0,60}}\b(?:udsat|udsættes|udskudt|udskydes|udskyde|udsætte)\b(?! for)"
    r"|\b(?:udsatte|udskød|udsætte|udskyde) (?:sagen|punktet|behandlingen|beslutningen|sagens behandling)\b"
    r"|\b(?:sagen|punktet|det)\b.{0,30}\b(?:genoptages|genbehandles|tages op igen|behandles igen)\b"
    r"|\b(?:sagens behandling|behandlingen) (?:blev|er|bliver) (?:udsat|udskudt)\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:kunne|kan) ikke (?:tiltrædes|godkendes|imødekommes|vedtages|anbefales|støttes)\b"
    r"|\bnyder ikke fremme\b|\b(?:forkastet|forkastes|forkastede|nedstemt|stemt ned|afslået|afslås|afslog)\b"
    rf"|\b{_MATTER}\b.{{0,30}}\b(?:afvist|afvises|faldt)\b|^(?:afvist|afslag|forkastet|afvises)\b|\bafviste (?:sagen|forslaget|indstillingen|ansøgningen)\b"
    rf"|\bikke (?:at )?(?:kunne )?(?:blevet )?{_APPROVED}\b|\bikke har {_APPROVED}\b|\b{_APPROVED} ikke\b(?! at)",
    re.IGNORECASE,
)
_SENT_BACK_DONE = re.compile(rf"^tilbagesendes\b.*\b(?:har|er|blev) (?:\w+ ){{0,2}}?{_APPROVED}", re.IGNORECASE | re.DOTALL)
_REFERRED = re.compile(
    rf"^(?:{_MATTER} )?(?:(?:blev|bliver|er) )?(?:herefter |derfor |enstemmigt )?{_SEND}\b.{{0,200}}\b(?:til|byrådet|udvalg\w*|magistrat\w*|forvaltning\w*|afdeling\w*)\b"
    rf"|\b{_MATTER} (?:blev |bliver |er )?(?:herefter |derfor )?{_SEND} (?:tilbage )?(?:til|i)\b"
    r"|\b(?:henvise|henviste|oversende|oversendte|fremsende|fremsendte|hjemvise|sende|tilbagesende) (?:sagen|forslaget|punktet|indstillingen)\b.{0,60}\btil\b"
    r"|\b(?:anbefale[rst]*|anbefalede|indstille[rst]*|indstillede)\b.{0,60}\b(?:over ?for|at|til) (?:byrådet|kommunalbestyrelsen|magistraten|økonomiudvalget)\b",
    re.IGNORECASE | re.DOTALL,
)
_ADOPTED = re.compile(rf"\b{_APPROVED}\b|\b(?:kunne|kan) tiltræde\b|\bblev valgt\b|\bvalgtes\b|\bsom indstillet\b", re.IGNORECASE)
_NOTED = re.compile(
    r"\b(?:til|i) (?:efterretning|orientering)\b|\b(?:blev|er) orienteret\b|^orienter(?:et|ing givet)\b|\borienteringen (?:blev|er) givet\b|\btog(?:es)? .{0,60}ad notam\b",
    re.IGNORECASE,
)
_DISCUSSED = re.compile(r"\b(?:drøftet|drøftede|drøftedes|debatteret|debatterede|temadrøftet)\b", re.IGNORECASE)
_DECIDED = re.compile(r"\b(?:besluttede|besluttet|beslutter)\b", re.IGNORECASE)


def outcome_of(decision: str) -> Outcome:
    """Return the outcome that a decision's text states; `other` when it states none of the known ones."""
    text = " ".join(decision.split())
    if _NOTHING.match(text) and len(text) < 90 and not _ADOPTED.search(text):
        return "none"
    late: Outcome | None = None
    weak: Outcome | None = None
    read = 0
    for sentence in _sentences(decision):
        found = _of_sentence(sentence)
        about_matter = re.search(r"\bindstilling", sentence, re.IGNORECASE)
        if found and _AMENDMENT.search(sentence) and found in ("adopted", "rejected"):
            late = late or found
        elif found in ("noted", "discussed", "other"):
            weak = weak or ("adopted" if found == "other" else found)
        elif found and (read < _FAR or about_matter):
            return found
        read += len(sentence)
    return weak or late or "other"


def _sentences(decision: str) -> list[str]:
    flat = re.sub(r"[ \t]*\n[ \t]*", " ", decision).strip()
    return [part for part in (piece.strip(" .\t") for piece in _SENTENCES.split(flat)) if part]


def _of_sentence(sentence: str) -> Outcome | None:
    """Return one sentence's outcome; `other` stands for "decided", which counts only when nothing says more."""
    if _SENT_BACK_DONE.search(sentence) and not _REJECTED.search(sentence):
        return "adopted"
    if _WITHDRAWN.search(sentence):
        return "withdrawn"
    if _POSTPONED.search(sentence):
        return "postponed"
    if some := _OF_SOME.search(sentence):
        before = sentence[: some.start()]
        settled = bool(before.strip()) and not _AMENDMENT.search(before)
        return _settled(before) if settled else None
    return _settled(sentence) or _weakly(sentence)


def _settled(sentence: str) -> Outcome | None:
    if _REJECTED.search(sentence):
        return "rejected"
    if _REFERRED.search(sentence):
        return "referred"
    return "adopted" if _ADOPTED.search(sentence) else None


def _weakly(sentence: str) -> Outcome | None:
    if _NOTED.search(sentence):
        return "noted"
    if _DISCUSSED.search(sentence):
        return "discussed"
    return "other" if _DECIDED.search(sentence) else None
