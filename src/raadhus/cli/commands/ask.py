"""`raadhus ask QUESTION`: what the passages say, and where."""

import argparse

from raadhus.assistant import Answer
from raadhus.assistant.wording import Done, worded
from raadhus.cli._answers import lines_of, shape_of
from raadhus.cli._home import reader_from, with_database
from raadhus.cli._output import Failure, print_json, say
from raadhus.conversation.answering import reply
from raadhus.conversation.leaning import whole
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
        print_json({"question": question, **shape_of(said)})
        return 0
    for line in lines_of(said):
        print(line)
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
