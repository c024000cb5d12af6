"""The stretches that may answer, the surest first, among what this reader may see."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from raadhus.assistant._denial import denies
from raadhus.assistant._weigh import Find, best_finds, must_stand, names_in
from raadhus.assistant.understanding import Understanding
from raadhus.core.danish import is_number, word, words_of
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.search import Lens, Results, lens, search

LOOKED_AT = 20
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked at: `finds` may answer, `others` lack a name or a year of the question; the surest first."""

    through: Lens
    results: Results
    finds: tuple[Find, ...]
    others: tuple[Find, ...]


def look(asked: Understanding, *, reader: Reader, versions: Collection[int] | None = None) -> Looked:
    """Search for the subject. A case number, and a period that depends on today, are conditions; a year must stand."""
    through = lens(asked.subject)
    by_date = asked.period if asked.period and asked.period.relative else None
    results = search(
        asked.subject,
        reader=reader,
        limit=LOOKED_AT,
        since=by_date.since if by_date else None,
        until=by_date.until if by_date else None,
        case=asked.case,
        versions=versions,
    )
    names = names_in(asked.question) | frozenset(word(said).text for said in words_of(asked.unknown_body))
    finds = [f for hit in results.hits for f in best_finds(hit, through, names)]
    if asked.of_decision:
        finds = [find for find in finds if find.hit.kind != "recommendation"]
    if asked.of_what_is_not:
        finds = [find for find in finds if _is_denied(find)]
    if asked.expected == "person":
        bodies = {name.casefold() for name in Organization.objects.values_list("name", flat=True)}
        finds = [find for find in finds if find.highlight.casefold() not in bodies]
    if asked.of_role:
        finds = [find for find in finds if find.signals.related]
    finds.sort(key=lambda f: -f.sureness)
    lacking = {id(f) for f in finds if _lacks(f, through, names, asked)}
    return Looked(
        through=through,
        results=results,
        finds=tuple(f for f in finds if id(f) not in lacking),
        others=tuple(f for f in finds if id(f) in lacking),
    )


def _is_denied(find: Find) -> bool:
    """True when what answers stands in a sentence that denies."""
    return denies(find.sentence, find.span[0] - find.start if find.span else None)


def _lacks(find: Find, through: Lens, names: frozenset[str], asked: Understanding) -> bool:
    """True when a name, a year or a number of the question stands neither there nor over it."""
    needed = [n for n in find.missing if must_stand(through, n, names)]
    return any(not _dated(find, through.words[n], asked) for n in needed)


def _dated(find: Find, sought: str, asked: Understanding) -> bool:
    """True when the missing word is of the period, the meeting lies in it, and the passage names no other year."""
    period, day = asked.period, find.hit.date
    if period is None or day is None or not is_number(sought) or sought not in period.said:
        return False
    within = (period.since or day) <= day <= (period.until or day)
    return within and not _YEAR.search(find.hit.text)
