"""People who follow something, and papers that arrive for them."""

from typing import Any

from django.utils import timezone

from raadhus.documents.models import Version
from raadhus.following.actions import follow
from raadhus.following.choices import Frequency, Kind
from raadhus.following.delivery import Round, deliver
from raadhus.following.matching import match
from raadhus.following.models import Subscription
from raadhus.following.query import Query
from raadhus.openness import Reader
from raadhus.organisation.models import Body, Membership, Organization, Person, User
from raadhus.search.tests import house


def account(username: str, *seats: Organization, name: str = "") -> User:
    body, _ = Body.objects.get_or_create(name="Fjordby Kommune")
    person = Person.objects.create(body=body, name=name or username.capitalize())
    for organization in seats:
        Membership.objects.create(person=person, organization=organization)
    return User.objects.create_user(username, email=f"{username}@example.dk", person=person)


def follows(
    user: User, text: str = "", *, often: Frequency = Frequency.AT_ONCE, language: str = "da", **filters: Any
) -> Subscription:
    kind = Kind.CASE if set(filters) == {"case"} and not text else Kind.SEARCH
    query = Query(text=text, **filters)
    return follow(query, kind=kind, frequency=often, user=user, by=Reader(user.username), language=language)


def arrive(*versions: Version, verb: str = "version.stored") -> int:
    """Tell the journal of the papers and look at them; how many matches came of it."""
    house.tell(*versions, verb=verb)
    return match()


def everything_is_sent() -> Round:
    match()
    return deliver(now=timezone.now())
