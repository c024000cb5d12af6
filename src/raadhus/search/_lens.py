"""A question to look at texts through: which of its words stand there, and how much of it that is."""

from dataclasses import dataclass

from raadhus.core.danish import Expected, counted
from raadhus.openness import Reader
from raadhus.search import _index
from raadhus.search._abbreviations import long_forms
from raadhus.search._match import Match, Matcher, coverage
from raadhus.search._query import Asked, understood
from raadhus.search._rank import idf_weights


@dataclass(frozen=True, slots=True)
class Lens:
    """`words` are the question's own, in the order of the numbers that matches carry; `weights` what each tells.

    `counted` is the number of the word after "hvor mange"; `light` words can be said in other ways ("koste", verbs).
    """

    words: tuple[str, ...]
    weights: tuple[float, ...]
    light: tuple[bool, ...]
    expected: Expected | None
    counted: int | None
    _matcher: Matcher

    def matches(self, text: str) -> list[Match]:
        """Every word of `text` that is a word of the question in some form, in order."""
        return self._matcher.matches(text)

    def coverage(self, matches: list[Match]) -> float:
        """The share of the question that `matches` cover, from 0 to 1; rare words count more."""
        return coverage(matches, list(self.weights))


def lens(question: str, *, reader: Reader | None = None) -> Lens:
    """Look through `question`; with a `reader`, also at what the abbreviations in it stand for in papers that
    reader may read."""
    known = long_forms(question, reader=reader) if reader is not None else ()
    asked: Asked = understood(question, long_forms=known)
    shelf = _index.searcher()
    thing = counted(question)
    weights = idf_weights(asked, shelf[0]) if shelf else [s.weight for s in asked.words]
    return Lens(
        words=tuple(s.word.text for s in asked.words),
        weights=tuple(weights),
        light=tuple(s.weight < 1 for s in asked.words),
        expected=asked.expected,
        counted=next((n for n, s in enumerate(asked.words) if s.word.text == thing), None),
        _matcher=Matcher(asked),
    )
