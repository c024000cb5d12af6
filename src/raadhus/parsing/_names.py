"""Names of people: which line holds one, and how a list of them is written."""

import re

_PARTICLES = r"(?:af|de|den|der|di|du|el|la|le|van|von|zu|al|bin|ibn)"
_PART = r"(?:[A-ZÆØÅÄÖÜÉ][^\W\d_]*(?:[-’'][^\W\d_]+)*\.?)"
_NAME = re.compile(rf"{_PART}(?:\s+(?:{_PARTICLES}\s+)?{_PART}){{1,5}}")
_STATUS = re.compile(
    r"\s*[(–-]\s*(?P<word>afbud|fraværende|ikke til stede|forfald|syg|orlov|ferie|barsel|meldt afbud|deltog ikke)"
    r"[^)]*\)?\s*$",
    re.IGNORECASE,
)
# A party's letter, initials, an office, "deltager online": what brackets after a name say of a person.
_PARTY = re.compile(r"\s*\([^()]{1,40}\)\s*$")
_AND = re.compile(r"\s*(?:,|;|\bog\b|&|\bsamt\b|/)\s*")
_NOT_NAMES = re.compile(
    r"lokale|kontor|rådhus|salen?\b|mødesal|kantine|teams|online|vej\b|gade\b|plads\b|allé|torv\b|vær\.|etage|udvalg|råd\b|"
    r"magistrat|kommune|afdeling|forvaltning|sekretariat|punkt|bilag|referat|dagsorden|møde|center|skole",
    re.IGNORECASE,
)


def is_name(text: str) -> bool:
    """True when the text looks like one person's full name (a party letter or "(afbud)" after it apart)."""
    bare, _ = split_status(text)
    return bool(_NAME.fullmatch(bare)) and not _NOT_NAMES.search(bare) and len(bare) < 60


def split_status(text: str) -> tuple[str, bool]:
    """Return the name without its note, and whether the note says that the person is away."""
    match = _STATUS.search(text)
    bare = text[: match.start()] if match else text
    return _PARTY.sub("", bare).strip(" ,;.") if not match else _PARTY.sub("", bare).strip(" ,;"), bool(match)


def split_names(text: str) -> list[str]:
    """Return the names in a list such as "Anna Holm, Bo Kjær og Mette Dam"."""
    names = [part.strip(" .:-–") for part in _AND.split(text)]
    return [name for name in names if name and any(c.isalpha() for c in name)]
