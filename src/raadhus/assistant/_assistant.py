"""From a question to an answer made of what stands there, or the honest word that it does not."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace

from raadhus.assistant._answer import Answer, Citation, Matter
from raadhus.assistant._citations import citations_of
from raadhus.assistant._decisions import Decided, decisions_about, recommends, tells_a_decision
from raadhus.assistant._looking import Looked, look
from raadhus.assistant._refusal import refusal, searched
from raadhus.assistant._saying import decisions_told, found_told, matters_of, quoted, rivals, told
from raadhus.assistant._sureness import ENOUGH
from raadhus.assistant._weigh import Find
from raadhus.assistant.understanding import Understanding, understood
from raadhus.openness import Reader

MOST_QUOTES = 5
NEAREST = 3


def answer(question: str, *, reader: Reader, versions: Collection[int] | None = None) -> Answer:
    """Answer from the passages that `reader` may see; refuse when they do not say it.

    `versions` (ids) keeps to the text of those documents, and to no row of decisions.
    """
    began = time.perf_counter()
    asked = understood(question)
    if asked.kind == "decision" and versions is None:
        said = _decided(asked, reader)
    else:
        said = _found(asked, look(asked, reader=reader, versions=versions))
    return replace(said, took_ms=round((time.perf_counter() - began) * 1000, 2))


def _found(asked: Understanding, looked: Looked) -> Answer:
    finds = [find for find in looked.finds if find.sureness >= ENOUGH]
    if not finds:
        return _refused(asked, looked)
    chosen = rivals(finds)
    matters = [Matter(f.hit.title, f.hit.case_number, n) for n, f in enumerate(chosen, 1)]
    first = chosen + [find for find in finds if find not in chosen]
    return Answer(
        answered=True,
        answer=found_told(chosen),
        citations=citations_of(first, most=MOST_QUOTES),
        took_ms=0,
        kind=asked.kind,
        searched=searched(asked, looked.through.words, looked.results.total),
        highlight=chosen[0].highlight if len(chosen) == 1 else "",
        matters=tuple(matters) if len(matters) > 1 else (),
        sureness=finds[0].sureness,
    )


def _decided(asked: Understanding, reader: Reader) -> Answer:
    """The decisions themselves; else what a text tells of one."""
    decisions = decisions_about(asked, reader=reader)
    looked = look(asked, reader=reader)
    if decisions:
        return _told(asked, looked, decisions)
    sure = [find for find in looked.finds if find.sureness >= ENOUGH]
    if asked.organizations or asked.unknown_body:
        return _refused(asked, looked)
    telling = replace(looked, finds=tuple(find for find in sure if tells_a_decision(find)))
    said = _found(asked, telling)
    if said.answered:
        return said
    return _refused(asked, looked, only_recommended=any(map(recommends, sure)))


def _told(asked: Understanding, looked: Looked, decisions: Sequence[Decided]) -> Answer:
    citations = quoted(decisions)
    told_of = tuple(told(one, citation) for one, citation in zip(decisions, citations, strict=True))
    return Answer(
        answered=True,
        answer=decisions_told(decisions, told_of),
        citations=citations,
        took_ms=0,
        kind=asked.kind,
        searched=searched(asked, looked.through.words, looked.results.total),
        highlight=told_of[0].outcome_label,
        decisions=told_of,
        matters=matters_of(decisions),
        sureness=1.0,
    )


def _refused(asked: Understanding, looked: Looked, *, only_recommended: bool = False) -> Answer:
    where = searched(asked, looked.through.words, looked.results.total)
    near = sorted((*looked.finds, *looked.others), key=_sureness, reverse=True)
    best = looked.finds[0].sureness if looked.finds else 0.0
    return Answer(
        answered=False,
        answer=refusal(where, unknown_body=asked.unknown_body, only_recommended=only_recommended),
        citations=(),
        took_ms=0,
        kind=asked.kind,
        searched=where,
        nearest=_nearest(near),
        sureness=best,
    )


def _nearest(finds: Sequence[Find]) -> tuple[Citation, ...]:
    """One stretch of each of the nearest passages: no answer, but where one may read on."""
    one_each = {find.hit.passage_id: find for find in reversed(finds)}
    return citations_of(sorted(one_each.values(), key=_sureness, reverse=True), most=NEAREST)


def _sureness(find: Find) -> float:
    return find.sureness
