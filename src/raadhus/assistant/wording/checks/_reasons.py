"""Why a sentence of the model was dropped."""

from enum import StrEnum


class Reason(StrEnum):
    """The words are for the log and for whoever tunes; no reader sees them."""

    UNCITED = "uncited"
    UNKNOWN_SOURCE = "unknown source"
    TOO_MANY_SOURCES = "too many sources"
    IDLE_SOURCE = "a source that proves nothing"
    TOO_LONG = "too long"
    CUT_OFF = "cut off"
    MARKUP = "markup"
    ADDRESS = "address"
    ORDERS = "orders the reader about"
    NOT_DANISH = "not Danish"
    NUMBER = "number"
    LIMIT = "at least or at most"
    NAME = "name"
    ELSEWHERE = "belongs to another"
    OUTCOME = "outcome"
    PROPOSAL = "a proposal that none made"
    HEDGE = "surer than its source"
    NEGATION = "negation"
    OPPOSITE = "opposite"
    QUOTE = "quote"
    WORDS = "words that do not stand there"
    CLOSED = "may not be seen"
    LEANS = "leans on what was dropped"
    REPEATED = "said already"
