"""A figure or a name must belong to what the claim ties it to: not to the row above, not to the next man."""

import re
from dataclasses import dataclass
from itertools import pairwise

from raadhus.assistant.wording.checks._claim import Claim, Evidence
from raadhus.assistant.wording.checks._content import Known, content_words, known
from raadhus.assistant.wording.checks._deciding import PROPOSES, without_outcomes
from raadhus.assistant.wording.checks._figures import Figure, figures_in
from raadhus.assistant.wording.checks._names import BODIES, names_in
from raadhus.assistant.wording.checks._reasons import Reason
from raadhus.assistant.wording.checks._votes import votes_in
from raadhus.core.danish import Word

_PARTS = re.compile(
    r",\s+(?!som|hvor)|;\s*|:\s+|\n|\s[–-]\s"
    r"|(?<!,)\s(?=(?:og|mens|men|mod|samt)\s)"
)
"""Where something else may begin."""
_GOES_ON = re.compile(r"(?:og (?:der|det|den|de|at)|mod)\b")
"""What begins so goes on about what the sentence began with."""
_PERIODS = ("day", "day of month", "month", "weekday", "time")
Fact = tuple[str, str]


@dataclass(frozen=True)
class _Part:
    """A part of a sentence: its facts, its years, and its words."""

    text: str
    facts: frozenset[Fact]
    years: frozenset[str]
    known: Known


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """`ELSEWHERE` when a word of the claim stands in the quotes only beside another figure or name."""
    if _counts_another(claim, evidence) or _year_of_another(claim, evidence):
        return Reason.ELSEWHERE
    parts = [part for sentence in evidence.sentences for part in _parts(sentence)]
    over = known(evidence.context)
    return Reason.ELSEWHERE if any(_parted(said, parts, over) for said in _parts(claim.text)) else None


def _counts_another(claim: Claim, evidence: Evidence) -> bool:
    """Whether what the claim counts is counted by another figure there: "fem minutter" of "15 minutter, fem "
    "personer"."""
    told = figures_in(evidence.text)
    for figure in figures_in(claim.text):
        counted = next(iter(content_words(" ".join(claim.text[figure.end :].split()[:1]))), None)
        if figure.kind != "count" or counted is None:
            continue
        by = {
            f.key
            for f in told
            if known(" ".join(evidence.text[f.end :].split()[:2])).bears_out(counted, exactly=True)
        }
        here = (f for f in told if f.key == figure.key)
        if by and figure.key not in by and not any(_near(counted, f, evidence.text) for f in here):
            return True
    return False


def _year_of_another(claim: Claim, evidence: Evidence) -> bool:
    """Whether its year is another figure's: "525.000 kr. i 2031" of "480.000 kr. i 2031 og 525.000 kr. siden"."""
    facts, years = _facts(claim.text)
    values = {fact for fact in facts if fact[0] != "name"}
    for year in years if values else ():
        owners = [_nearest(sentence, year) for sentence in evidence.sentences if year in sentence]
        owned = [owner for owner in owners if owner is not None]
        if (
            owned
            and not values.intersection(owned)
            and any(_facts(s)[0] & values for s in evidence.sentences if year in s)
        ):
            return True
    return False


def _nearest(sentence: str, year: str) -> Fact | None:
    """The figure that stands nearest to a year."""
    at = sentence.index(year)
    facts, _ = _facts(sentence)
    figures = [f for f in figures_in(sentence) if (f.kind, f.value) in facts]
    nearest = min(figures, key=lambda f: min(abs(f.end - at), abs(f.start - at)), default=None)
    return nearest.key if nearest else None


def _near(word: Word, figure: Figure, text: str) -> bool:
    before, after = text[: figure.start].split()[-3:], text[figure.end :].split()[:4]
    return known(" ".join([*before, *after])).bears_out(word, exactly=True)


def _parted(said: _Part, parts: list[_Part], over: Known) -> bool:
    """Whether a part of the claim puts together what stands apart."""
    telling = [
        w
        for w in content_words(PROPOSES.sub(" ", without_outcomes(said.text)))
        if not over.bears_out(w, exactly=True)
    ]
    for fact in said.facts:
        if fact[0] == "name" and votes_in(said.text):
            continue  # looked at elsewhere, side by side
        own = [part for part in parts if fact in part.facts]
        others = [part for part in parts if part not in own]
        if not own:
            continue
        rivals = [p for p in others if any(_rival(f, fact, said) for f in p.facts)]
        before = parts[: parts.index(own[-1])]
        near = [*own, *(p for p in others if p not in rivals and (p in before or _figures(p) & said.facts))]
        if any(_beside(rivals, year) and not _beside(near, year) for year in said.years):
            return True
        if any(_stands(w, rivals, exactly=True) and not _stands(w, near) for w in telling):
            return True
        named = {piece for name in names_in(said.text) for piece in name}
        rest = [w for w in telling if not named & {w.text, w.base}]
        if fact[0] == "name" and rest and not any(_stands(w, own) for w in rest):
            return True
    return False


def _figures(part: _Part) -> set[Fact]:
    return {fact for fact in part.facts if fact[0] != "name"}


def _rival(other: Fact, fact: Fact, said: _Part) -> bool:
    """Another fact of the same kind that the claim does not tell as well."""
    if other in said.facts or (other[0] == "name") != (fact[0] == "name"):
        return False
    return other[0] != "name" or other[1] not in said.text.lower()


def _stands(word: Word, parts: list[_Part], *, exactly: bool = False) -> bool:
    return any(part.known.bears_out(word, exactly=exactly) for part in parts)


def _beside(parts: list[_Part], year: str) -> bool:
    return any(year in part.years for part in parts)


def _facts(text: str) -> tuple[frozenset[Fact], frozenset[str]]:
    """Figures and names of a text as (kind, value); years apart, since they tell when."""
    figures = figures_in(text)
    years = {f.value for f in figures if f.kind == "count" and re.fullmatch(r"(?:19|20)\d\d", f.value)}
    years |= {f.value[:4] for f in figures if f.kind == "month" and len(f.value) > 4}
    found = {(str(f.kind), f.value) for f in figures if f.value not in years and f.kind not in _PERIODS}
    found |= {
        ("name", name[-1])
        for name in names_in(text)
        if not BODIES.fullmatch(name[-1]) and not _is_acronym(name[-1], text)
    }
    return frozenset(found), frozenset(years)


def _is_acronym(name: str, text: str) -> bool:
    return len(name) > 1 and re.search(rf"\b{re.escape(name.upper())}\b", text) is not None


def _parts(sentence: str) -> list[_Part]:
    """The sentence cut where a new fact with words of its own begins; a bare list of names stays whole."""
    cuts = [0, *(match.end() for match in _PARTS.finditer(sentence)), len(sentence)]
    pieces: list[str] = []
    for start, end in pairwise(cuts):
        piece = sentence[start:end]
        if pieces and not (_stands_alone(piece) and _stands_alone(pieces[-1])):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    first = figures_in(sentence)
    lead = sentence[: first[0].start] if first else ""
    return [
        _Part(piece, *_facts(piece), known(f"{lead} {piece}" if _GOES_ON.match(piece) else piece))
        for piece in pieces
    ]


def _stands_alone(piece: str) -> bool:
    facts, years = _facts(piece)
    named = {word for kind, name in facts if kind == "name" for word in (name,)}
    return bool(facts) and (
        bool(years) or any(word.text not in named and word.base not in named for word in content_words(piece))
    )
