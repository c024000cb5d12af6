"""From what was typed to what is looked for: words with their weight, phrases, case numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from raadhus.core.danish import (
    STOPWORDS,
    Expected,
    Form,
    Word,
    counted,
    expected,
    forms_in,
    is_number,
    is_verb,
    joined_verbs,
    related,
    spaced_numbers,
    synonyms,
    word,
    words_of,
)
from raadhus.core.danish import words as all_words
from raadhus.search._abbreviations import LongForm
from raadhus.search._numbers import Named, named_in, normal_case_number
from raadhus.search.language import Node, read

LONGEST = 2000
MOST_WORDS = 40
LIGHT_WEIGHT, VERB_WEIGHT = 0.35, 0.7
_QUOTED = re.compile(r'["“”«»„]([^"“”«»„]+)["“”«»„]')
_ALONE = re.compile(r"\W*([^\W\d_]{2,5}) (?:19|20)\d\d \d{3,8}\W*")
_CALLED = re.compile(r"(?:\b(?:emne)?(?:sag|journal)(?:s?(?:nummer|nr\.?))?\b[\s.:]*)?$", re.IGNORECASE)
"""The word before a case number says nothing of its own; at the end of what stands before, maybe nothing."""
_MONTHS = frozenset(
    "januar jan feb mar marts april apr maj juni jun juli jul aug sep sept okt nov dec".split()
)
_LIGHT = frozenset(
    """kommune kommunen koste ligge findes komme give gå stå være blive skulle vil år sidde hedde høj gang
    sige se vise del andel antal bruge penge beløb koster kostede finder gange gang
    holde afholde foregå ske findes længe ofte tit helt fremover ekstra igen allerede stadig egentlig endnu bør burde
    slags type måde ting person navn kalde handle dreje gælde""".split()
)


@dataclass(frozen=True, slots=True)
class Sought:
    """One word to look for; `weight` is less for words that say little.

    A case number is a word of its own, in its normal form. `related` is the same as noun or verb, `alike` other
    words for it. A `bound` word stands in a condition of its own (a OR b): it weighs, but what must be there is for
    the condition to say. `long` is what an abbreviation stands for.
    """

    word: Word
    weight: float
    related: tuple[str, ...]
    alike: tuple[str, ...]
    bound: bool = False
    long: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text asks for. `words` is empty when nothing in it can be looked up; `counted` is the number of the
    word after "hvor mange"."""

    words: tuple[Sought, ...]
    phrases: tuple[tuple[str, ...], ...]
    cases: tuple[str, ...]
    expected: Expected | None
    counted: int | None = None
    conditions: tuple[Node, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        """False for nothing but small words and verbs: "hvad blev besluttet i ..."."""
        return bool(self.phrases) or any(s.weight >= 1 for s in self.words)


def understood(text: str, *, long_forms: Sequence[LongForm] = ()) -> Asked:
    """Read a query: any text at all, a question, words, "a phrase", a case number, an expression."""
    request = read(text[:LONGEST])
    text = request.free
    named = cases_in(text)
    rest, forms = _without_forms(_blanked(text, [(n.start, n.end) for n in named]))
    for number in spaced_numbers(rest):
        rest += f" {number}"
    numbers = [Word(number, number, number, ()) for number in dict.fromkeys(n.number for n in named)]
    found = [*numbers, *forms, *(word(token) for token in dict.fromkeys(words_of(rest)))][:MOST_WORDS]
    telling = [w for w in found if w.text not in STOPWORDS] or found
    phrases = tuple(tuple(word(t).text for t in words_of(match)) for match in _QUOTED.findall(text))
    joined = dict(joined_verbs(all_words(rest)))
    free = tuple(_with_long_forms([_sought(w, joined.get(w)) for w in _once(telling)], text, long_forms))
    known = {s.word.base for s in free}
    bound = [
        w for w in _once([word(t) for said in request.bound for t in words_of(said)]) if w.base not in known
    ]
    thing = counted(text)
    return Asked(
        counted=next((n for n, s in enumerate(free) if s.word.text == thing), None),
        words=free + tuple(replace(_sought(w), bound=True) for w in bound[:MOST_WORDS]),
        phrases=tuple(phrase for phrase in phrases if len(phrase) > 1),
        cases=tuple(number.text for number in numbers),
        expected=expected(text),
        conditions=request.conditions,
        notes=request.notes,
    )


def cases_as_written(text: str) -> dict[str, str]:
    """The case numbers of a query, in their normal form, each as it was typed."""
    free = read(text[:LONGEST]).free
    return {named.number: free[named.start : named.end].strip() for named in _named_in(free)}


def _named_in(text: str) -> list[Named]:
    """The case numbers of a query; one that stands alone may be written with blanks: "emn 2031 2204"."""
    alone = _ALONE.fullmatch(text)
    if alone and alone[1].lower() not in _MONTHS:
        return [Named(normal_case_number(text), *alone.span())]
    return named_in(text)


def cases_in(text: str) -> list[Named]:
    """The same, each with the word before it that says what it is."""
    return [replace(named, start=_called_from(text, named.start)) for named in _named_in(text)]


def _called_from(text: str, at: int) -> int:
    """Where "sag" or "sagsnr." begins before what stands at `at`; `at` without one."""
    before = _CALLED.search(text, 0, at)
    return before.start() if before else at


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with blanks for what stands at `spans`."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _without_forms(text: str) -> tuple[str, list[Word]]:
    """The amounts, dates and paragraphs of a text in their one form, and the text without them."""
    found: dict[tuple[int, int], Form] = {}
    for form in forms_in(text):
        found.setdefault((form.start, form.end), form)  # "§ 17, stk. 4" before "§ 17"
    text = _blanked(text, found)
    return text, [Word(form.text, form.text, form.text, form.pieces) for form in found.values()]


def _with_long_forms(sought: list[Sought], text: str, known: Sequence[LongForm]) -> Iterator[Sought]:
    """The words, where an abbreviation also is its long form, and the last word of a long form its short one."""
    bases = f" {' '.join(w.base for w in all_words(text))} " if known else ""
    for s in sought:
        long = tuple(form.long for form in known if form.short == s.word.text)
        said = (form for form in known if f" {' '.join(form.long)} " in bases)
        short = tuple(form.short for form in said if form.long[-1] == s.word.base)
        yield replace(s, alike=s.alike + short, long=long)


def _once(words: list[Word]) -> list[Word]:
    return list({w.base: w for w in reversed(words)}.values())[::-1]


def without_cases(asked: Asked) -> Asked:
    """The rest of what is asked for, when no paper has the case numbers."""
    words = tuple(s for s in asked.words if s.word.text not in asked.cases)
    return replace(asked, words=words, cases=(), counted=None)


def _sought(found: Word, joined: str | None = None) -> Sought:
    """`joined` is what a verb is in one word with the particle that stands apart: "sat ... af", "afsætte"."""
    light = found.base in _LIGHT or found.text in _LIGHT or found.text in STOPWORDS
    if is_number(found.text) or found.text.isupper():
        return Sought(found, 1.0, (), ())
    weight = LIGHT_WEIGHT if light else VERB_WEIGHT if is_verb(found) else 1.0
    forms = (*related(found.base), joined) if joined else related(found.base)
    return Sought(found, weight, forms, _other_words(found, joined))


def _other_words(found: Word, joined: str | None) -> tuple[str, ...]:
    """Other words for it, by its lemma or as it stands: "leder" is more often a person than what one does."""
    told = (other for form in (found.text, found.base, joined) if form for other in synonyms(form))
    return tuple(other for other in dict.fromkeys(told) if other not in (found.text, found.base))
