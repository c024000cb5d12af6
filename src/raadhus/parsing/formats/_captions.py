"""Captions: the headings over an item's fields, which every municipality words for itself, and what they mean."""

import re
from dataclasses import dataclass
from datetime import date

from raadhus.parsing._dates import find_date
from raadhus.parsing.formats._draft import FieldKind

_DECISION = re.compile(
    r"(?:\w[\w .,&/()§-]{1,90}\s)?beslutning(?:er|en)?\b(?! ?s)(?P<rest>.*)|beslutning(?P<in>\b.*)|afgørelse\b.*"
    r"|referat|protokol|protokollat|resultat|mødets? resultat|udvalgets? konklusion|konklusion",
    re.IGNORECASE,
)
_NOT_DECISION = re.compile(
    r"tidligere|forslag til|udkast|indstilling|indhentet|grundlag|\btil beslutning\b|beslutningstema|historik"
    r"|kompetence|\btræffes\b|\bafgøres\b|beslutnings(?:grundlag|punkter)|\bvedrørende\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"(?:[\w .,&/()§-]{1,60}\s)?indstilling(?:er|en)?\b.*|[\w .,&/()-]{1,60}\s(?:indstiller|foreslår|anbefaler)\b.*"
    r"|beslutningspunkter|beslutningstema|(?:[\w .]{1,40}\s)?anbefaling(?:er|en)?|indstilling til beslutning"
    r"|(?:beslutnings)?forslag til beslutning|beslutningsforslag|det indstilles.*",
    re.IGNORECASE,
)
_ROUTE = re.compile(
    r"tidligere (?:behandling|behandlet|beslutning|politisk)\w*.*|punktet behandlet tidligere.*|sagsforløb"
    r"|sagsgang|sagshistorik|sagens (?:gang|forløb|historik)|beslutningshistorik|historik|behandlingshistorik"
    r"|behandlet tidligere.*|politiske? behandling(?:er)?",
    re.IGNORECASE,
)
_BODY_END = r"\s*(?:,?\s*(?:\bden\b|\bd\.|\bpå\b|\d)|,?\s*(?:punkt|pkt|sag)\b|$)"
_BODY = re.compile(
    rf"beslutning(?:er)?\s*(?:i|fra|:|for|-|–)\s*(?P<a>[^\W\d].*?){_BODY_END}"
    rf"|^(?P<b>[^\W\d].*?)s?\s+beslutning(?:er)?\b|^beslutning(?:er)?\s+(?P<c>[^\W\d].*?){_BODY_END}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:punkt|pkt\.?|sag)(?: ?nr\.?)? ?(?P<n>\d{1,3}[a-z]?)\b", re.IGNORECASE)
_STEP = re.compile(
    r"^\W*(?P<body>[A-ZÆØÅ][^.:;\d]{0,80}?(?i:udvalg|råd|bestyrelse|magistrat|nævn|repræsentation)[^.:;\d]{0,40}?)"
    r",?\s+(?:d\.|den|af|på mødet den)?\s*(?=\d{1,2}[-./ ])",
    re.UNICODE,
)
_COMMON = re.compile(r"\b(?:udvalget|byrådet|for|og|the|udvalgets|s)\b|\W+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caption:
    """What a heading says: whose decision, of which day, as which item; `kind` is what its text is for."""

    kind: FieldKind
    body: str = ""
    day: date | None = None
    number: str = ""


def read_caption(title: str) -> Caption:
    """Return what a field is for, by its heading."""
    text = " ".join(title.split()).strip(" :.")
    if _ROUTE.fullmatch(text):
        return Caption("route")
    if _DECISION.fullmatch(text) and not _NOT_DECISION.search(text):
        dated = find_date(text)
        named = _BODY.search(text)
        body = next((part for part in named.groups() if part), "") if named else ""
        number = _NUMBER.search(text)
        return Caption(
            "decision", body.strip(" ,-–"), dated[0] if dated else None, number["n"] if number else ""
        )
    return Caption("points" if _POINTS.fullmatch(text) else "text")


def is_of_meeting(caption: Caption, organization: str, day: date | None) -> bool:
    """True for a decision of this very meeting: another day's, or another body's, was made earlier."""
    if caption.day is not None and day is not None and caption.day != day:
        return False
    return not caption.body or _generic(caption.body) or _alike(caption.body, organization)


def _generic(body: str) -> bool:
    """ "Udvalgets beslutning" names no body."""
    return body.casefold().rstrip("s") in (
        "udvalget",
        "rådet",
        "bestyrelsen",
        "mødet",
        "endelig",
        "sagen",
        "politisk",
        "udvalg",
    )


def _alike(one: str, other: str) -> bool:
    a, b = _words(one), _words(other)
    return not a or not b or len(a & b) * 2 >= min(len(a), len(b))


def _words(name: str) -> set[str]:
    return {word.rstrip("s") for word in _COMMON.sub(" ", name.casefold()).split() if len(word) > 2}


def step_in(text: str) -> Caption | None:
    """Return the body, day and item of a line such as "Teknisk Udvalg den 5. december 2031, punkt 3"; else None."""
    dated = find_date(text)
    named = _STEP.match(text)
    if dated is None or named is None or len(text) > 200:
        return None
    number = _NUMBER.search(text, dated[1].end)
    return Caption("route", named["body"].strip(" ,-–"), dated[0], number["n"] if number else "")
