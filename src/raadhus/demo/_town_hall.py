"""The invented municipality as rows: bodies, terms, people, seats and accounts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from raadhus.demo._calendar import turn_of_term
from raadhus.demo._logins import ADMINISTRATOR, LOGINS, NAMES, PEOPLE
from raadhus.demo._people import DEPARTMENTS, MEMBERS, MUNICIPALITY, ORGANS, Member
from raadhus.organisation.choices import Role
from raadhus.organisation.models import Body, LegislativeTerm, Membership, Organization, Person, User

TERM_YEARS = 4


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's place in a body, dated where it follows the council's term."""

    name: str
    organ: str
    role: Role
    start: date | None = None
    end: date | None = None


@transaction.atomic
def build(today: date) -> Body:
    """Make what is missing of the town hall and return it; what is there already stays as it is."""
    body, _ = Body.objects.get_or_create(name=MUNICIPALITY)
    organizations = {key: _organization(body, key) for key in ORGANS}
    for first in _terms(today):
        LegislativeTerm.objects.get_or_create(
            body=body,
            name=f"{first.year}-{first.year + TERM_YEARS - 1}",
            defaults={"start_date": first, "end_date": _last(first)},
        )
    for seat in (*_council_seats(today), *_office_seats()):
        person, _ = Person.objects.get_or_create(body=body, name=seat.name)
        Membership.objects.get_or_create(
            person=person,
            organization=organizations[seat.organ],
            role=seat.role,
            start_date=seat.start,
            defaults={"end_date": seat.end},
        )
    _accounts(body)
    return body


def _organization(body: Body, key: str) -> Organization:
    organ = ORGANS[key]
    found, _ = Organization.objects.get_or_create(
        body=body,
        name=organ.name,
        department=organ.department,
        defaults={"short_name": organ.short, "classification": organ.classification},
    )
    return found


def _terms(today: date) -> tuple[date, date]:
    """The first days of the former term and of the one that runs."""
    now = turn_of_term(today)
    return date(now.year - TERM_YEARS, 1, 1), now


def _last(first: date) -> date:
    return date(first.year + TERM_YEARS, 1, 1) - timedelta(days=1)


def _council_seats(today: date) -> Iterator[Seat]:
    former, now = _terms(today)
    for member in MEMBERS:
        start = now if member.from_turn else former
        end = _last(former) if member.until_turn else _last(now)
        yield from (Seat(member.name, key, _role(member, key), start, end) for key in ("BYR", *member.seats))


def _role(member: Member, key: str) -> Role:
    chairs = key == member.chairs or (key == "BYR" and member.chairs == "MAG")
    return Role.CHAIR if chairs else Role.MEMBER


def _office_seats() -> Iterator[Seat]:
    for key, organ in ORGANS.items():
        if organ.department:
            department = DEPARTMENTS[organ.department]
            yield Seat(department.head, key, Role.CHAIR)
            yield from (Seat(n, key, Role.MEMBER) for n in (department.director, *department.managers))
            yield Seat(department.secretary, key, Role.SECRETARY)
            yield from (Seat(name, key, Role.CASE_OFFICER) for name in department.officers)
    for department in DEPARTMENTS.values():
        yield Seat(department.secretary, department.committee, Role.SECRETARY)


def _accounts(body: Body) -> None:
    for username, password, _ in LOGINS:
        if User.objects.filter(username=username).exists():
            continue
        first, _, last = NAMES[username].partition(" ")
        administrator = username == ADMINISTRATOR
        User.objects.create_user(
            username,
            email=f"{username}@soenderbaek.example",
            password=password,
            first_name=first,
            last_name=last,
            is_staff=administrator,
            is_superuser=administrator,
            person=Person.objects.get(body=body, name=PEOPLE[username]) if username in PEOPLE else None,
        )
