"""What the name of a body says of it."""

import re

from raadhus.organisation.choices import Classification

_PERIOD = re.compile(r"\s*\(?\b(\d{4})\s*[-–]\s*(\d{4})\)?\s*$")
# What a Danish body is called says what it is; the first that fits counts.
_KINDS = (
    (Classification.EXECUTIVE, re.compile(r"rådmandsmøde|direktør|chefmøde", re.IGNORECASE)),
    (Classification.COMMITTEE, re.compile(r"udvalg|nævn|råd(et)? for|ældreråd|handicapråd", re.IGNORECASE)),
    (Classification.MAGISTRATE, re.compile(r"magistrat(en)?\b(?!safd)", re.IGNORECASE)),
    (Classification.COUNCIL, re.compile(r"byråd|kommunalbestyrelse|borgerrepræsentation", re.IGNORECASE)),
)
_PLAIN_COUNCIL = re.compile(r"byråd(et)?|kommunalbestyrelsen?|borgerrepræsentationen?", re.IGNORECASE)


def split_period(name: str) -> tuple[str, tuple[int, int] | None]:
    """`Byrådet 2026-2029` -> (`Byrådet`, (2026, 2029)); without a period, the name and None."""
    found = _PERIOD.search(name)
    if found is None:
        return name.strip(), None
    return name[: found.start()].strip(), (int(found[1]), int(found[2]))


def classify(name: str) -> Classification:
    """The kind of body that a name speaks of; OTHER when it speaks of none."""
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), Classification.OTHER)


def is_plain_council(name: str) -> bool:
    """True for "Byrådet" and its like: the council, without saying whose."""
    return _PLAIN_COUNCIL.fullmatch(name.strip()) is not None
