"""One turn of a conversation: what was typed, and the whole question that is asked."""

from dataclasses import dataclass

from raadhus.conversation.leaning import whole
from raadhus.conversation.models import LONGEST
from raadhus.organisation.models import Organization


@dataclass(frozen=True, slots=True)
class Turn:
    """`before` is the whole question asked before; `question` is what is asked, `typed` what it was made from."""

    typed: str
    question: str
    before: str = ""

    @property
    def is_rewritten(self) -> bool:
        return self.question != self.typed


def turn(typed: str, *, before: str = "", literal: bool = False) -> Turn:
    """Make the question whole from the one before, unless it is to be taken as it stands (`literal`)."""
    typed = " ".join(typed.split())
    if literal or not before:
        return Turn(typed, typed, before)
    return Turn(typed, whole(typed, before=before, bodies=_bodies())[:LONGEST], before)


def _bodies() -> list[str]:
    names = Organization.objects.values_list("name", "short_name").distinct()
    return [name for pair in names for name in pair if name]
