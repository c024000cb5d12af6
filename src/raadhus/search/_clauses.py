"""The conditions of an expression, as tantivy takes them. The words they hold are weighed apart."""

from collections.abc import Iterable, Sequence

import tantivy
from tantivy import Occur, Query

from raadhus.core.danish import Word, words
from raadhus.search._entries import day_number
from raadhus.search._filters import organizations_named
from raadhus.search._lookup import FAR
from raadhus.search._schema import KINDS, schema
from raadhus.search.language import (
    AllOf,
    Days,
    Either,
    Near,
    Node,
    Organ,
    Phrase,
    Terms,
    Without,
    Words,
)

MUST, SHOULD, NOT = Occur.Must, Occur.Should, Occur.MustNot


def clauses_of(nodes: Iterable[Node]) -> list[tuple[Occur, Query]]:
    """Each condition as a clause that every hit must fulfil."""
    return [(NOT, _query(node.part)) if isinstance(node, Without) else (MUST, _query(node)) for node in nodes]


def _query(node: Node) -> Query:
    match node:
        case Words(text):
            return _all([in_any_form(word) for word in words(text)])
        case Phrase(text):
            return _side_by_side("exact", [word.text for word in words(text)])
        case Near():
            return _near(node)
        case Organ(name):
            return _one_of("organization", map(str, organizations_named(name)))
        case Terms(field, values):
            return _one_of(field, values)
        case Days(first, last):
            begin, end = max(day_number(first), 1), day_number(last) or FAR
            return Query.range_query(schema(), "date", tantivy.FieldType.Integer, begin, end)
        case Without(part):
            return Query.boolean_query([(MUST, Query.all_query()), (NOT, _query(part))])
        case Either(parts):
            return _any([_query(part) for part in parts])
        case AllOf(parts):
            return _all([_query(part) for part in parts])


def in_any_form(word: Word) -> Query:
    """The word inflected or as part of a compound, in the text or its headings; not its own parts alone."""
    ways = [("exact", word.text), ("base", word.base), ("stem", word.stem), ("parts", word.base)]
    ways += [("head", word.base), ("head", word.stem), ("head_parts", word.base)]
    return _any([with_form(field, value) for field, value in ways])


def _near(node: Near) -> Query:
    left, right = words(node.left), words(node.right)
    if not left or not right:
        return Query.empty_query()
    ways = []
    for order in ([*left, *right], [*right, *left]):
        ways.append(_within("base", [word.base for word in order], node.distance))
        ways.append(_within("stem", [word.stem for word in order], node.distance))
    return _any(ways)


def _within(field: str, told: Iterable[str], distance: int) -> Query:
    said = tuple(told)
    return _any([Query.phrase_query(schema(), field + kind, list(said), distance) for kind in KINDS])


def _side_by_side(field: str, told: list[str]) -> Query:
    if len(told) < 2:
        return _all([with_form(field, text) for text in told])
    return _within(field, told, 0)


def with_form(field: str, value: str) -> Query:
    """Passages, open or closed, with that form in that field of words."""
    return _any([Query.term_query(schema(), field + kind, value) for kind in KINDS])


def _one_of(field: str, values: Iterable[str]) -> Query:
    return Query.term_set_query(schema(), field, list(values))


def _any(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(SHOULD, query) for query in queries]) if queries else Query.empty_query()


def _all(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(MUST, query) for query in queries]) if queries else Query.all_query()
