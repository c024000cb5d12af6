"""Parts of compounds: "cykelgodtgørelse" is "cykel" and "godtgørelse".

Municipal compounds are in no list, so they are taken apart by a dictionary of simple words. A wrong split
finds what nobody asked for; when in doubt the word stays whole.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

Lemma = Callable[[str], str | None]

SHORTEST = 4
"""Parts are at least so long, but for the ones named below."""

SHORT_FIRST = frozenset(
    """ben bil bus by bad båd dag dør el elev fag far fly gas hal hav hund hus hår it job jul jord kat krop kød
    køn kør kø land leg lej lov luft lys læs løn lån mad mand mor mål nat olie par park pas post pris puf rad
    råd sag salg skat sko skov sne sol spil sti sti syn sø tab tag tal test tid tog træ tv tøj uge ung vand vej vin
    vold ø øre år""".split()
)
SHORT_LAST = frozenset(
    """app bad bil bro bus by dag fag hal hus job kø lov løn mad mål plan råd sag sal skat sti syn tal test tid tog
    uge vej år""".split()
)
NEVER_FIRST = frozenset(
    """af alle altid anden at bagved besk blandt blive bort da de den deraf deres deri det efter eller end er et
    fik for fore fork forud frem fund gennem gen ham han have hen her hjem hjemme hvad hver hvor hvori igen
    imod ind inde inden ko kon kunne ligge med mellem mest mini mis mod måtte neden noget næst og om omkring
    op oven over på rest samme sammen selv skulle som så tilbage til tran trans ud ude uden under van ved
    ville være iter per pro sub inter""".split()
)
"""Particles and beginnings: before a stem they make a new word. "forslag" has nothing to do with "slag"."""

NEVER_LAST = (
    frozenset(
        """anden ante agtig artet bare barhed besk bud delt delta dømme else elsen elser ende endes enes enhed ente
    ereden erede eren erne føre fører ført gere give giver gørelse hed hede hedens heden heder inger ingen isk
    isme ister iske kere kring lade lede ledes lige ligt line ling lighed løse mand megen mene mere messe mænd
    mæssig mæssige ning ninger omme ommer over rend rende rens ring rive sen sende side sige sion skab skabe
    skaber skabet ske some stemme steder sætte tage tager tion tioner tiske tisk tælle under vise være ydes
    rede arte ende ration aktion drag""".split()
    )
    | NEVER_FIRST
)
"""Endings that also happen to be words, and verbs that take any particle before them."""

WHOLE = tuple(
    """borgmester demografi elleve forelæg fortrolig fortælling fremsend halvanden henholdsvis hovedstad konklud
    landskab magistrat overenskomst passager sandsynlig seminar spørgsmål vejled venskab vinding""".split()
)
"""How words begin that mean something else than their letters' halves do: they are never cut, nor cut into."""

BOUND = {"børne": "barn", "barne": "barn", "mande": "mand", "kvinde": "kvinde", "ældre": "ældre"}
"""First parts that are no words by themselves, or another word."""

TAKES_S = re.compile(r"(?:hed|ing|ion|skab|sel|tet|dom|lem|arbejd)$")
"""After these a compound has an s between its parts: "arbejdsuge" is no "suge"."""


LONGEST = 80
"""No Danish compound is longer; what is (a key, a row of signs) would be cut at every letter in vain."""


@dataclass(frozen=True, slots=True)
class Compound:
    """The lemmas of the parts, first to last, and the whole word with its ending taken off."""

    parts: tuple[str, ...]
    base: str


class Splitter:
    """Takes compounds apart by a function from a form to its lemma (None: unknown)."""

    def __init__(self, lemma: Lemma) -> None:
        self._lemma = lemma

    def split(self, word: str) -> Compound | None:
        """Return the parts of `word` (lower case); None when it is no compound, or not surely one."""
        if not word.isalpha():
            return self._hyphenated(word)
        known = self._lemma(word)
        return self._split(known if known and len(known) > 3 else word, depth=3)

    def _hyphenated(self, word: str) -> Compound:
        pieces = re.split("[-'’]", word)
        lemmas = [self._lemma(piece) or self._without_s(piece) for piece in pieces]
        parts: list[str] = []
        for piece, lemma in zip(pieces, lemmas, strict=True):
            inner = self._split(lemma, depth=2) or self._split(piece, depth=2)
            parts += [lemma, *inner.parts] if inner else [lemma]
        return Compound(tuple(parts), "".join([*pieces[:-1], lemmas[-1]]))

    def _without_s(self, piece: str) -> str:
        return self._lemma(piece.removesuffix("s")) or piece

    def _split(self, word: str, depth: int) -> Compound | None:
        if depth == 0 or not 6 <= len(word) <= LONGEST or (len(word) < 9 and self._stays_whole(word)):
            return None
        wholes = [(word.find(whole), len(whole)) for whole in WHOLE if whole in word]
        for cut in self._cuts(word):
            if any(at < cut < at + length for at, length in wholes):
                continue
            last = self._last(word[:cut], word[cut:])
            if last is None:
                continue
            parts = self._before(word[:cut], depth)
            if parts:
                inner = self._split(last, depth - 1)
                return Compound((*parts, *(inner.parts if inner else (last,))), word[:cut] + last)
        return None

    def _stays_whole(self, word: str) -> bool:
        """A short word of the dictionary is one word, unless it begins with one of the short ones."""
        begins = word[:2] in SHORT_FIRST or word[:3] in SHORT_FIRST
        return not begins and self._lemma(word) is not None

    @staticmethod
    def _cuts(word: str) -> list[int]:
        """Places to cut, the most even first: long parts are seldom there by chance."""
        middle = len(word) / 2
        return sorted(range(2, len(word) - 2), key=lambda cut: abs(cut - middle))

    def _before(self, part: str, depth: int) -> tuple[str, ...]:
        first = self._first(part)
        if first is not None:
            inner = self._split(part.removesuffix("s"), depth - 1) if len(part) > 9 else None
            return inner.parts if inner else (first,)
        inner = self._split(part.removesuffix("s"), depth - 1)
        return inner.parts if inner else ()

    def _first(self, part: str) -> str | None:
        """The lemma of a first part, with or without the s or e that binds it to the next."""
        if part in BOUND:
            return self._lemma(BOUND[part]) or BOUND[part]
        found = []
        for stem in (part, part.removesuffix("s"), part.removesuffix("e")):
            if stem in NEVER_FIRST or (len(stem) < SHORTEST and stem not in SHORT_FIRST):
                continue
            lemma = self._lemma(stem)
            if lemma is not None and self._lemma(stem + "e") == stem and stem.endswith("er"):
                lemma = stem  # who does it, not what is done: "borgerservice"
            if lemma in NEVER_FIRST:
                continue
            if lemma is not None and (len(stem) > SHORTEST or lemma == stem or stem in SHORT_FIRST):
                found.append((lemma != stem, len(lemma), lemma))
        return min(found)[2] if found else None

    def _last(self, before: str, part: str) -> str | None:
        """The lemma of a last part."""
        lemma = self._lemma(part)
        if lemma is None or part in NEVER_LAST or lemma in NEVER_LAST:
            return None
        if (len(part) < SHORTEST or len(lemma) < SHORTEST) and lemma not in SHORT_LAST:
            return None
        odd = TAKES_S.search(before) or not part.startswith(lemma)
        if part.startswith("s") and odd and self._last("", part[1:]):
            return None  # "arbejds-uge", "besøgs-tal"
        if before.endswith("s") and not TAKES_S.search(before[:-1]) and self._better_with_s(before, part):
            return None
        return lemma

    def _better_with_s(self, before: str, part: str) -> bool:
        """True when the s belongs to the last part: "boligsøgning" is no "øgning"."""
        longer = self._lemma("s" + part)
        if longer is None or not ("s" + part).startswith(longer):
            return False
        return self._first(before[:-1]) is not None
