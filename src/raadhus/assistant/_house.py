"""Questions that the house's own rows answer: which bodies there are, who sits in one, who leads it, when it meets.

Only a question that asks for this and nothing more is answered so. Papers tell of such things in passing, of another
body or another day, and a stretch of them is easily a wrong answer.
"""

import re
from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.assistant._answer import Answer, Kind, Link
from raadhus.assistant.understanding import bodies_named
from raadhus.core.times import local, written
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader
from raadhus.organisation.choices import Classification, Role
from raadhus.organisation.models import Membership, Organization

_BODY = "¤"
"""Stands for the body that a question names."""

_IN = rf"(?:i|for|af|til|på|hos)\s+(?:det\s+)?{_BODY}"
_NOW = r"(?:\s+(?:nu|i dag|lige nu|for tiden))?"
_BODIES = re.compile(
    rf"hvilke\s+(?:politiske\s+|stående\s+)*(?:udvalg|organer)\s+(?:findes(?: der)?|er der|har (?:kommunen|vi|{_BODY}))"
    rf"(?:\s+i\s+(?:kommunen|{_BODY}))?{_NOW}"
)
_NEXT = re.compile(
    rf"hvornår\s+(?:er|holdes|afholdes)\s+(?:der\s+)?(?:det\s+)?næste\s+(?:møde\s+{_IN}|{_BODY})"
    rf"|hvornår\s+(?:mødes|holder)\s+{_BODY}\s+(?:møde\s+)?(?:igen|(?:det\s+)?næste\s+(?:gang|møde))"
)
_MEMBERS = re.compile(
    rf"hvem\s+(?:sidder|er\s+medlem(?:mer)?|er\s+med)\s+{_IN}{_NOW}|hvem\s+er\s+medlemmer(?:ne)?\s+{_IN}{_NOW}"
    rf"|hvilke\s+medlemmer\s+(?:har\s+{_BODY}|sidder\s+{_IN}){_NOW}"
)
_CHAIR = re.compile(rf"hvem\s+er\s+(?:udvalgs)?formand(?:en)?\s+{_IN}{_NOW}|hvem\s+leder\s+{_BODY}{_NOW}")
_MAYOR = re.compile(rf"hvem\s+er\s+(?:kommunens\s+)?borgmester(?:en)?(?:\s+i\s+kommunen)?{_NOW}")

MOST = 3
"""So many bodies of one name, in several municipalities, are told of."""


def known_to_the_house(question: str, *, reader: Reader) -> Answer | None:
    """The answer from the rows that `reader` may see; None when the question is another or no row says it."""
    asked = " ".join(question.casefold().split()).strip(" ?!.")
    if not asked.startswith("hv"):
        return None
    if _MAYOR.fullmatch(asked):  # the chair of the council is called so: kommunestyrelsesloven, section 6
        return _answer("who", map(_mayor, Organization.objects.filter(classification=Classification.COUNCIL)))
    if not any(word in asked for word in ("udvalg", "organer", "møde", "medlem", "hvem")):
        return None
    bodies, left = _without_body(asked)
    if _BODIES.fullmatch(left):
        return _all_bodies(reader)
    if not bodies:
        return None
    if _NEXT.fullmatch(left):
        return _answer("when", (_next_meeting(body, reader) for body in bodies)) or _none_to_come(bodies)
    if _CHAIR.fullmatch(left):
        return _answer("who", map(_chair, bodies))
    return _answer("who", map(_members, bodies)) if _MEMBERS.fullmatch(left) else None


def _without_body(asked: str) -> tuple[list[Organization], str]:
    asked = re.sub(r"\b(byråd|magistrat)smøde(?:t|r)?\b", r"\1et", asked).replace(
        "magistratet", "magistraten"
    )
    bodies, said = bodies_named(asked)
    longest = max(said, key=len, default="")
    left = re.sub(rf"(?<!\w){re.escape(longest)}(?:et|s|ets)?(?!\w)", _BODY, asked) if longest else asked
    return bodies[:MOST], left


Told = tuple[str, str, Link]
"""A sentence, what was asked for (a name, a date), and the page that shows it."""


def _answer(kind: Kind, told: Iterable[Told | None]) -> Answer | None:
    known = [one for one in told if one is not None]
    if not known:
        return None
    return Answer(
        answered=True,
        answer="\n".join(sentence for sentence, _highlight, _link in known),
        citations=(),
        took_ms=0,
        kind=kind,
        highlight=known[0][1] if len(known) == 1 else "",
        links=tuple(link for _sentence, _highlight, link in known),
        sureness=1.0,
    )


def _seats(body: Organization, *roles: Role) -> list[str]:
    seats = Membership.objects.on(_today()).filter(organization=body, role__in=roles)
    return [seat.person.name for seat in seats.select_related("person").in_order()]


def _chair(body: Organization) -> Told | None:
    return _led(body, _("Formand for %(body)s er %(name)s."))


def _mayor(council: Organization) -> Told | None:
    return _led(council, _("Borgmester er %(name)s, formand for %(body)s."))


def _led(body: Organization, sentence: str) -> Told | None:
    names = _seats(body, Role.CHAIR)
    if len(names) != 1:
        return None
    return sentence % {"body": body, "name": names[0]}, names[0], _page(body)


def _members(body: Organization) -> Told | None:
    chairs, members = _seats(body, Role.CHAIR), _seats(body, Role.MEMBER)
    names = [_("%(name)s (formand)") % {"name": name} for name in chairs]
    names += [name for name in members if name not in chairs]
    if not names:
        return None
    return _("%(body)s: %(names)s.") % {"body": body, "names": ", ".join(names)}, "", _page(body)


def _next_meeting(body: Organization, reader: Reader) -> Told | None:
    meeting = Meeting.objects.visible_to(reader).of(body).upcoming().first()
    if meeting is None or meeting.date is None:
        return None
    day = written(meeting.date)
    when = (
        _("%(day)s klokken %(time)s") % {"day": day, "time": local(meeting.start).strftime("%H.%M")}
        if meeting.start
        else day
    )
    sentence = _("Det næste møde i %(body)s, der er kendt her, er den %(when)s.")
    return sentence % {"body": body, "when": when}, day, Link(f"{body}, {day}", meeting.get_absolute_url())


def _none_to_come(bodies: list[Organization]) -> Answer:
    """A meeting that was held is no answer to when the next one is."""
    sentence = _("Der er ikke noget kommende møde i %(body)s, som er kendt her.") % {"body": bodies[0]}
    return Answer(False, sentence, (), 0, kind="when")


def _all_bodies(reader: Reader) -> Answer | None:
    meetings = Meeting.objects.visible_to(reader).filter(organization=OuterRef("pk"))
    seated = Membership.objects.on(_today()).filter(organization=OuterRef("pk"))
    listed = Organization.objects.filter(Exists(meetings) | Exists(seated)).in_order()
    names = list(dict.fromkeys(str(body) for body in listed))
    if not names:
        return None
    sentence = _("Disse organer er kendt her: %(names)s.") % {"names": ", ".join(names)}
    link = Link(_("Udvalg og andre organer"), reverse("organizations"))
    return _answer("which", [(sentence, "", link)])


def _page(body: Organization) -> Link:
    return Link(str(body), body.get_absolute_url())


def _today() -> date:
    return timezone.localdate()
