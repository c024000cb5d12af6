""" "Mente du ...?": other words for those that stand nowhere, from the passages the reader may see and no others."""

from collections import Counter
from collections.abc import Iterator

import tantivy
from tantivy import Occur, Query

from raadhus.core.danish import STOPWORDS, Token, distance, tokens, word, words_of
from raadhus.openness import Reader
from raadhus.search import _index, _lookup
from raadhus.search._clauses import in_any_form, with_form
from raadhus.search._query import cases_in
from raadhus.search._schema import KINDS, schema
from raadhus.search.language import read

SHORTEST = 4
LONG = 6
"""Shorter words may be one letter off, longer ones two."""
LOOKED_AT, BEST = 80, 5
RARE, RARER = 2, 20
"""A word that stands there twice may still be a slip, where the other is so many times as frequent."""

Conditions = list[tuple[Occur, Query]]


def corrected(text: str, *, reader: Reader) -> str | None:
    """Return `text` with better words for those the reader can find nowhere; None when there are none."""
    shelf = _index.searcher()
    if shelf is None:
        return None
    searcher, identity = shelf
    stale = () if reader.sees_all else _index.stale(identity)
    conditions = _lookup.conditions(
        reader=reader, organizations=None, since=None, until=None, case=None, stale=stale
    )
    better = text
    free = read(text).free
    numbers = cases_in(free)
    words = (t for t in tokens(free) if not any(n.start <= t.start < n.end for n in numbers))
    for token in reversed(list(words)):
        if other := _better(token, conditions, searcher):
            shown = other.capitalize() if text[token.start].isupper() else other
            better = better[: token.start] + shown + better[token.end :]
    return better if better != text else None


def _better(token: Token, conditions: Conditions, searcher: tantivy.Searcher) -> str | None:
    typed = token.text
    if len(typed) < SHORTEST or not typed.isalpha() or typed in STOPWORDS:
        return None
    number = _number(in_any_form(word(typed)), conditions, searcher)
    if number > RARE:
        return None
    farthest = 2.0 if len(typed) >= LONG and not number else 1.0
    near = _near(typed, farthest, conditions, searcher)
    found = [(far, -_number(_exactly(form), conditions, searcher), form) for form, far in near]
    good = [(far, count, form) for far, count, form in found if -count > max(0, number * RARER)]
    return min(good)[2] if good else None


def _near(
    typed: str, farthest: float, conditions: Conditions, searcher: tantivy.Searcher
) -> list[tuple[str, float]]:
    """The words most like `typed` in passages that hold one, and how far they are from it."""
    edits = 2 if len(typed) >= LONG else 1
    form = word(typed).text
    fuzzy = [Query.fuzzy_term_query(schema(), "exact" + kind, form, edits) for kind in KINDS]
    alike = Query.boolean_query([(Occur.Should, query) for query in fuzzy])
    passages = searcher.search(_lookup.both(alike, conditions), limit=LOOKED_AT)
    seen = Counter(form for _, at in passages.hits for form in _words_in(searcher.doc(at), len(typed)))
    near = ((form, distance(typed, form)) for form in seen if form != typed)
    close = [(form, far) for form, far in near if far <= farthest]
    return sorted(close, key=lambda found: (found[1], -seen[found[0]], found[0]))[:BEST]


def _words_in(document: tantivy.Document, length: int) -> Iterator[str]:
    text = bytes(document["text"][0]).decode()
    return (form for form in set(words_of(text)) if abs(len(form) - length) <= 2 and form.isalpha())


def _exactly(form: str) -> Query:
    return with_form("exact", word(form).text)


def _number(query: Query, conditions: Conditions, searcher: tantivy.Searcher) -> int:
    return int(searcher.search(_lookup.both(query, conditions), limit=1).count)  # type: ignore[attr-defined]
