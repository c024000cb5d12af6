"""A person corrects what was read wrongly; the correction stands through every import until it is taken back."""

from raadhus.meetings.corrections._again import as_in_papers, correct_again, place_again
from raadhus.meetings.corrections._values import pages_in, value_of
from raadhus.meetings.corrections._verbs import correct, let_stand, take_back

__all__ = [
    "as_in_papers",
    "correct",
    "correct_again",
    "let_stand",
    "pages_in",
    "place_again",
    "take_back",
    "value_of",
]
