"""`make start` on an empty machine, and again the day after."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from raadhus.demo import LOGINS, MUNICIPALITY, load
from raadhus.documents.models import Version
from raadhus.ingest.models import IngestedFile, IngestRun
from raadhus.meetings.models import Meeting
from raadhus.openness import Reader
from raadhus.organisation.models import Body, LegislativeTerm, Membership, Organization, User
from raadhus.search import search

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def _rows() -> tuple[int, ...]:
    return tuple(
        m.objects.count()
        for m in (Version, Meeting, IngestRun, Membership, Organization, LegislativeTerm, User)
    )


def test_anna_bo_mette_and_carla_move_in_once(home: Path, today: date) -> None:
    pages: list[int] = []
    load(today=today, progress=pages.append)
    first = _rows()

    load(today=today + timedelta(days=1))

    assert _rows() == first
    assert sum(pages) > 1_500
    assert not IngestedFile.objects.filter(status="refused").exists()
    assert {b.name for b in Body.objects.all()} == {MUNICIPALITY}
    assert Organization.objects.count() == 11
    assert {u.username for u in User.objects.all()} == {username for username, _, _ in LOGINS}
    assert search("cykelsti langs Fjordvejen", reader=Reader.anonymous()).total > 0


def test_everybody_has_the_seats_of_their_job(home: Path, today: date) -> None:
    from raadhus.demo._town_hall import build

    build(today)

    def seats(username: str) -> set[str]:
        held = Membership.objects.on(today).filter(person__user__username=username)
        return {str(seat.organization) for seat in held}

    assert seats("bo") == {"Byrådet", "Teknisk Udvalg"}
    assert seats("mette") == {"Rådmandsmøde (MBU)"}
    assert {"Teknisk Udvalg", "Økonomi- og Erhvervsudvalget"} <= seats("anna")
    assert not seats("carla")
    assert User.objects.get(username="drift").is_superuser


def test_the_council_has_31_members_and_each_committee_seven(home: Path) -> None:
    from raadhus.demo._town_hall import build

    for day in (date(2025, 12, 31), date(2026, 1, 1)):
        build(date(2026, 6, 1))
        sizes = {
            organization.short_name: Membership.objects.on(day)
            .filter(organization=organization, role__in=("member", "chair"))
            .count()
            for organization in Organization.objects.exclude(short_name="")
        }
        assert sizes == {"BYR": 31, "MAG": 9, "BUU": 7, "KU": 7, "SOU": 7, "SBU": 7, "TU": 7, "ØEU": 7}
