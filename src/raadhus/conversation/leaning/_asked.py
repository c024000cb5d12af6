"""The question that was asked before, taken apart: its opening, what it is about, body, period and case."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from raadhus.conversation.leaning._spans import Span, body_in, case_in, period_in

OPENING = (
    r"(?:af hvem|hvor (?:mange|meget|stort?|store|lang tid|lange?|langt|længe|højt?|tit|ofte|gammel|dyrt?)"
    r"|hvad|hvem|hvis|hvornår|hvorfor|hvordan|hvorhen|hvor|hvilke[nt]?)"
)
_OPENING = re.compile(rf"{OPENING}\b", re.IGNORECASE)
_COUNTS = re.compile(r"(?:hvor (?:mange|stor)|hvilke[nt]?)\b", re.IGNORECASE)
_DECIDING = re.compile(
    r"\b(?:beslut\w+|vedt(?:ag|og)\w*|godkend\w*|afgj\w+|indstil\w+|forkast\w*|afstem\w+|stem(?:te|mer))",
    re.I,
)
LAST = re.compile(
    r"(?: ikke)?\s+(?:vedtaget|besluttet|godkendt|udskudt|afvist|forkastet|behandlet|gennemført|lukket|åbnet"
    r"|færdige?|klar|frigivet|solgt|brugt(?: til)?|sendt(?: i høring)?)$",
    re.IGNORECASE,
)
_FILLER = re.compile(r"^(?:(?:der|man|vi|med|til|om|i|for)(?:\s+|$))+", re.IGNORECASE)
_SAME = re.compile(r"^(?:sagen|forslaget|beslutningen|indstillingen) om ", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"(?:(?:af|til|om|i|på|ved|hos|jeg|man|vi|du)\b|(?:det|den|de|dem)(?:$| (?:til|i|på|\w+(?:et|dt|gt|kt|lt))\b)"
    r"|(?:sendt|brugt|solgt|givet|frigivet)\b)",
    re.IGNORECASE,
)
_VERBAL = r"\w+(?:t|es|e)"
_AUXILIARY = r"(?:er|var|bliver|blev|har|havde|kan|skal|vil)"


@dataclass(frozen=True, slots=True)
class Asked:
    """A whole question without its question mark; `subject` is empty when it is about a body or a case alone."""

    text: str
    subject: str
    body: Span | None
    period: Span | None
    case: Span | None

    @property
    def decides(self) -> bool:
        return _DECIDING.search(self.text) is not None

    @property
    def opening(self) -> str:
        """ "Hvor mange"; empty for a question of yes or no."""
        found = _OPENING.match(self.text)
        return found.group() if found else ""

    @property
    def asks_when_or_why(self) -> bool:
        """True when the opening can be exchanged: "Hvornår åbner X" and "Hvorfor åbner X"."""
        return self.opening.lower() in (
            "af hvem",
            "hvornår",
            "hvorfor",
            "hvordan",
            "hvor længe",
            "hvor",
            "hvorhen",
        )

    def of(self, span: Span | None) -> str:
        return self.text[span.own : span.end] if span else ""

    @property
    def tail(self) -> str:
        """ " i Teknisk Udvalg i 2024": where and when, to stand last in another question."""
        where = f" i {self.of(self.body)}" if self.body else ""
        return f"{where}{self._case}{self.when}"

    @property
    def when(self) -> str:
        return f" {self.of(self.period)}" if self.period else ""

    @property
    def _case(self) -> str:
        number = self.of(self.case)
        return f" i {number if number.lower().startswith('sag') else 'sag ' + number}" if number else ""

    @property
    def about(self) -> str:
        """ " om cykelstien"; empty without a subject."""
        return f" om {self.subject}" if self.subject else ""


def asked(question: str, bodies: Collection[str]) -> Asked:
    text = " ".join(question.split()).rstrip(" ?.!")
    case, period = case_in(text), period_in(text)
    body = body_in(text, bodies)
    return Asked(text, _subject(text, [body, period, case]), body, period, case)


def _subject(text: str, spans: list[Span | None]) -> str:
    """What the question is about; empty where that cannot be told."""
    found = _SAME.sub("", _bare_subject(text, spans))
    return "" if _NO_SUBJECT.match(found) else found


def _bare_subject(text: str, spans: list[Span | None]) -> str:
    for span in sorted((s for s in spans if s), key=lambda s: -s.start):
        text = " ".join(f"{text[: span.start]} {text[span.end :]}".split())
    about = re.search(r"\bom (.+)$", text)
    if about and _DECIDING.search(text[: about.start()]):
        return about.group(1)
    opening = _OPENING.match(text)
    rest = text[opening.end() :].strip() if opening else text
    if _COUNTS.match(text) and not re.match(rf"{_AUXILIARY}\b", rest):
        return _counted(rest)
    if re.fullmatch(r"(?:kan|skal|vil|må|bør) (?:(?:jeg|man|vi|du) )?\w+", rest, re.IGNORECASE):
        return ""
    rest = LAST.sub("", _FILLER.sub("", _without_verb(rest)))
    return re.sub(r"\s+(?:i|for|på|af|om|med)$", "", rest)


def _counted(rest: str) -> str:
    """What is counted or chosen among: "elever på Bakkeskolen" of "elever gik der på Bakkeskolen"."""
    helped = re.search(rf"\s{_AUXILIARY}\b", rest)
    noun, _, more = rest.partition(" ")
    if helped:
        noun, more = rest[: helped.start()], rest[helped.start() :].strip()
    more = _FILLER.sub("", _without_verb(more))
    return f"{noun} {'' if re.fullmatch(_VERBAL, more) else more}".strip()


def _without_verb(text: str) -> str:
    """The finite verb stands second; a participle after "blev" goes with it."""
    verb, _, rest = text.partition(" ")
    if re.fullmatch(_AUXILIARY, verb, re.IGNORECASE) and (
        m := re.match(r"(?:der )?(?:besluttet|vedtaget)\b ?", rest)
    ):
        rest = rest[m.end() :]
    return re.sub(r"^der (?=på|i|til|for|af)", "", rest)
