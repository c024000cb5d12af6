"""What a question asks for, told by its first words, and what an answer of that kind looks like."""

import re
from collections.abc import Iterator
from typing import Literal

from raadhus.core.danish._words import lemma

Expected = Literal[
    "number", "amount", "share", "duration", "length", "date", "phone", "person", "reason", "place"
]

MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
NUMBER_WORDS = "to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tyve|tredive|halvdelen|tredjedel|fjerdedel"

_ASKS: tuple[tuple[Expected, re.Pattern[str]], ...] = (
    ("phone", re.compile(r"\b(?:telefonnummer|tlf|mobilnummer)\w*")),
    ("date", re.compile(r"\b(?:hvornår|hvilke[nt]? (?:dag|dato|år|måned|tidspunkt)\w*|hvilken dato)\b")),
    (
        "share",
        re.compile(r"\b(?:hvor stor (?:en )?(?:andel|del)|hvor mange procent|hvilken andel|procentdel)\b"),
    ),
    (
        "amount",
        re.compile(
            r"\bhvor meget koste|\bhvor mange (?:penge|kroner)\b"
            r"|\bhvad (?:koster|kostede|vil(?:le)?\b.*\bkoste|er (?:prisen|udgiften|budgettet))\b"
            r"|\bhvad (?:får|fik|tjener)\b.*\b(?:løn|vederlag|honorar)|\bhvad tjener\b"
            r"|\bhvad (?:blev|bliver|er|var)\b.*\b(?:solgt|købt) for\b"
        ),
    ),
    (
        "duration",
        re.compile(
            r"\bhvor (?:længe|lang tid)\b"
            r"|\bhvor lange? (?:er|var|bliver) (?:\w+ )?\w*(?:tid|tiden|frist|fristen|periode|perioden)\b"
        ),
    ),
    ("length", re.compile(r"\bhvor (?:lange?|langt|høje?|højt|brede?|bredt|dybe?|dybt)\b")),
    (
        "number",
        re.compile(
            r"\bhvor (?:mange|meget|stor[te]?|lang[te]?|lavt?|højt?|tit|ofte|gam\w+|bredt?|få|hurtigt?|kort)\b"
        ),
    ),
    (
        "number",
        re.compile(r"\b(?:hvad er (?:antallet|det (?:\w+ )?(?:budget|beløb|antal))|hvilket (?:antal|beløb))"),
    ),
    (
        "person",
        re.compile(
            r"\b(?:hvem|hvis|hvilke[nt]? (?:parti|gruppe|byrådsgruppe|politiker|medlem|byrådsmedlem)(?:er|et|mer)?)\b"
        ),
    ),
    ("reason", re.compile(r"\b(?:hvorfor|hvad er (?:årsagen|grunden|begrundelsen))\b")),
    (
        "place",
        re.compile(r"\bhvor(?!\w| (?:mange|meget|stor|lang|lav|høj|tit|ofte|gam|bred|få|hurtig|kort))\b"),
    ),
)

_DATE = (
    rf"\b\d{{1,2}}\.?\s*(?:{MONTHS})\b(?:\s+\d{{4}})?|\b(?:{MONTHS})(?:\s+måned)?\s+\d{{4}}"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b(?:[12]?\d|3[01])/(?:1[0-2]|[1-9])\b|(?<![\w-])(?:19|20)\d\d(?![-/]?\w)"
    r"|\bkl(?:okken|\.)?\s*\d{1,2}(?:[.:]\d\d)?|\b(?:uge|medio|primo|ultimo)\s+\w+"
)
_NUMBER = rf"(?<![\w.])(?<!\w-)\d+(?:[.,]\d+)*(?!\w)|\b(?:{NUMBER_WORDS})\b"
_COUNT = rf"(?:\d+(?:[.,]\d+)*|en|et|halvand\w+|{NUMBER_WORDS})"
_TIME = r"(?:sekund|minut|time|dag|hverdag|ugedag|døgn|uge|måned|kvartal|år)(?:er|en|e|s)?"
_DURATION = rf"\b{_COUNT}\s+(?:hele\s+)?{_TIME}\b"
_LENGTH = rf"\b{_COUNT}\s*(?:(?:kilo|centi)?meter|km|cm|m|etager?|tegn|sider?|ord)\b(?!²|2)|{_DURATION}"
_AMOUNT = (
    r"\d[\d., ]*\s*(?:kr\b|kroner|mio\b|mia\b|t\.?\s?kr|m?\s?dkk|million|milliard|euro)|\b(?:kr|dkk)\.?\s*\d"
)
_SHARE = (
    rf"\d+(?:,\d+)?\s*(?:%|pct|procent)|\b\d+\s*(?:ud )?af\s+\d+|\b(?:halvdelen|\w+edel(?:e)?)\b|{_NUMBER}"
)
_NAME = r"(?-i:\b[A-ZÆØÅ][a-zæøåéüö]+(?:[ -](?:[A-ZÆØÅ][a-zæøåéüö]+|[A-ZÆØÅ]\b\.?))+)"
_ROLE = (
    r"\b\w*(?:borgmester|rådm[aæ]nd|formand|direktør|chef|leder|udvalg|medlem|byråd|magistrat|forvaltning"
    r"|afdeling|konsulent|politiker|parti|gruppe|minister|bestyrelse)\w*|[A-ZÆØÅ]\w+ Kommune\b"
)
_PARTY = (
    r"(?:(?:Det )?\w+ Folkeparti|Venstre|Enhedslisten|Socialdemokrati\w*|Alternativet|Moderaterne"
    r"|Konservative|Radikale|SF|Liberal|Danmarksdemokraterne|Byrådet|Magistraten|[A-ZÆØÅ][\w-]*(?:listen|rådet|foreningen|udvalget))\b"
)
_REASON = (
    r"\b(?:fordi|da|idet|på grund af|pga|grundet|skyldes|begrund\w+|årsag\w*|derfor|hensyn|for at|eftersom"
    r"|således at)\b"
)

_COUNTED = re.compile(r"\bhvor mange (?:af (?:de|disse) )?([^\W\d_]{3,})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SECTION = re.compile(r"\d+(?:\.\d{1,2})+")
_NUMBERING = re.compile(r"[.)]\s")
_ORDINAL = re.compile(r"\.(?:\s*(?:-|–|og|til)\s*\d+\.)?\s*[a-zæøå]")
_OF_A_DATE = re.compile(r"[-/.]\d{1,2}[-/.]\d{2,4}\b|/\d{1,2}[-\s]+\d{4}\b")
_LABEL = re.compile(
    r"(?:bilag|punkt|pkt\.?|§|stk\.?|nr\.?|spor|side|kapitel|afsnit|fase|figur|tabel|model|udvalg|tlf\.?:?)\s*$",
    re.IGNORECASE,
)

_PATTERNS: dict[Expected, re.Pattern[str]] = {
    "date": re.compile(_DATE, re.IGNORECASE),
    "number": re.compile(_NUMBER, re.IGNORECASE),
    "amount": re.compile(_AMOUNT, re.IGNORECASE),
    "share": re.compile(_SHARE, re.IGNORECASE),
    "duration": re.compile(_DURATION, re.IGNORECASE),
    "length": re.compile(_LENGTH, re.IGNORECASE),
    "phone": re.compile(r"(?<!\d)(?:\d{2} ?){3}\d{2}(?!\d)"),
    "person": re.compile(f"{_NAME}|(?-i:\\b{_PARTY})|{_ROLE}", re.IGNORECASE),
    "reason": re.compile(_REASON, re.IGNORECASE),
    "place": re.compile(r"\b(?:på|i|ved|hos)\s+\w+", re.IGNORECASE),
}


def expected(question: str) -> Expected | None:
    """The kind of answer a question wants; None when its words do not say."""
    said = " ".join(question.lower().split())
    return next((kind for kind, pattern in _ASKS if pattern.search(said)), None)


def counted(question: str) -> str | None:
    """The word after "hvor mange": what is counted, as it is looked up; None when nothing is."""
    found = _COUNTED.search(question.lower())
    return found.group(1) if found else None


def answers_of(kind: Expected, text: str) -> Iterator[tuple[int, int]]:
    """Where in `text` something of that kind stands, as (start, end). A year, a date or "bilag 2" is no number."""
    for match in _PATTERNS[kind].finditer(text):
        if kind not in ("number", "share") or not _is_label(text, *match.span()):
            yield match.span()


def _is_label(text: str, start: int, end: int) -> bool:
    return bool(
        _YEAR.fullmatch(text, start, end)
        or _ORDINAL.match(text, end)
        or _OF_A_DATE.match(text, end)
        or _SECTION.fullmatch(text, start, end)
        or _LABEL.search(text[max(0, start - 14) : start])
        or (_NUMBERING.match(text, end) and not text[:start].rsplit("\n", 1)[-1].strip())
    )


def is_named(kind: Expected, found: str) -> bool:
    """True unless `found` only sounds like one where a person was asked for: a role, or a thing of common words."""
    if kind != "person" or re.match(_PARTY, found):
        return True
    return re.match(_NAME, found) is not None and any(lemma(part.lower()) is None for part in found.split())
