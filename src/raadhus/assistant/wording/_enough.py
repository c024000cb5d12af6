"""Whether what is left of the model's answer still answers."""

from collections.abc import Collection, Sequence

from raadhus.assistant.wording._material import Material
from raadhus.core.danish import answers_of, expected, is_number, words_of
from raadhus.search import lens

COVERED = 0.5
"""So much of the question the sentences must be about, what stands over their sources told in."""


def says_enough(question: str, sentences: Sequence[str], found: Material, used: Collection[int]) -> bool:
    """True when something of the kind asked for is there, and it is about what was asked."""
    if not sentences:
        return False
    said = " ".join(sentences)
    kind = expected(question)
    if kind is not None:
        asked = {word for word in words_of(question) if is_number(word)}
        answers = (said[start:end] for start, end in answers_of(kind, said))
        if all(asked.issuperset(words_of(answer)) for answer in answers):
            return False
    through = lens(question)
    over = " / ".join(found.sources[number].context for number in used)
    return not through.words or through.coverage(through.matches(f"{said} / {over}")) >= COVERED
