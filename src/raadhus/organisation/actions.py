"""Finding or making the bodies and people that papers name."""

import re
from datetime import date

from raadhus.organisation.choices import Classification
from raadhus.organisation.models import Body, LegislativeTerm, Organization, Person

_PERIOD = re.compile(r"\s*\(?\b(\d{4})\s*[-–]\s*(\d{4})\)?\s*$")
# What a Danish body is called says what it is; the first that fits counts.
_KINDS = (
    (Classification.EXECUTIVE, re.compile(r"rådmandsmøde|direktør|chefmøde", re.IGNORECASE)),
    (Classification.COMMITTEE, re.compile(r"udvalg|nævn|råd(et)? for|ældreråd|handicapråd", re.IGNORECASE)),
    (Classification.MAGISTRATE, re.compile(r"magistrat(en)?\b(?!safd)", re.IGNORECASE)),
    (Classification.COUNCIL, re.compile(r"byråd|kommunalbestyrelse|borgerrepræsentation", re.IGNORECASE)),
)


def split_period(name: str) -> tuple[str, tuple[int, int] | None]:
    """`Byrådet 2026-2029` -> (`Byrådet`, (2026, 2029)); without a period, the name and None."""
    found = _PERIOD.search(name)
    if found is None:
        return name.strip(), None
    return name[: found.start()].strip(), (int(found[1]), int(found[2]))


def classify(name: str) -> Classification:
    """The kind of body that a name speaks of; OTHER when it speaks of none."""
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), Classification.OTHER)


def organization_named(body: Body, name: str, *, department: str = "") -> Organization:
    """The organization of that name, made when new. A period in the name becomes a legislative term."""
    plain, period = split_period(name)
    if period and period[0] <= period[1]:
        LegislativeTerm.objects.get_or_create(
            body=body,
            name=f"{period[0]}-{period[1]}",
            defaults={"start_date": date(period[0], 1, 1), "end_date": date(period[1], 12, 31)},
        )
    organization, _ = Organization.objects.get_or_create(
        body=body, name=plain[:200], department=department[:20], defaults={"classification": classify(plain)}
    )
    return organization


def organization_known_as(body: Body, name: str) -> Organization | None:
    """The organization of that name if there is one already; none is made."""
    return Organization.objects.filter(body=body, name=split_period(name)[0]).order_by("department").first()


def person_named(body: Body, name: str) -> Person:
    return Person.objects.get_or_create(body=body, name=" ".join(name.split())[:200])[0]
