"""Candidates of the same agenda item, or of the same document where there is none, told of once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F

from raadhus.documents.models import Passage
from raadhus.openness import Reader
from raadhus.search._hits import hits_of, known_items, may_see
from raadhus.search._query import Asked
from raadhus.search._rank import Candidate
from raadhus.search._results import Further, Hit

MORE = 3
"""So many further passages are shown with the best; the others are counted."""

COLUMNS = {
    "owner": F("page__version__organization_id"),
    "document": F("page__version__document_id"),
    "item": F("placement__item_id"),
    "item_closed": F("placement__item__closed"),
    "annex_closed": F("placement__attachment__closed"),
}

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Grouped:
    """`groups` are in the order of their best, each the best first. `hidden` passages the reader may not see."""

    groups: tuple[tuple[Candidate, ...], ...]
    hidden: int


def grouped_of(candidates: Iterable[Candidate], *, reader: Reader) -> Grouped:
    """Put the candidates that `reader` may see together by what they belong to, as far as the reader may know."""
    found = list(candidates)
    ids = {pk for c in found for pk in (c.passage_id, *c.again)}
    keys = _keys(ids, reader)
    groups: dict[Key, list[Candidate]] = {}
    for candidate in found:
        seen = [pk for pk in (candidate.passage_id, *candidate.again) if pk in keys]
        if not seen:
            continue
        if len(seen) < 1 + len(candidate.again):
            candidate = replace(candidate, passage_id=seen[0], again=tuple(seen[1:]))
        groups.setdefault(keys[seen[0]], []).append(candidate)
    return Grouped(tuple(map(tuple, groups.values())), len(ids) - len(keys))


def hits_of_groups(groups: Iterable[tuple[Candidate, ...]], *, asked: Asked, reader: Reader) -> list[Hit]:
    """Return a hit for each group: its best passage, with the next few."""
    wanted = list(groups)
    shown = [candidate for group in wanted for candidate in group[: 1 + MORE]]
    hits = {hit.passage_id: hit for hit in hits_of(shown, asked=asked, reader=reader)}
    return [hit for group in wanted for hit in _hit(group, hits)]


def _hit(group: tuple[Candidate, ...], hits: Mapping[int, Hit]) -> Iterable[Hit]:
    """One hit, or none when all was closed a moment ago."""
    best, others = group[: 1 + MORE], len(group) - 1
    there = [hits[c.passage_id] for c in best if c.passage_id in hits]
    if there:
        more = tuple(map(_further, there[1:]))
        yield replace(there[0], more=more, further=others - (len(best) - len(there)))


def _further(hit: Hit) -> Further:
    return Further(text=hit.text, marks=hit.marks, document=hit.document, page=hit.page, url=hit.url)


def _keys(ids: Iterable[int], reader: Reader) -> dict[int, Key]:
    """What each passage belongs to; no passage that the reader may not see."""
    passages = Passage.objects.filter(pk__in=list(ids)).visible_to(reader)
    rows: Iterable[dict[str, Any]] = map(dict, passages.values("pk", **COLUMNS))
    seen = [row for row in rows if may_see(row, reader)]
    known = known_items(seen, reader)
    return {
        row["pk"]: ("item", row["item"]) if row["item"] in known else ("document", row["document"])
        for row in seen
    }
