"""The words of the trade in plain Danish, each with its source, and where they stand in a text.

A source without a paragraph is usage, or a municipality's own rules: where a paragraph was not looked up, none stands.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_BODY = r"(?:[\w-]+,?\s+(?:og\s+)?){0,3}?\w*(?:udvalg|byråd|magistrat|kommunalbestyrelse|budget)\w*"
"""What ORGAN in a form stands for: "Teknisk Udvalg", "byrådet", "budgetforhandlingerne"."""

_FIRST = re.compile(r"(?<![\w§-])(?:§|\w+)")
_FILE = Path(__file__).with_name("terms.tsv")


@dataclass(frozen=True, slots=True)
class Term:
    """A word that papers use and citizens need not know. `forms` are the ways in which it stands in texts; ORGAN in one
    is the name of any body."""

    key: str
    word: str
    forms: tuple[str, ...]
    explanation: str
    source: str
    english: str
    in_english: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in a text a term stands: offsets."""

    term: Term
    start: int
    end: int


@cache
def terms() -> tuple[Term, ...]:
    """All of them, in the order of the Danish alphabet."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [Term(**{**row, "forms": tuple(row["forms"].split("|"))}) for row in rows]  # type: ignore[arg-type]
    return tuple(sorted(found, key=lambda term: _danish(term.word)))


def terms_in(text: str) -> Iterator[Standing]:
    """Where each term first stands in `text`, in order. The longest form counts: no "bevilling" within another's."""
    seen: set[str] = set()
    at = 0
    for first in _FIRST.finditer(text):
        if first.start() < at:
            continue
        for pattern, term in _by_first().get(first.group().lower(), ()):
            if found := pattern.match(text, first.start()):
                at = found.end()
                if term.key not in seen:
                    seen.add(term.key)
                    yield Standing(term, found.start(), found.end())
                break


@cache
def _by_first() -> dict[str, list[tuple[re.Pattern[str], Term]]]:
    """The forms by their first word, the longest first: most words of a text begin none."""
    forms = sorted(((form, term) for term in terms() for form in term.forms), key=lambda one: -len(one[0]))
    found: dict[str, list[tuple[re.Pattern[str], Term]]] = {}
    for form, term in forms:
        first = _FIRST.match(form)
        assert first is not None, form  # noqa: S101  # our own data
        pattern = re.compile(rf"{_spaced(form)}(?![\w-])", re.IGNORECASE)
        found.setdefault(first.group().lower(), []).append((pattern, term))
    return found


def _spaced(form: str) -> str:
    return r"\s+".join(_BODY if word == "ORGAN" else re.escape(word) for word in form.split())


def _danish(word: str) -> str:
    """A key that puts æ, ø and å last, and a word that begins with a sign or a number first."""
    return word.lower().translate(str.maketrans("æøå", "{|}"))
