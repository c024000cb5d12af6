"""From a question to an answer made of what stands there, or the honest word that it does not."""

import time

from raadhus.assistant._answer import Answer, Citation
from raadhus.assistant._weigh import Find, best_find, names_in
from raadhus.openness import Reader
from raadhus.search import Hit, Lens, lens, search

LOOKED_AT = 15
MOST_QUOTES = 5
COVERED, NEAR = 0.6, 0.4
NOT_THERE = "Det står ikke i det materiale, du har adgang til."


def answer(question: str, *, reader: Reader) -> Answer:
    """Answer from the passages that `reader` may see; refuse when they do not say it."""
    began = time.perf_counter()
    through = lens(question)
    results = search(question, reader=reader, limit=LOOKED_AT)
    finds = _finds(results.hits, through, question)
    took = round((time.perf_counter() - began) * 1000, 2)
    if not finds:
        return Answer(False, f"{NOT_THERE} {_looked_for(through, results.total)}", (), took)
    citations = tuple(_citation(number, find) for number, find in enumerate(finds, 1))
    return Answer(True, _worded(finds), citations, took)


def _finds(hits: tuple[Hit, ...], through: Lens, question: str) -> list[Find]:
    names = names_in(question)
    found = [find for hit in hits if (find := best_find(hit, through)) and holds(find, through, names)]
    found.sort(key=lambda f: -f.score)
    return found[:MOST_QUOTES]


def holds(find: Find, through: Lens, names: frozenset[str]) -> bool:
    """True when the stretch answers: enough of the question near it, no name or year missing, right kind."""
    if not find.has_kind or find.covered < COVERED or find.near < NEAR:
        return False
    return not any(_must_stand(through, number, names) for number in find.missing)


def _must_stand(through: Lens, number: int, names: frozenset[str]) -> bool:
    word = through.words[number]
    return word in names or word[0].isdigit()


def _worded(finds: list[Find]) -> str:
    return f"{' '.join(finds[0].quote.split())} [1]"


def _looked_for(through: Lens, total: int) -> str:
    words = ", ".join(f"»{word}«" for word in through.words)
    return f"Der er søgt efter {words} og set på {total} passager." if words else ""


def _citation(number: int, find: Find) -> Citation:
    hit = find.hit
    return Citation(
        number=number,
        quote=find.quote,
        source_file=hit.source_file,
        document=hit.document,
        page=hit.page,
        organization=hit.organization,
        date=hit.date,
        url=hit.url,
        passage_id=hit.passage_id,
    )
