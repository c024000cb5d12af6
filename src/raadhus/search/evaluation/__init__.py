"""How well is found what is asked for? Questions with their answers, put to search and to its rivals."""

from raadhus.search.evaluation._questions import DEMO_QUESTIONS, NEAR_MISSES, Question, holds, questions_in
from raadhus.search.evaluation._rivals import Rival, every_word, fts5, plain_words, rivals, texts_for
from raadhus.search.evaluation._scores import Finder, Scores, asked_of, our_search, scores_of
from raadhus.search.evaluation._steps import STEPS

__all__ = [
    "DEMO_QUESTIONS",
    "NEAR_MISSES",
    "STEPS",
    "Finder",
    "Question",
    "Rival",
    "Scores",
    "asked_of",
    "every_word",
    "fts5",
    "holds",
    "our_search",
    "plain_words",
    "questions_in",
    "rivals",
    "scores_of",
    "texts_for",
]
