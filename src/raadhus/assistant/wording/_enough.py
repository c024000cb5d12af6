"""Whether what is left of the model's answer still answers."""

from collections.abc import Collection, Sequence

from raadhus.assistant._answer import Answer
from raadhus.assistant.wording._material import Material
from raadhus.assistant.wording.checks import said_in
from raadhus.core.danish import answers_of, expected, is_number, words_of
from raadhus.search import lens

WITHOUT_WORDS = ("none", "other")
"""Outcomes that minutes tell in any words at all."""

COVERED = 0.5
"""So much of the question the sentences must be about, what stands over their sources told in."""


def says_enough(
    question: str, given: Answer, sentences: Sequence[str], found: Material, used: Collection[int]
) -> bool:
    """True when something of the kind asked for is there, and it is about what was asked.

    Where decisions answer, the outcome of the newest one must be told: "there was a deputation" is true and no answer.
    """
    if not sentences:
        return False
    said = " ".join(sentences)
    outcomes = {one.outcome for one in said_in(said) if one.mood == "happened"}
    if given.decisions and given.decisions[0].outcome not in (*outcomes, *WITHOUT_WORDS):
        return False
    if given.kind == "decision" and not outcomes:
        return False
    kind = expected(question)
    if kind is not None:
        asked = {word for word in words_of(question) if is_number(word)}
        answers = (said[start:end] for start, end in answers_of(kind, said))
        if all(asked.issuperset(words_of(answer)) for answer in answers):
            return False
    through = lens(question)
    over = " / ".join(found.sources[number].context for number in used)
    return not through.words or through.coverage(through.matches(f"{said} / {over}")) >= COVERED
