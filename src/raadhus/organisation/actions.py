"""Finding or making the bodies and people that papers name."""

from datetime import date

from raadhus.organisation.choices import Classification
from raadhus.organisation.models import Body, LegislativeTerm, Organization, Person
from raadhus.organisation.naming import classify, is_plain_council, split_period


def organization_named(body: Body, name: str, *, department: str = "") -> Organization:
    """The organization of that name, made when new. A period in the name becomes a legislative term."""
    plain, period = split_period(name)
    if period and period[0] <= period[1]:
        LegislativeTerm.objects.get_or_create(
            body=body,
            name=f"{period[0]}-{period[1]}",
            defaults={"start_date": date(period[0], 1, 1), "end_date": date(period[1], 12, 31)},
        )
    known = Organization.objects.filter(body=body, name=plain[:200], department=department[:20]).first()
    return (
        known
        or _the_council(body, plain)
        or Organization.objects.create(
            body=body, name=plain[:200], department=department[:20], classification=classify(plain)
        )
    )


def organization_known_as(body: Body, name: str) -> Organization | None:
    """The organization of that name if there is one already; none is made."""
    plain, _ = split_period(name)
    named = Organization.objects.filter(body=body, name=plain).order_by("department").first()
    return named or _the_council(body, plain)


def _the_council(body: Body, name: str) -> Organization | None:
    """The one council that is there already, where either name for it is only "Byrådet"."""
    if classify(name) != Classification.COUNCIL:
        return None
    councils = list(Organization.objects.filter(body=body, classification=Classification.COUNCIL)[:2])
    if len(councils) != 1:
        return None
    plain_name = is_plain_council(name) or is_plain_council(councils[0].name)
    return councils[0] if plain_name else None


def person_named(body: Body, name: str) -> Person:
    return Person.objects.get_or_create(body=body, name=" ".join(name.split())[:200])[0]
