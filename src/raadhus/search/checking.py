"""Does the index say what the database says: the same passages, the same words, open to the same readers?"""

from collections.abc import Iterator, Sequence

import tantivy
from django.utils.translation import gettext as _

from raadhus.core.faults import Fault, Progress
from raadhus.documents.models import Page, Passage, Version
from raadhus.search import _schema
from raadhus.search._entries import COLUMNS, OPEN, Row
from raadhus.search._index import catch_up, searcher

VERSIONS_AT_ONCE = 50

Known = dict[int, tuple[int, bytes, bool]]
"""Passages by number: their version, their text, and whether everyone may see them."""


def faults(progress: Progress) -> Iterator[Fault]:
    """Every version whose passages the index lacks or tells otherwise. What is new is indexed first."""
    catch_up()
    found = searcher()
    if found is None:
        yield Fault("index-missing", "index", _("Der er intet indeks, der kan bruges."))
        return
    index, _generation = found
    versions = list(Version.objects.order_by("pk").values_list("pk", flat=True))
    seen = 0
    for start in range(0, len(versions), VERSIONS_AT_ONCE):
        portion = versions[start : start + VERSIONS_AT_ONCE]
        stored, indexed = _stored(portion), _indexed(index, portion)
        seen += len(indexed)
        yield from _differences(stored, indexed)
        progress(len(stored))
    if index.num_docs != seen:
        yield Fault("index-unknown", "index", _("Indekset har passager fra dokumenter, der ikke findes."))


def _differences(stored: Known, indexed: Known) -> Iterator[Fault]:
    wrong = {pk for pk in stored.keys() | indexed.keys() if stored.get(pk) != indexed.get(pk)}
    for version in sorted({(stored.get(pk) or indexed[pk])[0] for pk in wrong}):
        yield Fault(
            "index-differs",
            f"documents.version {version}",
            _("Indekset siger noget andet om dokumentet end databasen."),
        )


def _stored(versions: Sequence[int]) -> Known:
    texts = dict(Page.objects.filter(version__in=versions).values_list("pk", "text"))
    rows = Passage.objects.filter(page__version__in=versions).values_list(*COLUMNS.values())
    return {
        row.pk: (row.version, texts[row.page][row.start : row.end].encode(), row.is_open)
        for row in (Row(*values) for values in rows.iterator(chunk_size=5000))
    }


def _indexed(index: tantivy.Searcher, versions: Sequence[int]) -> Known:
    found: Known = {}
    for version in versions:
        told = tantivy.Query.term_query(_schema.schema(), "version", version)
        public = tantivy.Query.term_query(_schema.schema(), "audience", OPEN)
        seen_by_all = tantivy.Query.boolean_query([(tantivy.Occur.Must, told), (tantivy.Occur.Must, public)])
        everyone = {pk for pk, _text in _passages(index, seen_by_all)}
        found |= {pk: (version, text, pk in everyone) for pk, text in _passages(index, told)}
    return found


def _passages(index: tantivy.Searcher, query: tantivy.Query) -> Iterator[tuple[int, bytes]]:
    for _score, address in index.search(query, limit=max(1, index.num_docs)).hits:
        document = index.doc(address)
        passage, text = document["passage"][0], document["text"][0]
        yield passage, text
