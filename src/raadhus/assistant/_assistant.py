"""From a question to an answer made of what stands there, or the honest word that it does not."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace

from raadhus.assistant._answer import Answer, Citation, Matter
from raadhus.assistant._citations import citation_of, citations_of
from raadhus.assistant._decisions import (
    NO_DECISIONS,
    Decisions,
    decisions_about,
    recommends,
    tells_a_decision,
)
from raadhus.assistant._house import known_to_the_house
from raadhus.assistant._looking import Looked, look
from raadhus.assistant._refusal import refusal, searched
from raadhus.assistant._saying import case_named, decisions_told, found_told, matters_of, quoted, rivals, told
from raadhus.assistant._sureness import ENOUGH
from raadhus.assistant._units import LONGEST
from raadhus.assistant._weigh import Find
from raadhus.assistant.understanding import Understanding, understood
from raadhus.openness import Reader

MOST_QUOTES = 5
NEAREST, NEAR = 3, 0.4
"""So many of the nearest are offered, each with so much of the question in its passage."""


def answer(
    question: str, *, reader: Reader, versions: Collection[int] | None = None, least: float = ENOUGH
) -> Answer:
    """Answer from the passages that `reader` may see; refuse when they do not say it.

    `versions` (ids) keeps to the text of those documents, and to no row of decisions. `least` is how sure an answer
    must be, from 0 to 1.
    """
    began = time.perf_counter()
    known = known_to_the_house(question, reader=reader) if versions is None else None
    if known is not None:
        return replace(known, took_ms=round((time.perf_counter() - began) * 1000, 2))
    asked = understood(question)
    if asked.kind == "decision" or (asked.case and not asked.matter):
        said = _decided(asked, reader, versions, least)
    else:
        said = _found(asked, look(asked, reader=reader, versions=versions), least)
    return replace(said, took_ms=round((time.perf_counter() - began) * 1000, 2))


def _found(asked: Understanding, looked: Looked, least: float) -> Answer:
    finds = [find for find in looked.finds if find.sureness >= least]
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
        highlight=chosen[0].highlight if len(chosen) == 1 and not chosen[0].signals.unnamed else "",
        matters=tuple(matters) if len(matters) > 1 else (),
        sureness=finds[0].sureness,
    )


def _decided(asked: Understanding, reader: Reader, versions: Collection[int] | None, least: float) -> Answer:
    """The decisions themselves; else what a text tells of one. What was not decided no decision tells."""
    if asked.of_what_is_not:
        return _refused(asked, look(asked, reader=reader, versions=versions))
    rows = decisions_about(asked, reader=reader) if versions is None else NO_DECISIONS
    if rows.decisions:
        return _told(asked, rows)
    looked = look(asked, reader=reader, versions=versions)
    if asked.case and not asked.matter:
        return _named(asked, looked)
    sure = [find for find in looked.finds if find.sureness >= least]
    if asked.organizations or asked.unknown_body or asked.outcome:
        return _refused(asked, looked)
    telling = replace(looked, finds=tuple(find for find in sure if tells_a_decision(find)))
    said = _found(asked, telling, least)
    if said.answered:
        return said
    return _refused(asked, looked, only_recommended=any(map(recommends, sure)))


def _told(asked: Understanding, rows: Decisions) -> Answer:
    citations = quoted(rows.decisions)
    told_of = tuple(told(one, citation) for one, citation in zip(rows.decisions, citations, strict=True))
    return Answer(
        answered=True,
        answer=decisions_told(rows.decisions, told_of, asked=asked),
        citations=citations,
        took_ms=0,
        kind=asked.kind,
        searched=searched(asked, rows.words, rows.passages),
        highlight=told_of[0].outcome_label if asked.kind == "decision" else told_of[0].item_title,
        decisions=told_of,
        matters=matters_of(rows.decisions) if asked.matter else (),
        sureness=1.0,
    )


def _named(asked: Understanding, looked: Looked) -> Answer:
    """What a case is called, where nothing has been decided in it yet."""
    hit = next((hit for hit in looked.results.hits if hit.item_id is not None), None)
    if hit is None:
        return _refused(asked, looked)
    return Answer(
        answered=True,
        answer=case_named(hit),
        citations=(citation_of(hit, 0, len(hit.text[:LONGEST].rstrip()), number=1),),
        took_ms=0,
        kind=asked.kind,
        searched=searched(asked, (), looked.results.total),
        highlight=hit.title,
        sureness=1.0,
    )


def _refused(asked: Understanding, looked: Looked, *, only_recommended: bool = False) -> Answer:
    where = searched(asked, looked.through.words, looked.results.total)
    near = sorted((*looked.finds, *looked.others), key=_sureness, reverse=True)
    best = looked.finds[0].sureness if looked.finds else 0.0
    return Answer(
        answered=False,
        answer=refusal(
            where,
            unknown_body=asked.unknown_body,
            only_recommended=only_recommended,
            not_decided=asked.kind == "decision" and asked.of_what_is_not,
        ),
        citations=(),
        took_ms=0,
        kind=asked.kind,
        searched=where,
        nearest=_nearest(near),
        sureness=best,
    )


def _nearest(finds: Sequence[Find]) -> tuple[Citation, ...]:
    """One stretch of each of the nearest passages: no answer, but where one may read on."""
    one_each = {_text(find): find for find in reversed(finds) if find.signals.covered >= NEAR}
    return citations_of(sorted(one_each.values(), key=_sureness, reverse=True), most=NEAREST)


def _text(find: Find) -> str:
    """The same where one paper prints what another one does."""
    return "".join(find.sentence.split())


def _sureness(find: Find) -> float:
    return find.sureness
