"""`raadhus ask QUESTION`: what the passages say, and where."""

import argparse

from raadhus.assistant import Answer, Citation
from raadhus.assistant.wording import Done, worded
from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import Failure, print_json, say
from raadhus.conversation.answering import reply
from raadhus.conversation.leaning import whole
from raadhus.core.times import written
from raadhus.openness import Reader
from raadhus.organisation.models import Organization


@with_database
def run(arguments: argparse.Namespace) -> int:
    if not arguments.question.strip():
        raise Failure("Skriv et spørgsmål.", status=2)
    question = _whole(arguments.question, arguments.after)
    reader = reader_from(arguments.reader)
    said = reply(question, reader=reader)
    if arguments.model:
        said = _worded(question, said, reader)
    if arguments.json:
        print_json(
            {
                "question": question,
                "answered": said.answered,
                "answer": said.answer,
                "citations": [_shape(citation) for citation in said.citations],
                "took_ms": round(said.took_ms, 2),
                "model": said.model,
            }
        )
        return 0
    print(said.answer)
    if said.model:
        print(f"\nFormuleret af sprogmodellen {said.model}. Hver sætning er efterprøvet i sin kilde.")
    for citation in said.citations:
        place = [citation.organization, written(citation.date) if citation.date else None]
        print(f"\n[{citation.number}] »{' '.join(citation.quote.split())}«")
        print("    " + ", ".join([*filter(None, place), f"{citation.document} s. {citation.page}"]))
    return 0


def _worded(question: str, given: Answer, reader: Reader) -> Answer:
    """The answer in a language model's words, where there is a model and its words can be proved."""
    steps = list(worded(question, reader=reader, given=given))
    return next((step.answer for step in steps if isinstance(step, Done)), given)


def _whole(question: str, after: str) -> str:
    """The question that is asked, told where it was made from a leaning one."""
    names = Organization.objects.values_list("name", flat=True) if after.strip() else ()
    made = whole(question, before=after, bodies=list(names))
    if made != " ".join(question.split()):
        say(f"Spurgt: {made}")
    return made


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
