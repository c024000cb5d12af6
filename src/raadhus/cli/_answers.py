"""An answer as the terminal shows it and as a program gets it."""

from collections.abc import Iterator
from typing import Any

from raadhus.assistant import Answer, Citation, Later, Searched, Told
from raadhus.core.times import written


def shape_of(said: Answer) -> dict[str, Any]:
    """The contract's keys first; what a page may show besides comes after."""
    return {
        "answered": said.answered,
        "answer": said.answer,
        "citations": [_citation(citation) for citation in said.citations],
        "took_ms": round(said.took_ms, 2),
        "model": said.model,
        "kind": said.kind,
        "highlight": said.highlight,
        "sureness": round(said.sureness, 3),
        "decisions": [_told(told) for told in said.decisions],
        "matters": [
            {"title": m.title, "case_number": m.case_number, "citation": m.citation} for m in said.matters
        ],
        "searched": _searched(said.searched),
        "links": [{"title": link.title, "url": link.url} for link in said.links],
        "nearest": [_citation(citation) for citation in said.nearest],
    }


def lines_of(said: Answer) -> Iterator[str]:
    yield said.answer
    if said.model:
        yield f"\nFormuleret af sprogmodellen {said.model}. Hver sætning er efterprøvet i sin kilde."
    for citation in said.citations:
        yield f"\n[{citation.number}] {_quoted(citation)}"
    for link in said.links:
        yield f"\n{link.title}: {link.url}"
    if said.nearest:
        yield "\nDet nærmeste, der står (det er ikke et svar):"
    for citation in said.nearest:
        yield f"\n  - {_quoted(citation)}"


def _quoted(citation: Citation) -> str:
    day = written(citation.date) if citation.date else None
    item = f"punkt {citation.item_number}" if citation.item_number else None
    place = filter(None, [citation.organization, day, item, f"{citation.document} s. {citation.page}"])
    return f"»{' '.join(citation.quote.split())}«\n    {', '.join(place)}"


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "number": citation.number,
        "quote": citation.quote,
        "source_file": citation.source_file,
        "document": citation.document,
        "page": citation.page,
        "organization": citation.organization,
        "date": citation.date.isoformat() if citation.date else None,
        "url": citation.url,
        "item_number": citation.item_number,
        "item_title": citation.item_title,
    }


def _told(told: Told) -> dict[str, Any]:
    return {
        "outcome": told.outcome,
        "organization": told.organization,
        "date": told.date.isoformat() if told.date else None,
        "item_number": told.item_number,
        "item_title": told.item_title,
        "case_number": told.case_number,
        "sentence": told.sentence,
        "citation": told.citation,
        "url": told.item_url,
        "later": [_later(later) for later in told.later],
    }


def _later(later: Later) -> dict[str, Any]:
    return {
        "organization": later.organization,
        "date": later.date.isoformat() if later.date else None,
        "outcome": later.outcome,
        "title": later.title,
        "url": later.url,
    }


def _searched(searched: Searched) -> dict[str, Any]:
    return {
        "words": list(searched.words),
        "passages": searched.passages,
        "organizations": list(searched.organizations),
        "since": searched.since.isoformat() if searched.since else None,
        "until": searched.until.isoformat() if searched.until else None,
        "case": searched.case,
    }
