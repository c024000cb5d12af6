"""The passages that the model gets: those of the answer without it, and the best others; none that must stay here."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.conf import settings

from raadhus.assistant._answer import Answer, Citation
from raadhus.assistant._citations import citation_of
from raadhus.assistant._units import units
from raadhus.assistant.wording._prompt import speaks_to_the_machine
from raadhus.assistant.wording.checks import Quote, Source
from raadhus.languagemodel import Model
from raadhus.openness import Reader
from raadhus.search import Hit, found_again, search

MOST = 10
LONGEST = 1200
"""A hit's text is cut there, perhaps within a sentence."""


@dataclass(frozen=True, slots=True)
class Material:
    hits: dict[int, Hit]
    sources: dict[int, Source]


def material(question: str, given: Answer, *, reader: Reader, model: Model) -> Material | None:
    """The passages by number; None when what the answer leans on most may not be sent."""
    allowed = reader if _may_send_closed(model) else Reader.anonymous()
    leaned_on = [citation.passage_id for citation in given.citations]
    found = [
        *found_again(leaned_on, text=question, reader=allowed),
        *search(question, reader=allowed, limit=MOST).hits,
    ]
    sent: dict[str, Hit] = {}
    for hit in found:
        if not speaks_to_the_machine(f"{hit.heading}\n{hit.text}"):
            sent.setdefault(hit.text, hit)  # the same text once
    fitting = list(sent.values())
    if not leaned_on or leaned_on[0] not in {hit.passage_id for hit in fitting}:
        return None
    hits = dict(enumerate(fitting[:MOST], 1))
    return Material(hits, {number: _source(number, hit) for number, hit in hits.items()})


def may_still_see(passages: Iterable[int], *, reader: Reader) -> bool:
    """Whether the reader may see all of them now: something may have been closed while the model wrote."""
    wanted = set(passages)
    return {hit.passage_id for hit in found_again(wanted, text="", reader=reader)} == wanted


def cited(hit: Hit, quote: Quote, *, number: int) -> Citation:
    """The citation that shows the very quote by which a sentence was checked."""
    citation = citation_of(hit, quote.start, quote.end, number=number)
    return replace(citation, quote=quote.verbatim, answers=(0, len(quote.verbatim)))


def _may_send_closed(model: Model) -> bool:
    rule = settings.RAADHUS_MODEL_CLOSED
    return bool(rule == "always" or (rule == "local" and model.is_local))


def _source(number: int, hit: Hit) -> Source:
    text = hit.text
    if len(text) >= LONGEST and len(whole := units(text)) > 1:
        text = text[: whole[-1].start].rstrip()  # the last sentence may be cut, and say the contrary
    return Source(
        number=number,
        text=text,
        kind=hit.kind,
        outcome=hit.outcome,
        organization=hit.organization or "",
        day=hit.date,
        title=hit.title,
        document=hit.document,
        heading=hit.heading,
        case_number=hit.case_number or "",
        item=hit.item_id,
    )
