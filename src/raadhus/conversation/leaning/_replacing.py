"""One part of a question exchanged for another; what is not there yet is put last."""

import re

from raadhus.conversation.leaning._asked import LAST, Asked
from raadhus.conversation.leaning._spans import Span

_PREPOSITION = re.compile(r"(?P<tie>på|i|for|om|til|af|ved|hos|fra|med) (?P<thing>.+)", re.IGNORECASE)
_NAME = r"(?<=[\wæøå,] )[A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*)*"
_ROLE = r"\b\w*(?:borgmester|rådmand|formand|direktør|forvaltning)(?:en)?\b"
_STOP = (
    r"(?= (?:på|i|for|om|til|af|ved|hos|fra|med|vedtaget|besluttet|godkendt|udskudt|afvist|forkastet|behandlet"
    r"|gennemført|lukket|åbnet|færdig|klar)\b|$)"
)
_AFTER_VERB = re.compile(
    r"^(?P<opening>(?:hvor (?:meget|stort?|lange?|langt|længe|dyrt?)|hvor|hvad|hvem|hvornår|hvorfor|hvordan)\s+\w+"
    rf"|er|var|bliver|blev|har) (?:der |det )?(?P<thing>.+?){_STOP}",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"hvad (?:er|var|bliver)|hvor (?:stor|stort|store|høj|højt|lang|langt) (?:er|var|bliver)", re.I
)
_COUNTED = re.compile(r"^(?P<opening>hvor mange|hvilke[nt]?) (?P<thing>\S+)", re.IGNORECASE)


def with_period(last: Asked, period: str) -> str:
    """The question for another period; it keeps its "i" unless the new one needs none."""
    said = _tied(period)
    if last.period is None:
        return f"{last.text} {said}"
    return _put(last.text, Span(last.period.start, last.period.start, last.period.end), said)


def with_case(last: Asked, case: str) -> str | None:
    if last.case is None:
        return None
    number = re.sub(r"^sag(?:en)? ", "", case, flags=re.IGNORECASE)
    there = last.of(last.case)
    word = re.match(r"sag(?:en)? ", there, re.IGNORECASE)
    return _put(last.text, last.case, (word.group() if word else "") + number)


def with_body(last: Asked, body: str, *, tie: str) -> str:
    """The question for another body; one that named none is asked within the new one."""
    if last.body is not None:
        return _put(last.text, last.body, body)
    at = last.period.start if last.period else len(last.text)
    return f"{last.text[:at].rstrip()} {tie or 'i'} {body} {last.text[at:]}".strip()


def with_thing(last: Asked, thing: str) -> str | None:
    """The question about another thing: after the same preposition, in the place of a name, or of the subject."""
    tied = _PREPOSITION.fullmatch(thing)
    if tied:
        places = list(re.finditer(rf"\b{tied['tie']} (?P<thing>.+?){_STOP}", last.text, re.IGNORECASE))
        places = [m for m in places if not _within(m.start("thing"), last)]
        if not places:
            return f"{last.text} {thing}"
        return _at(last.text, places[-1], tied["thing"])
    names = [m for m in re.finditer(_NAME, last.text) if not _within(m.start(), last)]
    if names and thing[0].isupper():
        return last.text[: names[-1].start()] + thing + last.text[names[-1].end() :]
    role = re.search(_ROLE, last.text, re.IGNORECASE)
    if role and re.fullmatch(_ROLE, thing, re.IGNORECASE):
        return last.text[: role.start()] + thing + last.text[role.end() :]
    of = None
    if _MEASURED.match(last.text):
        places = list(re.finditer(rf" (?:for|på|til|af) (?P<thing>.+?){_STOP}", last.text))
        of = next((m for m in places if not _within(m.start("thing"), last)), None)
    if (about := re.search(r"\bom (?=\w)", last.text)) is not None:
        return last.text[: about.end()] + thing + last.text[_end_of_subject(last, about.end()) :]
    place = of or _COUNTED.match(last.text) or _AFTER_VERB.match(last.text)
    return _at(last.text, place, thing) if place else None


def _end_of_subject(last: Asked, start: int) -> int:
    """Where what is asked about ends: before a body, a period or a case that follows it, or before "vedtaget"."""
    spans = (last.body, last.period, last.case)
    ends = [last.text.rindex(" ", start, span.start + 1) for span in spans if span and span.start > start]
    closing = LAST.search(last.text)
    return min([*ends, closing.start() if closing else len(last.text)])


def _at(text: str, place: re.Match[str], thing: str) -> str:
    return text[: place.start("thing")] + thing + text[place.end("thing") :]


def _within(at: int, last: Asked) -> bool:
    return any(span and span.start <= at < span.end for span in (last.body, last.period, last.case))


def _put(text: str, span: Span, said: str) -> str:
    return text[: span.own] + said + text[span.end :]


def _tied(period: str) -> str:
    if re.match(r"(?:i|den|d\.|fra|for|siden|sidste|forrige|næste)\b", period, re.IGNORECASE):
        return period
    return f"den {period}" if re.match(r"\d{1,2}\. ", period) else f"i {period}"
