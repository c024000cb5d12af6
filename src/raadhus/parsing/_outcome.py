"""From a decision's text to its outcome. Confusing two outcomes is the worst mistake the house can make.

The rules read sentence by sentence. A sentence that tells of one party's or one member's vote says nothing of the
outcome; a sentence about an amendment counts only when nothing else does. The first sentence that settles the
matter (withdrawn, postponed, rejected, referred, adopted) wins over those that only note or discuss it.
"""

import re

from raadhus.parsing._package import Outcome

_SENTENCES = re.compile(
    r"(?<=[a-zæøå)\"”’0-9])[.!?;]\s+(?=[\"“”»A-ZÆØÅ0-9])|\n+|(?:^|\s)\d{1,2}[.)]\s+(?=[A-ZÆØÅ])"
)
_NOTHING = re.compile(r"(?:der (?:var|er) )?(?:intet|ingen|ingenting|ikke noget)\b", re.IGNORECASE)
_FAR = 700


def _any(*words: str) -> str:
    return "(?:" + "|".join(words) + ")"


def _rule(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE | re.DOTALL)


_MATTER = _any(
    "sagen", "punktet", "forslaget", "indstillinge[nr]", "beslutningsforslaget", "emnet", "dagsordenspunktet",
    "anmodningen", "ansøgningen", "planen", "behandlingen", "sagens behandling", "beslutningen",
    "drøftelsen",
    "behandling af (?:sagen|punktet)", r"godkendelse(?:n)? af \w+",
)  # fmt: skip
_SEND = _any(
    "(?:frem|over|videre|tilbage)?sendes",
    "henvises",
    "hjemvises",
    "(?:frem|over|videre|tilbage)sendt",
    "henvist",
    "hjemvist",
)
_APPROVED = _any(
    "godkend(?:t|te|tes|es)", "vedtaget", "vedtog", "vedtages", "tiltrådte?", "tiltrædes", "tiltræder indstillingen",
    "bifaldte?", "bifaldet", "imødekommet", "imødekom", "stadfæstet", "bevilget", "bevilgede",
    "besluttet som indstillet", "(?:fulgte|følger) indstillingen", "indstillingen (?:følges|blev fulgt)",
)  # fmt: skip
_BODY = _any(
    "rådmanden", "borgmesteren", r"\w*udvalget", "byrådet", "magistraten", "kommunalbestyrelsen", "bestyrelsen",
    "rådet",
)  # fmt: skip
_GRANT = _any("bevilling(?:en)?", "tilladelse(?:n)?", "dispensation(?:en)?", "tilsagn", "samtykke")
_GROUP = _any(
    r"byrådsgruppe\w*", "gruppe(?:n|rne)", "parti(?:et|erne)?", "medlem(?:mer(?:ne)?)?", r"mindretal\w*"
)
_GONE = _any(
    "udgik",
    "udgår",
    "udgået",
    "udgå",
    "trukket",
    "trækkes",
    "trak",
    "bortfald(?:t|er)",
    "tage[ts] af dagsordenen",
)
_LATER = _any("udsat", "udsættes", "udskudt", "udskydes", "udskyde", "udsætte")

_NOT_A_WORD = re.compile(r"[\W\d_]*(?:n/a)?[\W\d_]*", re.IGNORECASE)
_MAJORITY = re.compile(
    r"\bflertal\w*\b.{0,120}?\bstemte (?P<side>for|imod|nej|ja)\b", re.IGNORECASE | re.DOTALL
)
_MAJORITY_CAN = re.compile(
    r"\bflertal\w*\b[^.]{0,80}?\b(?:kunne|kan) "
    r"(?:(?P<not>ikke )(?:tiltræde|godkende|støtte|anbefale)|tiltræde|godkende)\b",
    re.IGNORECASE,
)
_A_PART_GOES = _rule(rf"\b(?:punkt|pkt\.?|at|bilag|afsnit|linje) ?\d+[a-z]?\b.{{0,40}}\b{_GONE}\b")
_OF_SOME = _rule(
    rf"\b{_GROUP}\b.{{0,80}}\b(?:kunne ikke|stemte|tog forbehold|undlod)",
    r"\b(?:stemte|undlod|tog forbehold|tager forbehold|tog afstand|deltog ikke)\b",
    r"\b(?:kunne|kan) ikke (?:tiltræde|godkende|støtte|bakke)\b",
)
_AMENDMENT = _rule(r"\b(?:ændrings|under|mindretals|mellem)\w*forslag")
_WITHDRAWN = _rule(
    r"^(?:punktet |sagen )?(?:udgik|udgår|udgået|trukket|bortfald\w*|aflyst|taget af)\b",
    rf"\b{_MATTER}\b.{{0,40}}\b{_GONE}\b",
    rf"\b{_MATTER}\b.{{0,20}}\baflyst\b",
    r"\btrukket tilbage\b|\btrak (?:sagen|forslaget|punktet)\b|\b(?:ud)?(?:taget|trukket|tages) af dagsordenen\b",
)
_POSTPONED = _rule(
    rf"^(?:blev )?{_LATER}\b(?! for)",
    rf"\b{_MATTER}\b.{{0,60}}\b{_LATER}\b(?! for)",
    r"\b(?:udsatte|udskød|udsætte|udskyde) (?:sagen|punktet|behandlingen|beslutningen|sagens behandling)\b",
    rf"(?:^|\b{_MATTER}\b.{{0,30}})\b(?:flytte|rykke)[st]\b.{{0,20}}\btil\b",
    rf"(?:^(?:blev )?|\b{_MATTER}\b.{{0,30}})\b(?:ikke nået|nåedes ikke)\b",
    r"\b(?:sagen|punktet|det)\b.{0,30}\b(?:genoptages|genbehandles|tages op igen|behandles igen)\b",
)
_REJECTED = _rule(
    r"\b(?:kunne|kan) ikke (?:tiltrædes|godkendes|imødekommes|vedtages|anbefales|støttes)\b",
    r"\bnyder ikke fremme\b|\b(?:forkastet|forkastes|forkastede|nedstemt|stemt ned|afslået|afslås|afslog)\b",
    rf"\b{_MATTER}\b.{{0,30}}\b(?:afvist|afvises|faldt)\b|^(?:afvist|afslag|forkastet|afvises)\b",
    r"\b(?:givet|gives|meddelt|meddeles|gav) afslag\b",
    r"\bbeslutte(?:de|t|r)\b.{0,12}\bikke at (?:gå|arbejde) videre\b",
    r"\bafviste (?:sagen|forslaget|indstillingen|ansøgningen)\b",
    rf"\bikke (?:at )?(?:kunne )?(?:blevet )?{_APPROVED}\b|\bikke har {_APPROVED}\b|\b{_APPROVED} ikke\b(?! at)",
)
_REFUSED_BY_BODY = _rule(
    rf"(?<!\bi )(?<!\baf ){_BODY} (?:kunne|kan) ikke (?:anbefale|godkende|tiltræde|støtte|imødekomme)\b"
)
_SENT_BACK_DONE = _rule(rf"^tilbagesendes\b.*\b(?:har|er|blev) (?:\w+ ){{0,2}}?{_APPROVED}")
_REFERRED = _rule(
    rf"^(?:{_MATTER} )?(?:(?:blev|bliver|er) )?(?:herefter |derfor |enstemmigt )?{_SEND}\b.{{0,200}}"
    r"\b(?:til|byrådet|udvalg\w*|magistrat\w*|forvaltning\w*|afdeling\w*)\b",
    rf"\b{_MATTER} (?:blev |bliver |er )?(?:herefter |derfor )?{_SEND} (?:tilbage )?(?:til|i)\b(?! (?:\w+ )?høring)",
    r"\b(?:henvis|oversend|fremsend|hjemvis|send|tilbagesend)(?:e|er|te) (?:sagen|forslaget|punktet|indstillingen)\b"
    r".{0,60}\btil\b",
    r"^(?:(?:sagen|forslaget|indstillingen) )?anbefal(?:es|et)\b(?! ikke)",
    rf"\b{_BODY}\b.{{0,60}}\banbefal(?:er|ede)\b(?! ikke)|\bflertal\b.{{0,60}}\banbefal(?:er|ede)\b(?! ikke)",
    r"^(?:sagen |forslaget )?overgår til (?:\w*behandling|behandling)\b",
    r"\b(?:anbefal|indstill)(?:er|ede|es)\b.{0,60}?\b(?:over ?for|at|til) "
    r"(?:byrådets?|kommunalbestyrelsens?|magistratens?|økonomiudvalgets?)\b",
)
_ADOPTED = _rule(
    rf"\b{_APPROVED}\b",
    r"\b(?:kunne|kan) tiltræde\b",
    r"\bblev (?:gen)?valgt\b|\bvalgtes\b|\bsom indstillet\b|^(?:gen)?valgt\b|^udpeget\b|\bblev udpeget\b",
    rf"\b{_BODY}\b.{{0,60}}\b(?:godkender|tiltræder|vedtager|bevilger)\b",
    r"\b(?:tilsluttede|tilslutter) sig\b|^følges\b|\bindstilling(?:en)? følges\b|^accepteret\b",
    rf"\b{_GRANT}\b.{{0,30}}\b(?:givet|gives|meddelt|meddeles)\b|\b(?:givet|gives|meddelt|meddeles) {_GRANT}\b",
)
_NOTED = _rule(
    r"\b(?:til|i) (?:efterretning|orientering)\b",
    r"\b(?:blev|er) orienteret\b|^orienter(?:et|ing givet)\b|\borienteringen (?:blev|er) givet\b",
    r"\bad notam\b|\btakkede for (?:orienteringen|redegørelsen|status)",
    r"\bgivet (?:en )?(?:\w+ )?(?:orientering|redegørelse)\b",
)
_DISCUSSED = _rule(
    r"\b(?:drøftet|drøftede|drøftedes|debatteret|debatterede|temadrøftet)\b",
    r"^(?:\w+ )?drøftelse\b|\b(?:var|havde|holdt|førte) (?:der )?(?:en )?(?:\w+ )?drøftelse\b",
)
_DECIDED = _rule(r"\b(?:besluttede|besluttet|beslutter)\b")
_ABOUT_MATTER = _rule(r"\bindstilling")


def outcome_of(decision: str) -> Outcome:
    """Return the outcome that a decision's text states; `other` when it states none of the known ones."""
    text = " ".join(decision.split())
    if _NOT_A_WORD.fullmatch(text):
        return "none"
    if _NOTHING.match(text) and len(text) < 90 and not _ADOPTED.search(text):
        return "none"
    late: Outcome | None = None
    weak: Outcome | None = None
    read = 0
    for sentence in _sentences(decision):
        found = _of_sentence(sentence)
        about_matter = _ABOUT_MATTER.search(sentence)
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
    if _WITHDRAWN.search(sentence) and not _A_PART_GOES.search(sentence):
        return "withdrawn"
    if _POSTPONED.search(sentence):
        return "postponed"
    if majority := _MAJORITY.search(sentence):
        return "adopted" if majority["side"].lower() in ("for", "ja") else "rejected"
    if able := _MAJORITY_CAN.search(sentence):
        return "rejected" if able["not"] else "adopted"
    if _REFUSED_BY_BODY.search(sentence):
        return "rejected"
    if some := _OF_SOME.search(sentence):
        before = sentence[: some.start()]
        settled = bool(before.strip()) and not _AMENDMENT.search(before)
        return _settled(before) if settled else None
    return _settled(sentence) or _weakly(sentence)


def _settled(sentence: str) -> Outcome | None:
    if _REJECTED.search(sentence):
        return "rejected"
    adopted, referred = _ADOPTED.search(sentence), _REFERRED.search(sentence)
    if referred and not (adopted and _sent_on(sentence[adopted.end() : referred.start()])):
        return "referred"
    return "adopted" if adopted else None


def _sent_on(between: str) -> bool:
    """What is approved and then sent on is approved; what is approved is not "to send it on"."""
    return bool(re.search(r",|\b(?:og|som)\b", between)) and not re.match(r"\s*,?\s*at\b", between)


def _weakly(sentence: str) -> Outcome | None:
    if _NOTED.search(sentence):
        return "noted"
    if _DISCUSSED.search(sentence):
        return "discussed"
    return "other" if _DECIDED.search(sentence) else None
