"""`raadhus ask QUESTION`: what the passages say, and where."""

import argparse

from raadhus.assistant import Citation, answer
from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import Failure, print_json
from raadhus.core.times import written


@with_database
def run(arguments: argparse.Namespace) -> int:
    if not arguments.question.strip():
        raise Failure("Skriv et spørgsmål.", status=2)
    said = answer(arguments.question, reader=reader_from(arguments.reader))
    if arguments.json:
        print_json(
            {
                "answered": said.answered,
                "answer": said.answer,
                "citations": [_shape(citation) for citation in said.citations],
                "took_ms": round(said.took_ms, 2),
                "model": said.model,
            }
        )
        return 0
    print(said.answer)
    for citation in said.citations:
        place = [citation.organization, written(citation.date) if citation.date else None]
        print(f"\n[{citation.number}] »{' '.join(citation.quote.split())}«")
        print("    " + ", ".join([*filter(None, place), f"{citation.document} s. {citation.page}"]))
    return 0


def _shape(citation: Citation) -> dict[str, object]:
    return {
        "number": citation.number,
        "quote": citation.quote,
        "source_file": citation.source_file,
        "document": citation.document,
        "page": citation.page,
        "organization": citation.organization,
        "date": citation.date.isoformat() if citation.date else None,
        "url": citation.url,
    }
