"""One search, from the text that was typed to the hits this reader may see."""

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import tantivy
from django.conf import settings
from django.utils.translation import gettext as _

from raadhus.openness import Reader
from raadhus.search import _index, _lookup
from raadhus.search._abbreviations import LongForm, long_forms
from raadhus.search._clauses import clauses_of
from raadhus.search._facets import Facet, FacetName, chosen_clauses, counted, facets_of
from raadhus.search._filters import organizations_named
from raadhus.search._groups import Grouped, grouped_of, hits_of_groups
from raadhus.search._hits import hits_of
from raadhus.search._near_cases import no_such_case
from raadhus.search._numbers import normal_case_number
from raadhus.search._query import Asked, cases_as_written, understood, without_cases
from raadhus.search._rank import Candidate, reranked
from raadhus.search._results import Hit, Results, Understood
from raadhus.search._weights import WEIGHTS, Weights

WINDOW = 60
"""So many of the index's best are looked at closely; a hundred find no more (docs/search.md)."""
GROUPED = (250, 1000, 5000, 20_000)
"""So many of the best are put together by item or document: first a few, more when a later page needs them."""


def search(
    text: str,
    *,
    reader: Reader,
    limit: int = 10,
    offset: int = 0,
    organization: str | None = None,
    since: date | None = None,
    until: date | None = None,
    case: str | None = None,
    sort: str = "relevance",
    versions: Collection[int] | None = None,
    strict: bool = False,
    chosen: Mapping[FacetName, str] | None = None,
    facets: bool = False,
    grouped: bool = False,
    weights: Weights = WEIGHTS,
    by_meaning: bool = True,
) -> Results:
    """Return the passages that answer `text`, best first (or the newest first: `sort="date"`).

    `organization` is a name, short name or id; `case` a case number in any form. An empty text with a
    filter lists what passes the filter, the newest first. No text is an error. `versions` keeps to the
    passages of those versions; `strict` to passages with most of the words. `chosen` are values of
    facets; `facets` asks for the facets of what was found. `grouped` makes the passages of one agenda item,
    or of one document, one hit; `limit` and `offset` then count such hits. Where the operator has turned search by
    meaning on, free words find what says the same in other words too, unless `by_meaning` is False.
    """
    began = time.perf_counter()
    total, hits = 0, list[Hit]()
    groups, all_grouped = 0, True
    told: tuple[Facet, ...] = ()
    shelf = _index.searcher()
    known = long_forms(text, reader=reader)
    asked = understood(text, long_forms=known)
    read = _read(asked, known)
    notes: tuple[str, ...] = ()
    anything = bool(asked.words or asked.phrases or asked.cases)
    filtered = bool(
        organization or since or until or case or versions is not None or chosen or asked.conditions
    )
    if shelf is not None and (anything or filtered):
        searcher, identity = shelf
        conditions = _lookup.conditions(
            reader=reader,
            organizations=organizations_named(organization) if organization else None,
            since=since,
            until=until,
            case=normal_case_number(case) if case else None,
            stale=() if reader.sees_all else _index.stale(identity),
            versions=versions,
        )
        conditions += clauses_of(asked.conditions) + chosen_clauses(chosen or {})
        if asked.cases and not _count(
            searcher.search(_lookup.both(_lookup.case_query(asked.cases), conditions), limit=1)
        ):
            notes = no_such_case(cases_as_written(text), reader=reader)
            asked = without_cases(asked)
            conditions += [] if asked.says_something else [_lookup.NOTHING]
        by_date = sort == "date"
        newest = by_date or not anything
        query = _query(
            searcher,
            asked if anything else None,
            conditions,
            weights,
            reader=reader,
            by_date=by_date,
            strict=strict,
        )
        near: tuple[int, ...] = ()
        if (
            by_meaning
            and settings.RAADHUS_EMBEDDING_ADDRESS
            and not (newest or strict or versions is not None)
        ):
            narrowed = bool(organization or since or until or case or chosen or asked.conditions)
            near = _near(text, asked, searcher, conditions, reader=reader, narrowed=narrowed)
            query = _lookup.either(query, near) if near else query

        def passages(limit: int, offset: int = 0) -> tuple[int, list[Candidate]]:
            if newest:
                return _newest(searcher, query, limit, offset)
            return _best(searcher, asked, query, limit, offset, weights, near)

        with ThreadPoolExecutor(1) as beside:
            counts = beside.submit(counted, searcher, query) if facets else None
            if grouped:
                total, found, all_grouped = _together(passages, offset + limit, reader)
                groups = len(found.groups)
                hits = hits_of_groups(found.groups[offset : offset + limit], asked=asked, reader=reader)
            else:
                total, candidates = passages(limit, offset)
                hits = hits_of(candidates, asked=asked, reader=reader)
                total -= len(candidates) - len(hits)
            told = facets_of(counts.result()) if counts else ()
        if total and not (newest or strict or near):
            notes += _only_alike(searcher, asked, conditions, reader)
    took_ms = round((time.perf_counter() - began) * 1000, 2)
    return Results(
        total=total,
        took_ms=took_ms,
        hits=tuple(hits),
        notes=(*asked.notes, *notes),
        facets=told,
        groups=groups,
        all_grouped=all_grouped,
        understood=read,
    )


def _only_alike(
    searcher: tantivy.Searcher,
    asked: Asked,
    conditions: list[tuple[tantivy.Occur, tantivy.Query]],
    reader: Reader,
) -> tuple[str, ...]:
    """What to say where the one word asked for stands nowhere, and only halves of it are found."""
    if len(asked.words) != 1 or not asked.words[0].word.parts:
        return ()
    whole = _lookup.text_query(asked, searcher, reader=reader, strict=True)
    if _count(searcher.search(_lookup.both(whole, conditions), limit=1)):
        return ()
    return (_("Ordet »%s« står ingen steder. Her er det, der ligner.") % asked.words[0].word.text,)


def _read(asked: Asked, known: Sequence[LongForm]) -> Understood:
    """How the text was read, for who asked."""
    told = {s.word.text for s in asked.words if s.long}
    return Understood(
        words=tuple(s.word.text for s in asked.words if s.word.text not in asked.cases),
        phrases=tuple(" ".join(phrase) for phrase in asked.phrases),
        cases=asked.cases,
        abbreviations=tuple(dict.fromkeys(form.written for form in known if form.short in told)),
    )


def _together(
    passages: Callable[[int], tuple[int, list[Candidate]]], needed: int, reader: Reader
) -> tuple[int, Grouped, bool]:
    """The number of passages, the best of them grouped, and whether these are all."""
    for depth in GROUPED:
        total, candidates = passages(depth)
        found = grouped_of(candidates, reader=reader)
        if total <= depth or len(found.groups) > needed:
            break
    return total - found.hidden, found, total <= depth


def _query(
    searcher: tantivy.Searcher,
    asked: Asked | None,
    conditions: list[tuple[tantivy.Occur, tantivy.Query]],
    weights: Weights,
    *,
    reader: Reader,
    by_date: bool,
    strict: bool,
) -> tantivy.Query:
    """What passes: by date the passages with most of the words, where there are any."""
    if asked is None:
        return _lookup.both(tantivy.Query.all_query(), conditions)
    if by_date and not strict:
        close = _lookup.both(_lookup.text_query(asked, searcher, reader=reader, strict=True), conditions)
        if _count(searcher.search(close, limit=1)):
            return close
    wanted = _lookup.text_query(asked, searcher, reader=reader, strict=strict, weights=weights)
    return _lookup.both(wanted, conditions)


def _near(
    text: str,
    asked: Asked,
    searcher: tantivy.Searcher,
    conditions: list[tuple[tantivy.Occur, tantivy.Query]],
    *,
    reader: Reader,
    narrowed: bool,
) -> tuple[int, ...]:
    from raadhus.search import meaning  # what it needs is there only where it is turned on

    return meaning.near(
        text, asked, reader=reader, searcher=searcher, conditions=conditions, narrowed=narrowed
    )


def _best(
    searcher: tantivy.Searcher,
    asked: Asked,
    query: tantivy.Query,
    limit: int,
    offset: int,
    weights: Weights,
    near: Sequence[int],
) -> tuple[int, list[Candidate]]:
    result = searcher.search(query, limit=WINDOW + offset + limit)
    if near:
        from raadhus.search import meaning

        candidates = meaning.closer_look(asked, result.hits[:WINDOW], near, searcher, weights)
    else:
        candidates = reranked(asked, result.hits[:WINDOW], searcher, weights)
    if offset + limit > len(
        candidates
    ):  # the same text folded, and what is near: no place follows from the index's
        further = _as_found(searcher, result.hits[WINDOW:])
        candidates += [c for c in further if c.passage_id not in near]
    return _count(result), candidates[offset : offset + limit]


def _newest(
    searcher: tantivy.Searcher, query: tantivy.Query, limit: int, offset: int
) -> tuple[int, list[Candidate]]:
    result = searcher.search(query, limit=max(limit, 1), offset=offset, order_by_field="date")
    return _count(result), _as_found(searcher, result.hits[:limit])


def _count(result: tantivy.SearchResult) -> int:
    return int(result.count)  # type: ignore[attr-defined]  # missing in tantivy's type hints


def _as_found(searcher: tantivy.Searcher, hits: list[tuple[Any, tantivy.DocAddress]]) -> list[Candidate]:
    """In the index's own order; no texts are fetched."""
    passages = searcher.fast_field_values("passage", [at for _score, at in hits])
    return [Candidate(passage_id=int(pk), score=0.0) for pk in passages if pk is not None]
