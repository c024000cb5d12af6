"""Danish words: tokens of a text, lemma, stem and parts of compounds. Plain Python; knows no council."""

from raadhus.core.danish._abbreviations import Explained, explained_in
from raadhus.core.danish._forms import Form, forms_in
from raadhus.core.danish._likeness import distance
from raadhus.core.danish._questions import Expected, answers_of, counted, expected, is_named
from raadhus.core.danish._related import related
from raadhus.core.danish._stopwords import STOPWORDS
from raadhus.core.danish._synonyms import synonyms
from raadhus.core.danish._tokens import Token, is_number, raw_tokens, spaced_numbers, tokens, words_of
from raadhus.core.danish._verbs import is_verb, joined_verbs
from raadhus.core.danish._words import Word, lemma, prepare, word, word_as_written, words

__all__ = [
    "STOPWORDS",
    "Expected",
    "Explained",
    "Form",
    "Token",
    "Word",
    "answers_of",
    "counted",
    "distance",
    "expected",
    "explained_in",
    "forms_in",
    "is_named",
    "is_number",
    "is_verb",
    "joined_verbs",
    "lemma",
    "prepare",
    "raw_tokens",
    "related",
    "spaced_numbers",
    "synonyms",
    "tokens",
    "word",
    "word_as_written",
    "words",
    "words_of",
]
