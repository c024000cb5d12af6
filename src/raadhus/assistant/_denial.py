"""Questions that ask for a named outcome, or for what is not so. Each is easily answered with its very contrary."""

import re

from raadhus.meetings.choices import Outcome

_LISTS = re.compile(r"^\W*(?:hvad|hvilke[nt]?\b[^?]*?)\s+(?:er|blev|bliver)\b", re.IGNORECASE)
_ADOPTED = r"vedtaget|godkendt|tiltrådt"
_OUTCOMES: tuple[tuple[Outcome, re.Pattern[str]], ...] = tuple(
    (outcome, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for outcome, words in (
        (Outcome.REJECTED, rf"ikke (?:blevet )?(?:{_ADOPTED})|forkastet|nedstemt"),
        (Outcome.ADOPTED, _ADOPTED),
        (Outcome.NOTED, "taget til efterretning"),
        (Outcome.POSTPONED, "udsat"),
        (Outcome.DISCUSSED, "drøftet"),
        (Outcome.REFERRED, "sendt videre|henvist"),
    )
)
_THINGS = re.compile(r"\b(?:sag(?:er|en)?|forslag|punkt(?:er)?|indstilling(?:er)?|emner?)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:ikke|aldrig)\b(?! (?:mindst|kun|alene|blot))", re.IGNORECASE)
_ASKS_WHAT = re.compile(r"^\W*hv(?!orfor)\w+", re.IGNORECASE)
_ENDS = re.compile(r"[.!?]\s")
_DENIES = re.compile(
    r"\b(?:ikke|ingen|intet|aldrig|hverken|uden|afbud|fravær\w*|mangl\w*|undtag\w*|imod)\b", re.IGNORECASE
)


def listed_outcome(question: str) -> tuple[Outcome, str] | None:
    """The outcome whose decisions a question asks for ("Hvilke forslag blev forkastet?"), and what is left of it.

    "Hvad blev vedtaget om broen?" asks what became of the bridge, whatever it was.
    """
    if not _LISTS.search(question):
        return None
    for outcome, said in _OUTCOMES:
        match = said.search(question)
        if match is not None:
            rest = f"{question[: match.start()]} {question[match.end() :]}"
            about = re.search(r"\b(?:om|vedrørende|angående)\b", rest, re.IGNORECASE)
            asks_what_became = question.lstrip().lower().startswith("hvad") and about
            return None if asks_what_became else (outcome, _THINGS.sub(" ", rest))
    return None


def asks_for_what_is_not(question: str) -> bool:
    """True for "Hvem deltog ikke ...?": what is so does not answer it. "Hvorfor ... ikke" asks for a reason."""
    return _ASKS_WHAT.search(question) is not None and _NOT.search(question) is not None


def denies(text: str, at: int | None = None) -> bool:
    """True when `text` denies something; with `at`, when the sentence around that place does."""
    if at is not None:
        ends = [end.end() for end in _ENDS.finditer(text)]
        text = text[
            max((e for e in ends if e <= at), default=0) : min((e for e in ends if e > at), default=len(text))
        ]
    return _DENIES.search(text) is not None
