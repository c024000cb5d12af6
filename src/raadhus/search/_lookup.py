"""The query as tantivy takes it: words in every form, and the conditions that no hit escapes."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

import tantivy
from django.utils import timezone
from tantivy import Occur, Query

from raadhus.openness import Reader
from raadhus.search._entries import OPEN, day_number
from raadhus.search._numbers import keys_sought
from raadhus.search._query import Asked, Sought
from raadhus.search._schema import KINDS, LATER, schema
from raadhus.search._weights import WEIGHTS, Weights

MUST, SHOULD, NOT = Occur.Must, Occur.Should, Occur.MustNot
FAR = 99_999_999
COMMON = 20_000
"""In so many passages a word costs time and tells little. It is nobody's secret either that it stands there."""
MOST_COMMON = 8
"""So many common words of a question are looked up, the rarest of them; the closer look takes them all."""


def text_query(
    asked: Asked, searcher: tantivy.Searcher, *, reader: Reader, strict: bool, weights: Weights = WEIGHTS
) -> Query:
    """Passages with enough of the words (`strict`: most of them), every phrase and every case number.

    Halves of a compound ("plan" or "klima" for "klimaplan") find too, and rank last. `strict` they do not: where
    the newest come first, or what is found is news, nothing would put them last.
    """
    weights = replace(weights, halves=0.0) if strict else weights
    kinds = KINDS if reader.sees_all or reader.organizations else ("", LATER)
    clauses: list[tuple[Occur, Query]] = [(MUST, _phrase("exact", p, kinds)) for p in asked.phrases]
    asked = replace(asked, words=_worth_looking_up(asked.words, searcher))
    free = [s for s in asked.words if not s.bound]
    if asked.cases:
        clauses.append((MUST, case_query(asked.cases)))
        clauses += [(SHOULD, _word(s, weights, kinds)) for s in free]
        return Query.boolean_query(clauses)
    if free:
        clauses.append((MUST, _words(free, _least(len(free), strict=strict), weights, kinds)))
    elif not clauses:
        clauses.append((MUST, Query.const_score_query(Query.all_query(), 0.0)))
    if asked.words:
        clauses += [(SHOULD, _word(s, weights, kinds)) for s in asked.words if s.bound]
        much = max(
            searcher.num_docs / 10, COMMON
        )  # what stands on every tenth page tells nothing of this one
        clauses += [
            (SHOULD, _boosted(_term("around" + kind, s.word.base), weights.around * s.weight))
            for s in asked.words
            for kind in kinds
            if searcher.doc_freq("around" + kind, s.word.base) <= much
        ]
    return Query.boolean_query(clauses)


def _worth_looking_up(words: tuple[Sought, ...], searcher: tantivy.Searcher) -> tuple[Sought, ...]:
    """So that no question takes seconds, however many words of every paper it has."""
    found = {s: searcher.doc_freq("base", s.word.base) for s in words}
    common = sorted((s for s in words if found[s] > COMMON), key=lambda s: found[s])
    return tuple(s for s in words if s not in common[MOST_COMMON:])


def case_query(numbers: Iterable[str]) -> Query:
    """Papers of one of these cases, or that name it, in whatever form."""
    return _one_of("case", (key for number in numbers for key in keys_sought(number)))


def _least(number: int, *, strict: bool) -> int:
    if strict:
        return number if number < 3 else (3 * number + 3) // 4
    return 1 if number < 4 else 2


def _words(words: Iterable[Sought], least: int, weights: Weights, kinds: Sequence[str]) -> Query:
    return Query.boolean_query(
        [(SHOULD, _word(s, weights, kinds)) for s in words], minimum_number_should_match=least
    )


def _word(sought: Sought, weights: Weights, kinds: Sequence[str]) -> Query:
    """One word in all its forms: the best form counts, the others a little."""
    w, by = sought.word, weights
    ways = [
        ("exact", w.text, by.exact),
        ("base", w.base, by.base),
        ("stem", w.stem, by.stem),
        ("parts", w.base, by.parts),
        ("head", w.base, by.head_base),
        ("head", w.stem, by.head_stem),
        ("head_parts", w.base, by.head_parts),
        *(("base", form, by.related) for form in sought.related),
        *(("base", form, by.alike) for form in sought.alike),
        *(("parts", form, by.related_part) for form in sought.related),
    ]
    queries = [
        _boosted(_term(field + kind, form), boost) for field, form, boost in ways if boost for kind in kinds
    ]
    if w.parts and by.halves:
        halves = [_half(part, kinds) for part in w.parts]
        together = Query.boolean_query([(MUST, half) for half in halves])
        queries += [_boosted(together, by.halves), *(_boosted(half, by.half_of_them) for half in halves)]
    queries += [_phrase("base", long, kinds) for long in sought.long if len(long) > 1]
    return _boosted(Query.disjunction_max_query(queries, 0.1), sought.weight)


def _half(part: str, kinds: Sequence[str]) -> Query:
    ways = [(_term("base" + kind, part), _boosted(_term("parts" + kind, part), 0.8)) for kind in kinds]
    return Query.disjunction_max_query([query for way in ways for query in way])


def _phrase(field: str, words: Sequence[str], kinds: Sequence[str]) -> Query:
    said = [Query.phrase_query(schema(), field + kind, list(words)) for kind in kinds]
    return said[0] if len(said) == 1 else _any(said)


def conditions(
    *,
    reader: Reader,
    organizations: list[int] | None,
    since: date | None,
    until: date | None,
    case: str | None,
    stale: Iterable[int],
    versions: Iterable[int] | None = None,
) -> list[tuple[Occur, Query]]:
    """What every hit must fulfil, so that nothing else is even counted.

    `stale` are versions that have changed since they were indexed; only who sees all may see their old state.
    """
    found: list[tuple[Occur, Query]] = []
    if not reader.sees_all:
        found.append((MUST, visible(reader)))
        found += [(NOT, _term("version", pk)) for pk in stale]
    if organizations is not None:
        found.append((MUST, _one_of("organization", map(str, organizations))))
    if since is not None or until is not None:
        found.append((MUST, _between(max(day_number(since), 1), day_number(until) or FAR)))
    if case is not None:
        found.append((MUST, case_query([case])))
    if versions is not None:
        found.append((MUST, Query.term_set_query(schema(), "version", list(versions))))
    return found


def visible(reader: Reader) -> Query:
    """What the reader may see, as a condition of the index."""
    now = int(timezone.now().timestamp())
    published = Query.range_query(schema(), "published", tantivy.FieldType.Integer, 1, now)
    public = Query.boolean_query([(MUST, _term("audience", OPEN)), (MUST, published)])
    if not reader.organizations:
        return public
    own = _one_of("audience", (f"o{pk}" for pk in sorted(reader.organizations)))
    return _any([public, own])


def either(query: Query, passages: Collection[int]) -> Query:
    """What `query` finds, and these passages, which weigh nothing; they have fulfilled the conditions already."""
    return _any([query, these(passages)])


def these(passages: Collection[int]) -> Query:
    return Query.const_score_query(Query.term_set_query(schema(), "passage", list(passages)), 0.0)


def _between(first: int, last: int) -> Query:
    return Query.range_query(schema(), "date", tantivy.FieldType.Integer, first, last)


NOTHING: tuple[Occur, Query] = (MUST, Query.empty_query())


def both(query: Query, conditions: list[tuple[Occur, Query]]) -> Query:
    """`query` within `conditions`; these weigh nothing."""
    silent = [(occur, Query.const_score_query(q, 0.0) if occur == MUST else q) for occur, q in conditions]
    return Query.boolean_query([(MUST, query), *silent])


def _one_of(field: str, values: Iterable[str]) -> Query:
    return Query.term_set_query(schema(), field, list(values))


def _term(field: str, value: str | int) -> Query:
    return Query.term_query(schema(), field, value)


def _boosted(query: Query, boost: float) -> Query:
    return Query.boost_query(query, boost)


def _any(queries: list[Query]) -> Query:
    return Query.boolean_query([(SHOULD, query) for query in queries])
