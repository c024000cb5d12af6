"""From a question to an answer made of what stands there, or the honest word that it does not."""

import time

from raadhus.assistant._answer import Answer, Citation
from raadhus.assistant._decisions import (
    ONLY_RECOMMENDED,
    asks_for_decision,
    decisions_about,
    recommends,
    subject_of,
    tells_a_decision,
    told,
)
from raadhus.assistant._weigh import Find, best_finds, must_stand, names_in
from raadhus.openness import Reader
from raadhus.search import Lens, lens, search

LOOKED_AT = 15
MOST_QUOTES = 5
NEAR = 0.4
COVERED, COVERED_WITHOUT = 0.6, 0.78
"""So much of the question a passage must cover: more when one of its nouns is missing there."""

NOT_THERE = "Det står ikke i det materiale, du har adgang til."


def answer(question: str, *, reader: Reader) -> Answer:
    """Answer from the passages that `reader` may see; refuse when they do not say it."""
    began = time.perf_counter()
    if asks_for_decision(question):
        finds, refusal = _decided(question, reader)
    else:
        finds, refusal = _found(question, reader)
    took = round((time.perf_counter() - began) * 1000, 2)
    if not finds:
        return Answer(False, refusal, (), took)
    citations = (_citation(number, find) for number, find in enumerate(finds[:MOST_QUOTES], 1))
    return Answer(True, _said(finds[0]), tuple(citations), took)


def _found(question: str, reader: Reader) -> tuple[list[Find], str]:
    """What answers, the best first, and what to say when nothing does."""
    through = lens(question)
    results = search(question, reader=reader, limit=LOOKED_AT)
    names = names_in(question)
    finds = (find for hit in results.hits for find in best_finds(hit, through))
    found = [find for find in finds if holds(find, through, names)]
    refusal = f"{NOT_THERE} {_looked_for(through, results.total)}".strip()
    return sorted(found, key=lambda find: -find.score), refusal


def _decided(question: str, reader: Reader) -> tuple[list[Find], str]:
    """The same for a decision: the rows first, then what a text tells of it."""
    finds = decisions_about(question, reader=reader)
    if finds:
        return finds, ""
    found, refusal = _found(subject_of(question), reader)
    if any(recommends(find) for find in found):
        refusal = ONLY_RECOMMENDED
    return [find for find in found if tells_a_decision(find) and not recommends(find)], refusal


def holds(find: Find, through: Lens, names: frozenset[str]) -> bool:
    """True when the stretch answers: enough of the question near it, no name or year missing, right kind."""
    needed = COVERED if all(through.light[n] for n in find.missing) else COVERED_WITHOUT
    if not find.has_kind or find.covered < needed or find.near < NEAR:
        return False
    return not any(must_stand(through, number, names) for number in find.missing)


def _said(find: Find) -> str:
    outcome = told(find.hit) if find.hit.kind == "decision" else ""
    return f"{outcome} {' '.join(find.sentence.split())} [1]".strip()


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
