"""What others would find in the same passages: SQLite's FTS5, PostgreSQL's Danish, tantivy with its own stemmer.

Each gets the same headings and texts, and the question's words without the commonest, any of which may match.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import tantivy
from django.db import connection

from raadhus.core.danish import STOPWORDS, words_of
from raadhus.documents.models import Passage
from raadhus.openness import Reader
from raadhus.search.evaluation._scores import DEPTH, Finder

Text = tuple[str, str]
"""What stands over a passage, and the passage."""


Words = Callable[[str], list[str]]
"""Which words of a question are looked up."""


@dataclass(frozen=True, slots=True)
class Rival:
    """`stand` builds it over the passages and takes it down again; None where it cannot be had, and `why`."""

    name: str
    stand: Callable[[], AbstractContextManager[Finder]] | None
    why: str = ""


def rivals(reader: Reader, *, postgresql: str = "") -> list[Rival]:
    """Those there are here. `postgresql` is the address of a server; else the project's own, where it is one."""
    texts = list(texts_for(reader))
    found = [
        Rival("SQLite FTS5", lambda: fts5(texts)),
        Rival("tantivy, dansk stemmer", lambda: stemmed(texts)),
    ]
    address = postgresql or (_own_address() if connection.vendor == "postgresql" else "")
    if address:
        found.append(Rival("PostgreSQL, dansk", lambda: postgres(texts, address)))
    else:
        found.append(Rival("PostgreSQL, dansk", None, "ingen server; giv --postgresql ADRESSE"))
    return found


def texts_for(reader: Reader) -> Iterator[Text]:
    """Every passage that `reader` may see, with what stands over it."""
    rows = Passage.objects.visible_to(reader).order_by("pk")
    told = rows.values_list("placement__item__title", "heading", "page__text", "start", "end")
    for title, heading, page, start, end in told.iterator(chunk_size=2000):
        yield " / ".join(dict.fromkeys([title or "", *heading])), page[start:end]


def every_word(question: str) -> list[str]:
    return list(dict.fromkeys(words_of(question)))


def plain_words(question: str) -> list[str]:
    told = every_word(question)
    return [word for word in told if word not in STOPWORDS] or told


@contextmanager
def fts5(texts: Iterable[Text], words: Words = plain_words) -> Iterator[Finder]:
    """bm25 as it comes, in a database of its own on disk."""
    with tempfile.TemporaryDirectory() as folder:
        rows = sqlite3.connect(f"{folder}/fts5.sqlite3")
        rows.execute("create virtual table passages using fts5(head, text)")
        rows.executemany("insert into passages values (?, ?)", texts)
        rows.commit()
        told = "select text from passages where passages match ? order by rank limit ?"

        def find(question: str) -> list[str]:
            any_of = " OR ".join(f'"{word}"' for word in words(question))
            return [text for (text,) in rows.execute(told, (any_of, DEPTH))] if any_of else []

        yield find
        rows.close()


@contextmanager
def stemmed(texts: list[Text]) -> Iterator[Finder]:
    """BM25 over its own tokens with its own Danish stemmer."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("head", tokenizer_name="danish")
    builder.add_text_field("text", tokenizer_name="danish")
    builder.add_bytes_field("shown", stored=True)
    index = tantivy.Index(builder.build())
    plain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    lower = plain.filter(tantivy.Filter.lowercase())
    index.register_tokenizer("danish", lower.filter(tantivy.Filter.stemmer("danish")).build())
    writer = index.writer(60_000_000, 1)
    for head, text in texts:
        writer.add_document(tantivy.Document(head=head, text=text, shown=text.encode()))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(question: str) -> list[str]:
        query = index.parse_query(" ".join(plain_words(question)), ["head", "text"])
        return [
            bytes(searcher.doc(at)["shown"][0]).decode() for _, at in searcher.search(query, limit=DEPTH).hits
        ]

    yield find


@contextmanager
def postgres(texts: list[Text], address: str) -> Iterator[Finder]:
    """`ts_rank_cd` over the Danish configuration, in a table that is gone afterwards."""
    import psycopg

    with psycopg.connect(address) as rows:
        rows.execute("create temporary table rival (head text, told text)")
        with rows.cursor().copy("copy rival from stdin") as lines:
            for text in texts:
                lines.write_row([part.replace("\x00", "") for part in text])
        rows.execute(
            "alter table rival add column vector tsvector generated always as"
            " (setweight(to_tsvector('danish', head), 'B') || to_tsvector('danish', told)) stored"
        )
        rows.execute("create index on rival using gin (vector)")
        told = (
            "select told from rival, to_tsquery('danish', %s) q where vector @@ q"
            " order by ts_rank_cd(vector, q, 1) desc limit %s"
        )

        def find(question: str) -> list[str]:
            any_of = " | ".join(f"'{word}'" for word in plain_words(question) if "'" not in word)
            return [text for (text,) in rows.execute(told, (any_of, DEPTH))] if any_of else []

        yield find
        rows.rollback()


def _own_address() -> str:
    """The project's own database, as psycopg takes it."""
    from psycopg.conninfo import make_conninfo

    told = connection.get_connection_params()
    names = ("dbname", "user", "password", "host", "port")
    return make_conninfo(**{name: told[name] for name in names if told.get(name)})
