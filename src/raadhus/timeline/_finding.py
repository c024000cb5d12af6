"""Which items may be the same case by what they are called and where they were sent. Plain values only.

Each pair is judged by itself: what else is stored makes no difference, nor does the order it came in, save that two
words in a row that very many titles have say nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from raadhus.timeline._nearness import LEAST_LIKE, Near
from raadhus.timeline._titles import Title, likeness, read_title, shared_phrase
from raadhus.timeline.choices import LinkKind

SAME = 0.85
"""Titles this much alike are the same matter, where nothing speaks against it."""
RATHER = 0.6
HALF_A_YEAR = 183
WINDOW = 400
"""Days between two items beyond which a title alone says nothing."""
REFERRED_WITHIN = 120
REFERRED_LIKE = LEAST_LIKE


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

    def is_done_in(self, organization: int | None) -> bool:
        """True when it was that body's own, and it neither put it off nor sent it on."""
        return self.organization is not None and self.organization == organization and not self.undone


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


def links_among(treatments: Mapping[int, Treatment], near: Mapping[int, Near]) -> Iterator[FoundLink]:
    """Every link by referral or title between the keys of `near` and those near to them, each once."""
    for pk, around in near.items():
        one = treatments[pk]
        for other_pk in _worth_it(one, around, treatments):
            if other_pk == pk or (other_pk < pk and other_pk in near):
                continue  # its own turn was, or comes, with the lower number
            pair = (treatments[min(pk, other_pk)], treatments[max(pk, other_pk)])
            found = link_between(*pair, by_phrase=other_pk in around.by_phrase)
            if found is not None:
                yield found


def _worth_it(one: Treatment, around: Near, treatments: Mapping[int, Treatment]) -> Iterator[int]:
    """Those that share a phrase, or enough letters for two titles of their lengths."""
    own = one.title.weight
    for pk in around.everyone:
        other = treatments.get(pk)
        if other is None:
            continue
        least = LEAST_LIKE * (own + other.title.weight) / 2
        if pk in around.by_phrase or around.letters[pk] >= least:
            yield pk


def link_between(a: Treatment, b: Treatment, *, by_phrase: bool = True) -> FoundLink | None:
    """The strongest reason why the two may be the same case; None without one, or where a number says so."""
    if a.meeting == b.meeting or a.cases & b.cases:
        return None
    days = abs((a.date - b.date).days) if a.date and b.date else None
    if days is not None and days > WINDOW:
        return None
    early, late = (b, a) if a.date and b.date and b.date < a.date else (a, b)
    if early.sent_to is None and early.is_done_in(late.organization):
        return None  # a body that has dealt with a matter takes up the next of that name
    like = likeness(a.title, b.title)
    return _referral(early, late, days, like) or _title(early, late, days, like, by_phrase=by_phrase)


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


def _title(
    early: Treatment, late: Treatment, days: int | None, like: float, *, by_phrase: bool
) -> FoundLink | None:
    if early.is_done_in(late.organization):
        return None
    known = early.organization is not None and late.organization is not None
    other_numbers = bool(early.cases and late.cases)
    if like >= SAME and days is not None and days <= HALF_A_YEAR and known and not other_numbers:
        return _alike(early, late, 0.95 * like, {"likeness": round(like, 2), "days": days})
    if like >= (SAME if other_numbers else RATHER):
        return _alike(early, late, 0.7 * like, {"likeness": round(like, 2), "days": days})
    if not by_phrase or (early.organization is not None and early.organization == late.organization):
        return None
    phrase = shared_phrase(early.title, late.title)
    return _alike(early, late, 0.4, {"phrase": phrase}) if phrase else None


def _alike(early: Treatment, late: Treatment, score: float, facts: dict[str, Any]) -> FoundLink:
    first, second = sorted((early.item, late.item))
    return FoundLink(LinkKind.TITLE, first, other=second, score=round(score, 3), facts=facts)
