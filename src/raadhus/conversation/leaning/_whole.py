"""Make a leaning question whole: what it says replaces, the rest is taken over from the question before."""

import re
from collections.abc import Collection

from raadhus.conversation.leaning._asked import LAST, OPENING, Asked, asked
from raadhus.conversation.leaning._periods import is_step, stepped, with_year_of
from raadhus.conversation.leaning._replacing import with_body, with_case, with_period, with_thing
from raadhus.conversation.leaning._spans import Span, body_in, case_in, period_in

LONGEST_THING = 6
"""So many words may be named after "hvad med"; more say something of their own."""

_LEAD = re.compile(r"^(?:(?:og|men|også)\s+)?(?:hvad\s+(?:så\s+)?med|og|men)\s+", re.IGNORECASE)
_BARE = re.compile(OPENING + r"(?: så| egentlig| ikke)?", re.IGNORECASE)
_STATE = r"færdige?|klar|åben|åbnet|vedtaget|godkendt|besluttet|udskudt|afvist|forkastet|behandlet|gennemført|dyrt|dyr"
_PARTICIPLE = r"\w+(?:et|dt|gt|kt|lt|st)"
_POINTS = re.compile(
    rf"(?P<before>(?:(?:{OPENING}) )?\w+) (?P<it>det|den|de|dem)"
    rf"(?P<after>(?: (?:{_STATE}|{_PARTICIPLE}(?! (?:at|om|for)\b)(?: \w+){{0,2}}))?(?: så| nu| egentlig)?)",
    re.IGNORECASE,
)
_POINTS_LAST = re.compile(
    r"(?P<before>hvem (?:kan|skal|må|vil|bør|har|havde) \w+) (?P<it>det|den|dem)(?P<after>)", re.IGNORECASE
)
_LIGHT = frozenset(
    """hvad hvem hvornår hvor hvorfor hvordan hvilke hvilken hvilket mange meget stort lang er var blev bliver har
    havde skete sker gik går der så nu noget nogen alle stemte stemmer stemt stemme undlod at imod for med af til i på
    og ikke sagde siger mente mener svarede foreslog foreslår besluttede besluttet beslutter vedtog vedtaget afgjort
    deltog deltager meldte afbud stillede indstillingen beslutningen forslaget sagen udvalget mødet resultatet udfaldet
    afstemningen begrundelsen årsagen prisen økonomien konklusionen høringssvarene flertallet mindretallet
    politikerne partierne forvaltningen""".split()
)
_WH = re.compile(rf"{OPENING}\b", re.IGNORECASE)
_ASPECT = re.compile(
    r"(?:beslutningen|indstillingen|begrundelsen|udfaldet|resultatet|prisen|økonomien|afstemningen|høringssvarene)",
    re.IGNORECASE,
)


def whole(question: str, *, before: str, bodies: Collection[str] = ()) -> str:
    """Return `question` as one that stands by itself; unchanged when it does, or when it cannot be told how.

    `before` is the whole question asked before, or empty. `bodies` are names of bodies that may be meant.
    """
    said = " ".join(question.split())
    if not said or not before.strip():
        return said
    last = asked(before, bodies)
    if not last.subject and not last.tail:
        return said
    bare = said.rstrip(" ?.!")
    made = _named_only(bare, last, bodies) or _only_asks(bare, last) or _points_back(bare, last, bodies)
    made = made or _says_little(bare, last, bodies)
    return _sentence(made) if made else said


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return f"{text[0].upper()}{text[1:]}?"


def _named_only(said: str, last: Asked, bodies: Collection[str]) -> str | None:
    """ "og i 2024", "hvad med Teknisk Udvalg", "og på Engskolen": one thing is exchanged, the rest stays."""
    lead = _LEAD.match(said)
    rest = said[lead.end() :] if lead else said
    if is_step(rest):
        moved = stepped(last.of(last.period), rest)
        return with_period(last, moved) if moved else None
    if _is(period_in(rest), rest):
        return with_period(last, with_year_of(last.of(last.period), rest))
    if lead is None:
        return None
    if _is(case_in(rest), rest):
        return with_case(last, rest)
    body = body_in(rest, bodies)
    if _is(body, rest) and body is not None:
        return with_body(last, rest[body.own : body.end], tie=rest[: body.own].strip())
    if _WH.match(rest) or len(rest.split()) > LONGEST_THING:
        return None
    if _ASPECT.fullmatch(rest):
        return _of_aspect(rest, last)
    return with_thing(last, rest)


def _is(span: Span | None, text: str) -> bool:
    """True when the span is all there is, but for "i" or "den" before it."""
    return (
        span is not None
        and span.end == len(text)
        and text[: span.start].lower().strip() in ("", "i", "den", "for")
    )


def _of_aspect(aspect: str, last: Asked) -> str:
    if (there := _ASPECT.search(last.text)) is not None:
        return last.text[: there.start()] + aspect.lower() + last.text[there.end() :]
    return f"Hvad var {aspect.lower()}{last.about}{last.tail}"


def _only_asks(said: str, last: Asked) -> str | None:
    """ "hvorfor", "hvornår": another opening on the same question."""
    lead = re.match(r"(?:og|men) ", said, re.IGNORECASE)
    said = said[lead.end() :] if lead else said
    if not _BARE.fullmatch(said):
        return None
    word = re.sub(r" (?:så|egentlig|ikke)$", "", said.lower())
    if said.lower() == "hvorfor ikke":
        return _why_not(last)
    if last.asks_when_or_why and not word.startswith("hvor m"):
        return word + last.text[len(last.opening) :]
    if not last.opening:
        return f"{word} {last.text[0].lower()}{last.text[1:]}"
    if word == "hvorfor":
        of = "beslutningen" + last.about if last.decides else last.subject
        return f"Hvad er begrundelsen for {of}{last.tail}"
    if last.decides and word in ("hvornår", "hvordan", "hvor"):
        return f"{word} blev der besluttet noget{last.about}{last.tail}"
    if last.decides and word in ("hvem", "af hvem"):
        return f"Hvem besluttede noget{last.about}{last.tail}"
    return f"{word} gælder det {last.subject}{last.tail}" if last.subject else None


def _why_not(last: Asked) -> str | None:
    """ "hvorfor ikke" after "blev planen vedtaget": "ikke" stands before the participle."""
    end = LAST.search(last.text)
    if end is None or last.opening:
        return None
    return f"hvorfor {last.text[0].lower()}{last.text[1 : end.start()]} ikke{last.text[end.start() :]}"


def _points_back(said: str, last: Asked, bodies: Collection[str]) -> str | None:
    """ "hvad koster den", "blev det vedtaget i 2024": the pronoun is exchanged for what was asked about."""
    if case_in(said) or not last.subject:
        return None
    rest, own = _without(said, period_in(said))
    rest = re.sub(r"^(?:og|men) ", "", rest, flags=re.IGNORECASE)
    found = _POINTS.fullmatch(rest) or _POINTS_LAST.fullmatch(rest)
    if found is None:
        return None
    decided = re.search(r"vedtaget|godkendt|forkastet|afvist", found["after"])
    thing = f"forslaget{last.about}" if decided and last.decides else last.subject
    return f"{found['before']} {thing}{found['after']} {own}"


def _says_little(said: str, last: Asked, bodies: Collection[str]) -> str | None:
    """ "hvem stemte imod": no word says what it is about, so that is taken over."""
    if case_in(said) or body_in(said, bodies):
        return None
    rest, own = _without(re.sub(r"^(?:og|men) ", "", said, flags=re.IGNORECASE), period_in(said))
    words = rest.lower().split()
    if (
        len(words) < 2
        or not _LIGHT.issuperset(words)
        or not (_WH.match(rest) or words[0] in ("blev", "var", "er"))
    ):
        return None
    if words in (["hvor", "mange", "er", "der"], ["hvor", "mange", "er", "det"]):
        return f"Hvor mange {last.subject} er der{last.tail}" if last.subject else None
    if "afbud" in words or words[-1] in ("deltog", "deltager"):
        tie = " til mødet" if "afbud" in words else " i mødet"
    elif words[-1] in ("imod", "for"):
        tie = f" forslaget{last.about}"
    elif {"skete", "sker", "gik", "går"} & set(words):
        tie = f" med {last.subject}" if last.subject else ""
    else:
        tie = last.about
    if words[:2] == ["hvad", "med"] or not (last.about or last.tail):
        return None
    where = last.tail.removesuffix(last.when) if own else last.tail
    return f"{rest}{tie}{where} {own}"


def _without(text: str, span: Span | None) -> tuple[str, str]:
    if span is None:
        return text, ""
    return " ".join(f"{text[: span.start]} {text[span.end :]}".split()), text[span.start : span.end]
