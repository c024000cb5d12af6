"""What a question asks for: its kind, the body, the period, the case, and what is left to look for."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from raadhus.assistant._answer import Kind
from raadhus.assistant._denial import asks_for_what_is_not, listed_outcome
from raadhus.assistant._periods import Period, period_in
from raadhus.core.case_numbers import case_numbers_in
from raadhus.core.danish import STOPWORDS, Expected, counted, expected, words_of
from raadhus.core.times import local
from raadhus.meetings.choices import Outcome
from raadhus.organisation.choices import Classification
from raadhus.organisation.models import Organization
from raadhus.organisation.naming import is_plain_council, split_period

_DECIDED = (
    r"(?:beslut\w+|vedtag\w*|vedtog|tiltrådt\w*|tiltræde|afgj\w+|afgør\w*|godkend\w*|udfald\w*|forkast\w*)"
)
_ASKS_FOR_DECISION = re.compile(
    rf"^\W*(?:hvad|hvordan|hvilken|hvilke|hvilket|blev|er|har|var)\b.*\b{_DECIDED}\b", re.IGNORECASE
)
_WHO_IS = re.compile(r"\W*hvem\s+(?:er|var|bliver|leder|ejer)\b", re.IGNORECASE)
_HAS_DECIDED = re.compile(
    r"\b(?:beslutte(?:de|t)|vedtog|vedtage[tn]|tiltrå?dt?e?|godkend(?:te|t)|forkaste(?:de|t))\b",
    re.IGNORECASE,
)
_FORM = re.compile(
    rf"\b(?:{_DECIDED}|byråd\w*|kommunalbestyrelse\w*|magistrat\w*|(?<!-)udvalget|rådmand\w*|sagen|punktet|mødet)\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:(?:hvilken|hvilket)\s+)?(?:emne)?sag(?:s?[\s-]*(?:nummer|nr\.?)|en)?\b|\bhar\b", re.IGNORECASE
)
_CASE_NUMBER = re.compile(r"\S*\d\S*[/-]\S*\d\S*|\b[A-ZÆØÅ]{2,5}[ -]\d{4}[ -]\d+", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:til|om|for|fra|blandt|medlem\w* (?:af|i))\s+(?:\w+\s+)?$", re.IGNORECASE)
_NAMED_BODY = re.compile(
    r"\b(?:i|af|besluttede|vedtog|tiltrådte|godkendte|drøftede|udsatte|forkastede)\s+(?:det\s+|den\s+)?((?:\w+-\s+og\s+)?[\w-]*udvalg(?:et)?|magistraten|byrådet|kommunalbestyrelsen)\b",
    re.IGNORECASE,
)

_FIRST: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("which", re.compile(r"^\W*(?:hvilke[nt]?|hvem er med i|nævn|list)\b", re.IGNORECASE)),
    ("what", re.compile(r"^\W*hvad\b", re.IGNORECASE)),
    (
        "whether",
        re.compile(
            r"^\W*(?:er|har|kan|skal|må|bliver|blev|får|fik|findes|var|vil|går|gælder|har)\b", re.IGNORECASE
        ),
    ),
)
_OF_EXPECTED: dict[Expected, Kind] = {
    "number": "how_many",
    "amount": "how_much",
    "share": "how_much",
    "duration": "how_much",
    "length": "how_much",
    "date": "when",
    "person": "who",
    "reason": "why",
    "place": "where",
}


@dataclass(frozen=True, slots=True)
class Understanding:
    """`subject` is what to look for, `matter` what a decision is to be about: without the body and the period too.
    Both are empty when nothing but small words is left.

    `organizations` are the ids of the bodies that are to have decided, `bodies` their names; `unknown_body` a committee
    the question names that is not in the house. `outcome` is the one whose decisions are asked for, and no others.
    """

    question: str
    subject: str
    matter: str
    kind: Kind
    expected: Expected | None
    organizations: tuple[int, ...] = ()
    bodies: tuple[str, ...] = ()
    unknown_body: str = ""
    period: Period | None = None
    case: str | None = None
    outcome: Outcome | None = None

    @property
    def of_role(self) -> bool:
        """True for "hvem er formand ...": the word for the role must stand beside whom is named."""
        return _WHO_IS.match(self.question) is not None

    @property
    def of_decision(self) -> bool:
        """True when the question speaks of something as decided: what is only recommended cannot answer it."""
        return self.kind != "decision" and _HAS_DECIDED.search(self.question) is not None

    @property
    def of_what_is_not(self) -> bool:
        """True when only something that is denied can answer."""
        return self.outcome is None and asks_for_what_is_not(self.question)


def understood(question: str) -> Understanding:
    """Read `question`; "today" is today in Copenhagen."""
    today = local(timezone.now()).date()
    listed = listed_outcome(question)
    kind, wanted = "decision" if listed else kind_of(question), expected(question)
    numbers = case_numbers_in(question)
    period = period_in(question, today=today)
    said = listed[1] if listed else question
    subject = _CASE.sub(" ", _CASE_NUMBER.sub(" ", said)) if numbers else said
    if period is not None and period.relative:
        subject = subject.replace(period.said, " ")
    matter, organizations, unknown = subject, list[Organization](), ""
    if kind == "decision":
        organizations, named = bodies_in(subject)
        unknown = _unknown_body(subject) if not organizations else ""
        for name in named:
            matter = re.sub(rf"(?<!\w){re.escape(name)}\w*", " ", matter, flags=re.IGNORECASE)
        if period is not None:
            matter = matter.replace(period.said, " ")
        matter, subject = _FORM.sub(" ", matter), _FORM.sub(" ", subject)
    return Understanding(
        question=question,
        subject=_telling(subject),
        matter=_telling(matter),
        kind=kind,
        expected=wanted,
        organizations=tuple(o.pk for o in organizations),
        bodies=tuple(dict.fromkeys(str(o) for o in organizations)),
        unknown_body=unknown,
        period=period,
        case=numbers[0] if numbers else None,
        outcome=listed[0] if listed else None,
    )


def _telling(text: str) -> str:
    """`text` on one line; empty when nothing but small words is left."""
    return " ".join(text.split()) if any(word not in STOPWORDS for word in words_of(text)) else ""


def kind_of(question: str) -> Kind:
    wanted = expected(question)
    if wanted is None and _ASKS_FOR_DECISION.search(question):
        return "decision"
    if wanted == "number" and counted(question) is None:
        return "how_much"
    if wanted == "person" and question.strip().lower().startswith("hvilke"):
        return "which"
    if wanted is not None:
        return _OF_EXPECTED.get(wanted, "other")
    return next((kind for kind, pattern in _FIRST if pattern.search(question)), "other")


def bodies_in(question: str) -> tuple[list[Organization], list[str]]:
    """The bodies that `question` names as those who decide, and the words it names them with.

    "til Børn og Unge-udvalget" and its like say what a matter is about, not who decided it.
    """
    return _bodies(question, lambda before: _ABOUT.search(before) is None)


def bodies_named(question: str) -> tuple[list[Organization], list[str]]:
    """The bodies that `question` names in any way, and the words it names them with."""
    return _bodies(question, lambda _before: True)


def _bodies(question: str, meant: Callable[[str], bool]) -> tuple[list[Organization], list[str]]:
    found: list[Organization] = []
    said: list[str] = []
    low = question.casefold()
    named = [(name, o) for o in Organization.objects.all() for name in _names(o)]
    for name, organization in sorted(named, key=lambda one: -len(one[0])):
        at = re.search(rf"(?<!\w){re.escape(name)}(?:s|et|ets)?(?!\w)", low)
        if at is None or not meant(low[: at.start()]):
            continue
        if any(name in other and name != other for other in said):
            continue
        found.append(organization)
        if name not in said:
            said.append(name)
    return found, said


def _names(organization: Organization) -> set[str]:
    name = split_period(organization.name)[0].casefold()
    names = {name}
    if organization.classification == Classification.COUNCIL:
        names |= {"byrådet", "kommunalbestyrelsen"}
    if name.startswith("rådmandsmøde"):
        names |= {"rådmandsmødet", "rådmandsmødet i " + organization.department.casefold()}
    return {n for n in names if len(n) > 2 and not (is_plain_council(n) and n == "byråd")}


def _unknown_body(question: str) -> str:
    """A committee that is named as the one that decides; the caller knows that it is not one of ours."""
    named = _NAMED_BODY.search(question)
    return named.group(1) if named and named.group(1).casefold() not in ("udvalg", "udvalget") else ""
