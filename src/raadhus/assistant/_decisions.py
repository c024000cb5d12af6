"""Questions about what was decided. A recommendation is never told as a decision."""

import re

from raadhus.assistant._weigh import Find, best_finds, must_stand, names_in
from raadhus.core.danish import expected
from raadhus.core.times import written
from raadhus.meetings.choices import Outcome
from raadhus.openness import Reader
from raadhus.search import Hit, lens, search

_DECIDED = (
    r"(?:beslut\w+|vedtag\w*|vedtog|tiltrådt\w*|tiltræde|afgj\w+|afgør\w*|godkend\w*|udfald\w*|forkast\w*)"
)
_ASKS = re.compile(
    rf"^\W*(?:hvad|hvordan|hvilken|hvilke|hvilket|blev|er|har|var)\b.*\b{_DECIDED}\b", re.IGNORECASE
)
_FORM = re.compile(
    rf"\b(?:{_DECIDED}|byråd\w*|kommunalbestyrelse\w*|magistrat\w*|udvalget|rådmand\w*|sagen|punktet|mødet)\b",
    re.IGNORECASE,
)
_VERB = re.compile(rf"\b{_DECIDED}\b", re.IGNORECASE)
_RECOMMENDS = re.compile(
    r"^\W*(?:indstilling\b|det indstilles|indstilles|at \d+\)|\w+ indstiller\b)", re.IGNORECASE
)

LOOKED_AT = 40
COVERED = 0.7
ONLY_RECOMMENDED = "Der står en indstilling om det, men ingen beslutning, i det materiale, du har adgang til."


def asks_for_decision(question: str) -> bool:
    """True for "hvad blev besluttet om ...", not for "hvornår blev det besluttet"."""
    return expected(question) is None and _ASKS.search(question) is not None


def subject_of(question: str) -> str:
    """What the decision is about: the question without the words for deciding and for who decides."""
    return _FORM.sub(" ", question)


def decisions_about(question: str, *, reader: Reader) -> list[Find]:
    """Decisions whose item is about what is asked, the surest first."""
    subject = subject_of(question)
    through = lens(subject)
    names = names_in(question)
    hits = search(subject, reader=reader, limit=LOOKED_AT).hits
    found = [find for hit in hits if hit.kind == "decision" for find in best_finds(hit, through)[:1]]
    sure = [
        find
        for find in found
        if find.covered >= COVERED and not any(must_stand(through, n, names) for n in find.missing)
    ]
    return sorted(sure, key=lambda find: (-find.covered, -find.hit.score))


def recommends(find: Find) -> bool:
    """True when the stretch proposes: it must not be told as what was decided."""
    return find.hit.kind == "recommendation" or _RECOMMENDS.search(find.sentence) is not None


def tells_a_decision(find: Find) -> bool:
    """True when the stretch, or the heading over it, is about deciding."""
    return _VERB.search(" / ".join([*find.hit.heading[-1:], find.sentence])) is not None


def told(hit: Hit) -> str:
    """ "Teknisk Udvalg, 1. oktober 2025: vedtaget." for a decision's hit."""
    place = ", ".join(filter(None, [hit.organization, written(hit.date) if hit.date else None]))
    outcome = str(Outcome(hit.outcome).label) if hit.outcome in Outcome.values else ""
    return ": ".join(filter(None, [place, outcome])) + "." if place or outcome else ""
