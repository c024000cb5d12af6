"""The words by which a text says what became of a matter, and whether it says that it did, may or should."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

Outcome = Literal[
    "rejected", "withdrawn", "postponed", "hearing", "referred", "noted", "discussed", "adopted", "decided"
]
Mood = Literal["happened", "may happen", "proposed"]

_SAID: dict[Outcome, str] = {
    "rejected": r"forkast\w*|nedstem\w*|stemt ned|afvis(?:te|t|es|e)|afslå\w*|afslog|(?:gav|givet|gives) afslag"
    r"|(?:kunne|kan) ikke (?:tiltræde|godkende|imødekomme|vedtage|anbefale)[sd]?"
    r"|ikke (?:blevet )?(?:tiltrådt|godkendt|vedtaget|bevilget|imødekommet)|nyder ikke fremme",
    "withdrawn": r"udgik|udgået|udgår|trukket|trak|bortfald\w*|taget af dagsordenen|aflyst",
    "postponed": r"udsat(?!te? (?:for|børn|unge|familier))(?:te)?|udskudt|udskød|udsættes?|udskydes?",
    "hearing": r"(?:ud)?(?:sendt?e?s?|sendes|kommer|kom) (?:\w+ ){0,3}?i (?:\w+ )?\w*høring",
    "referred": r"(?:hen|hjem)vis(?:t|te|es|e)|(?:over|frem|videre|tilbage)send(?:t|te|es|e)"
    r"|send(?:te?|er?|es)?(?= (?:[^,;]{0,60} )?(?:videre|tilbage)\b)|anbefal(?:er|ede|et)",
    "noted": r"(?:til|i) efterretning|til orientering",
    "discussed": r"drøfte(?:t|de|des|s|r)?|debattere(?:t|de|s)?",
    "adopted": r"vedt(?:og|aget|ages|age)|godkend(?:t|te|tes|es|e|er)|tilt(?:rådte?|ræder|rædes|ræde)|bifald\w*"
    r"|bevilg(?:et|ede|es|e)|imødekom\w*|stadfæst\w*|som indstillet|følg(?:er|te|es) indstillingen"
    r"|kunne (?:\w+ )?(?:tiltræde|godkende)s?|tilslut(?:tede|ter) sig|sagde ja til|gav grønt lys"
    r"|(?:gav|giver|gives|givet|meddel(?:t|te|er|es)) (?:\w+ ){0,2}?\w*"
    r"(?:dispensation|tilladelse|bevilling|tilsagn|samtykke|tilskud)\w*",
    "decided": r"beslut(?:tede|tet|ter|tes|te)|afgj(?:orde|ort)|traf beslutning|truffet beslutning|fik flertal",
}  # fmt: skip
_PATTERN = re.compile(
    "|".join(rf"(?P<{name}>(?<!\w)(?:{words})(?!\w))" for name, words in _SAID.items()), re.IGNORECASE
)
PROPOSES = re.compile(
    r"\b(?:indstil(?:ler|les|lede|ling om)|foreslå(?:r|s|ede)?|foreslog|foreslået|anbefal(?:er|es|ede|et|ing)"
    r"|forslag(?:et)? (?:om|til|er)|læg(?:ger|ges) op til|oplæg(?:get)?|påtænke[rs]|overveje[rs]"
    r"|(?:ifølge|efter|i) (?:indstillingen|forslaget|oplægget)|indstillingen (?:er|går|lyder))\b",
    re.IGNORECASE,
)
PROPOSAL_NAMED = re.compile(
    r"\bindstill?\w*|\w*forslag\w*|\banbefal\w*|\bforesl\w*|\boplæg\w*", re.IGNORECASE
)
"""Where a text that tells of a proposal may have it from."""
_GOVERNS = re.compile(
    r"\b(?:(?:indstil(?:ler|les|lede)|foreslå(?:r|s|ede)?|foreslog|foreslået|anbefal(?:er|es|ede|et))\b"
    r"|(?:indstilling|forslag|anbefaling|oplæg)\w* (?:(?:er|lyder|om|går ud på),? at|til at)\b"
    r"|(?:ifølge|efter) (?:indstillingen|forslaget|oplægget)\b)",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"\b(?:skal|kan|bør|vil|kunne|skulle|ville|må|måtte|at|til|hvis|før|inden|forvente\w*|planlægg?e[rs]?|afvente\w*)"
    r"(?: (?:ikke|først|også|endeligt|nu|være|blive|have|igen|senere|politisk))*\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One such word, where it stands, and in which mood."""

    outcome: Outcome
    mood: Mood
    start: int
    end: int


def said_in(text: str) -> Iterator[Said]:
    """Every outcome that `text` speaks of, in order."""
    for match in _PATTERN.finditer(text):
        before = text[: match.start()]
        mood: Mood = "happened"
        if _MAY.search(before):
            mood = "may happen"
        elif _GOVERNS.search(before):
            mood = "proposed"
        yield Said(cast("Outcome", match.lastgroup), mood, *match.span())


def without_outcomes(text: str) -> str:
    """The text without these words: what it was that something became of."""
    return _PATTERN.sub(" ", text)
