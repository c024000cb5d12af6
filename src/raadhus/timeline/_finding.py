"""Which items may be the same case by what they are called and where they were sent. Plain values only.

Each pair is judged by itself: what else is stored makes no difference, nor does the order it came in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from raadhus.timeline._titles import Title, likeness, read_title, shared_phrase
from raadhus.timeline.choices import LinkKind

SAME = 0.85
"""Titles this much alike are the same matter, where nothing speaks against it."""
RATHER = 0.6
HALF_A_YEAR = 183
WINDOW = 400
"""Days between two items beyond which a title alone says nothing."""
REFERRED_WITHIN = 120
REFERRED_LIKE = 0.5


@dataclass(frozen=True)
class Treatment:
    """An item at a meeting. `cases` are those it surely belongs to, `sent_to` the body it was sent on to,
    `undone` when it was put off or sent on, so that the same body may see it again."""

    item: int
    meeting: int
    organization: int | None
    date: date | None
    text: str
    cases: frozenset[int] = frozenset()
    sent_to: int | None = None
    undone: bool = False

    @cached_property
    def title(self) -> Title:
        return read_title(self.text)


@dataclass(frozen=True, slots=True)
class FoundLink:
    kind: LinkKind
    item: int
    score: float
    other: int | None = None
    case: int | None = None
    step: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    source: tuple[int | None, int | None, int | None] = (None, None, None)

    @property
    def key(self) -> tuple[str, int, int | None, int | None]:
        return (str(self.kind), self.item, self.other, self.case)


def links_among(treatments: Mapping[int, Treatment], changed: Iterable[int]) -> Iterator[FoundLink]:
    """Every link by referral or title of which at least one end is among `changed`."""
    with_word: dict[str, list[int]] = defaultdict(list)
    with_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
    for treatment in treatments.values():
        for base in treatment.title.bases:
            with_word[base].append(treatment.item)
        for two in treatment.title.pairs:
            with_pair[two].append(treatment.item)
    how_common = {base: len(items) for base, items in with_word.items()}
    seen: set[tuple[int, int]] = set()
    for pk in sorted({pk for pk in changed if pk in treatments}):
        title = treatments[pk].title
        near = {one for base in title.telling(how_common) for one in with_word[base]}
        near |= {one for two in title.pairs for one in with_pair[two]}
        for pair in ((min(pk, one), max(pk, one)) for one in near if one != pk):
            if pair not in seen:
                seen.add(pair)
                found = link_between(treatments[pair[0]], treatments[pair[1]])
                if found is not None:
                    yield found


def link_between(a: Treatment, b: Treatment) -> FoundLink | None:
    """The strongest reason why the two may be the same case; None without one, or where a number says so."""
    if a.meeting == b.meeting or a.cases & b.cases:
        return None
    days = abs((a.date - b.date).days) if a.date and b.date else None
    if days is not None and days > WINDOW:
        return None
    early, late = (b, a) if a.date and b.date and b.date < a.date else (a, b)
    like = likeness(a.title, b.title)
    return _referral(early, late, days, like) or _title(early, late, days, like)


def _referral(early: Treatment, late: Treatment, days: int | None, like: float) -> FoundLink | None:
    """The body it was sent to has one of nearly that title soon after."""
    if early.sent_to is None or early.sent_to != late.organization or not days or days > REFERRED_WITHIN:
        return None
    if like < REFERRED_LIKE or (early.cases and late.cases):
        return None
    return FoundLink(
        LinkKind.REFERRAL,
        early.item,
        other=late.item,
        score=round(0.5 + 0.45 * like, 3),
        facts={"likeness": round(like, 2), "days": days},
    )


def _title(early: Treatment, late: Treatment, days: int | None, like: float) -> FoundLink | None:
    same_body = early.organization is not None and early.organization == late.organization
    if same_body and not early.undone:
        return None  # a body that has dealt with a matter takes up the next of that name
    known = early.organization is not None and late.organization is not None
    other_numbers = bool(early.cases and late.cases)
    if like >= SAME and days is not None and days <= HALF_A_YEAR and known and not other_numbers:
        return _alike(early, late, 0.95 * like, {"likeness": round(like, 2), "days": days})
    if like >= (SAME if other_numbers else RATHER):
        return _alike(early, late, 0.7 * like, {"likeness": round(like, 2), "days": days})
    phrase = shared_phrase(early.title, late.title)
    return _alike(early, late, 0.4, {"phrase": phrase}) if phrase and not same_body else None


def _alike(early: Treatment, late: Treatment, score: float, facts: dict[str, Any]) -> FoundLink:
    first, second = sorted((early.item, late.item))
    return FoundLink(LinkKind.TITLE, first, other=second, score=round(score, 3), facts=facts)
