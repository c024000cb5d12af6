"""One word looked at in every way it can be found: as it stands, by lemma, by stem, by its parts."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from raadhus.core.danish._compounds import Splitter
from raadhus.core.danish._dictionary import Forms, danish_forms
from raadhus.core.danish._folding import folded, two_ways
from raadhus.core.danish._tokens import is_number, raw_tokens, read

SHORT_FORMS = {
    "pct": "procent", "kr": "krone", "mio": "million", "mia": "milliard", "km": "kilometer",
    "kg": "kilogram", "kilo": "kilogram", "nr": "nummer", "stk": "stykke", "vedr": "vedrørende",
    "inkl": "inklusive", "ekskl": "eksklusive", "min": "minut", "tlf": "telefon",
}  # fmt: skip
GENITIVE = 3
"""Longer words than this may be looked up without a final s."""


@dataclass(frozen=True, slots=True)
class Word:
    """`base` is the lemma ("barn" of "børnene"), or the word without its ending where no dictionary has it.

    `stem` is Snowball's, which also catches what the dictionary misses; `parts` are the lemmas of a
    compound's parts, empty for a simple word.
    """

    text: str
    base: str
    stem: str
    parts: tuple[str, ...]


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802  # PyStemmer's name


@lru_cache(maxsize=200_000)
def word(text: str) -> Word:
    """Return what is known of a token's text (lower case)."""
    if is_number(text):
        return Word(text, text, text, ())
    text_or_long = SHORT_FORMS.get(text, text)
    if two_ways(text_or_long):
        return _written_in_two_ways(text_or_long)
    return _word(text, text_or_long)


def _word(text: str, text_or_long: str) -> Word:
    compound = _splitter().split(text_or_long)
    stem = _stemmer().stemWord(text_or_long.replace("-", ""))
    base = lemma(text_or_long) or (compound.base if compound else text_or_long)
    return Word(text, base, stem, tuple(dict.fromkeys(compound.parts)) if compound else ())


def _written_in_two_ways(text: str) -> Word:
    """A word that holds "aa" or an accent, in the form that all ways to write it share."""
    known = lemma(text) is not None or _splitter().split(text) is not None
    plain = folded(text, known=known)
    if not known or "aa" in text:
        return _word(plain, plain)
    found = _word(plain, text)
    return Word(plain, folded(found.base, known=True), _stemmer().stemWord(plain), found.parts)


def words(text: str) -> list[Word]:
    """What is known of every word and number of `text`, in order."""
    return [word_as_written(raw) for raw in raw_tokens(text)]


@lru_cache(maxsize=200_000)
def word_as_written(raw: str) -> Word:
    """The same as `word`, for a token as it stands in a text."""
    return word(read(raw))


@lru_cache(maxsize=200_000)
def lemma(form: str) -> str | None:
    """The dictionary's lemma of a form in lower case, or of its genitive; None when unknown."""
    found = _forms().find(form)
    if found is None and form.endswith("s") and len(form) > GENITIVE:
        found = _forms().find(form[:-1])
    if found is None:
        return None
    return _commoner(form, found).lower() if found != form else form


def _commoner(form: str, found: str) -> str:
    """The lemma that `form` has in running text, where the dictionary tells of a rarer one."""
    find = _forms().find
    if form.endswith("e") and find(form + "r") == form:
        return form  # an infinitive that is also the plural of a noun: "koste"
    if found in (form + "e", form + form[-1] + "e"):
        noun = find(form + "s")  # an order ("analyser!") that is also a noun, or its plural
        return noun if noun and noun != form + "s" else found
    if form.endswith("er") and found != form[:-1] and _is_infinitive(form[:-1]):
        return form[:-1]  # the present of a verb that is also the plural of a noun: "sparer"
    return found


def _is_infinitive(form: str) -> bool:
    find = _forms().find
    return find(form) == form and form in (find(form[:-1] + "ede"), find(form[:-1] + "te"))


def prepare() -> None:
    """Unpack the dictionary now, so that nobody waits for it later."""
    _forms()


@cache
def _forms() -> Forms:
    return danish_forms()


@cache
def _splitter() -> Splitter:
    return Splitter(lemma)


@cache
def _stemmer() -> _Stemmer:
    import Stemmer

    stemmer: _Stemmer = Stemmer.Stemmer("danish")
    return stemmer
