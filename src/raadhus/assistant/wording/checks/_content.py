"""Which words of a claim its quotes bear out: the same word in any form, its parts, its noun or verb, its synonym."""

from collections.abc import Iterable
from functools import lru_cache

from raadhus.core.danish import STOPWORDS, Word, is_number, related, synonyms, words

FRAME = frozenset(
    """ifølge fremgå fremgår oplyse angive beskrive stå følge kommune sag punkt møde beslutning referat dagsorden
    dokument bilag tekst kilde år dag dato tid samlet herunder desuden derudover endvidere dermed blandt bestå
    gælde ske finde sted udgøre indebære omfatte indeholde handle dreje vedrøre angå forbindelse være have blive
    få gøre kunne skulle ville måtte burde bør nævne dvs altså både samtidig første ligge antal beløb pris koste
    ligeledes yderligere hvoraf heraf hertil dertil derfor derimod fastsætte fastsat fastlægge lyde hedde kalde
    såkaldt tal måde konkret procent krone kr million milliard mio mia januar februar marts april maj juni juli
    august september oktober november december mandag tirsdag onsdag torsdag fredag lørdag søndag klokken kl
    paragraf stk stykke nummer nr gang gange betyde pr per respektive henholdsvis forvente mulighed ud videre
    daglig årlig månedlig ugentlig højst mindst maksimalt senest tidligst gå komme tage tog give mens jf jævnfør
    ikke ingen intet aldrig""".split()
)
"""Words that say how something is told, not what; figures, months and denials have checks of their own."""
_SAME = """status orientering redegørelse, sende fremsende oversende videresende fremsendt, besparelse spare, lukning
    lukke, møde mødes mødested, holde afholde, løbe udløbe vare, mulighed mulig, male maling, styk antal, elev
    elevtal, deltage deltagelse, modtage modtagelse, personer person, fordel fordele, finansiere finansiering,
    vedligeholdelse vedligeholde, overtage overtagelse"""
_ALIKE: dict[str, set[str]] = {}
for _group in _SAME.split(","):
    for _one in _group.split():
        _ALIKE.setdefault(_one, set()).update(_group.split())


def content_words(text: str) -> list[Word]:
    """The words of `text` that tell something, each once."""
    telling = (
        w
        for w in words(text)
        if not is_number(w.text)
        and w.text not in STOPWORDS
        and w.text not in FRAME
        and w.base not in FRAME
        and len(w.text) > 1
    )
    return list({w.base: w for w in telling}.values())


class Known:
    """The words of some text, to ask whether another word says the same."""

    def __init__(self, text: str) -> None:
        seen = words(text)
        self.bases = {w.base for w in seen} | {w.text for w in seen}
        self._stems = {w.stem for w in seen}
        self._parts = {part for w in seen for part in w.parts}

    def bears_out(self, word: Word, *, exactly: bool = False) -> bool:
        """Whether `word` stands there; `exactly` leaves out parts of compounds and synonyms."""
        if word.base in self.bases or word.text in self.bases or word.stem in self._stems:
            return True
        if any(form in self.bases for form in related(word.base)):
            return True
        if exactly:
            return False
        return self._says(word.base) or (len(word.parts) > 1 and all(self._says(part) for part in word.parts))

    def _says(self, base: str) -> bool:
        return any(
            form in self.bases or form in self._parts
            for form in (base, *related(base), *synonyms(base), *_ALIKE.get(base, ()))
        )


@lru_cache(maxsize=4096)
def known(text: str) -> Known:
    return Known(text)


def missing(words: Iterable[Word], there: Known) -> list[Word]:
    return [word for word in words if not there.bears_out(word)]
