"""A claim must be made of the words of its quotes: nothing that floats free, nothing turned into its opposite."""

from raadhus.assistant.wording.checks._claim import Claim, Evidence
from raadhus.assistant.wording.checks._content import Known, content_words, known, missing
from raadhus.assistant.wording.checks._deciding import said_in, without_outcomes
from raadhus.assistant.wording.checks._reasons import Reason
from raadhus.core.danish import Word

FREE = 0.0
"""Of the telling words so many may be the model's own."""

_ALWAYS = frozenset(
    "enstemmig enstemmigt enig enige alle samtlige flertal mindretal begge altid endelig gratis straks".split()
)
"""Small words that change much."""

_PAIRS = """stige falde, øge reducere, øge nedsætte, øge mindske, forhøje nedsætte, hæve sænke, åbne lukke, åben lukket,
    udvide indskrænke, udvide reducere, bygge nedrive, opføre nedrive, bevare nedrive, bevare nedlægge, oprette
    nedlægge, etablere nedlægge, købe sælge, køb salg, tillade forbyde, tilladelse forbud, fortsætte stoppe,
    fortsætte ophøre, begynde slutte, starte slutte, forlænge forkorte, forbedre forringe, fordel ulempe,
    overskud underskud, merudgift mindreudgift, merforbrug mindreforbrug, indtægt udgift, nord syd, nordlig
    sydlig, øst vest, østlig vestlig, høj lav, stor lille, ny gammel, offentlig privat, gratis betale,
    obligatorisk frivillig, midlertidig permanent, tidlig sen, lang kort, mange få, op ned, flere færre, mere
    mindre, flertal mindretal, enig uenig, positiv negativ, tilslutning modstand, støtte modarbejde, anbefale
    fraråde, tilføje fjerne, give modtage, styrke svække, indføre afskaffe, indføre ophæve, vedtage ophæve, før
    efter, overholde overtræde, overholde overskride, inkludere udelade, optage udelukke, tilmelde afmelde,
    ansætte afskedige, vinde tabe, tilfreds utilfreds, mulig umulig, lovlig ulovlig, nødvendig unødvendig,
    tilstrækkelig utilstrækkelig, årlig månedlig, årlig ugentlig, daglig ugentlig, ugentlig månedlig, ekstern
    intern, udlejning udlån, leje eje, udskyde fremrykke, udsætte fremrykke, opfylde misligholde, afslutte
    påbegynde, sommer vinter, formiddag eftermiddag, morgen aften"""
_OPPOSITES: dict[str, set[str]] = {}
for _pair in _PAIRS.split(","):
    _one, _other = _pair.split()
    _OPPOSITES.setdefault(_one, set()).add(_other)
    _OPPOSITES.setdefault(_other, set()).add(_one)


def check(claim: Claim, evidence: Evidence) -> Reason | None:
    """`OPPOSITE`, `WORDS`, or `IDLE_SOURCE` for a quote that shares nothing with the claim."""
    telling = content_words(without_outcomes(claim.text))
    there = known(evidence.everything)
    if any(_opposes(word, there) for word in claim.words):
        return Reason.OPPOSITE
    own = missing(telling, there)
    if any(word.text in _ALWAYS and not there.bears_out(word, exactly=True) for word in claim.words):
        return Reason.WORDS
    if len(own) > FREE * len(telling) or (telling and len(own) == len(telling)):
        return Reason.WORDS
    tells_outcome = any(said_in(claim.text))
    for quote in evidence.quotes:
        bearing = (
            f"{quote.text}\n{quote.source.context}" if quote.source.decides and tells_outcome else quote.text
        )
        if telling and len(missing(telling, known(bearing))) == len(telling):
            return Reason.IDLE_SOURCE
    return None


def _opposes(word: Word, there: Known) -> bool:
    """Whether the contrary of a word stands there, and the word itself does not."""
    contrary = _OPPOSITES.get(word.base, set()) | _OPPOSITES.get(word.text, set())
    return not there.bases.isdisjoint(contrary) and not there.bears_out(word, exactly=True)


def share_borne_out(claim: Claim, evidence: Evidence) -> float:
    """How much of the claim stands in the quotes themselves, from 0 to 1: the best quotes are tried first."""
    telling = content_words(claim.text)
    return 1 - len(missing(telling, known(evidence.text))) / max(len(telling), 1)
