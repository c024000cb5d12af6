from datetime import date, datetime

import pytest

from raadhus.ingest.actions import store_package
from raadhus.meetings.models import Meeting
from raadhus.meetings.tests.papers import item, meeting, package, step
from raadhus.openness import Reader
from raadhus.organisation.models import Body, Organization
from raadhus.parsing import ParsedMeeting
from raadhus.workload import Workload, measure

pytestmark = pytest.mark.django_db

ANNA = Reader.operator()


@pytest.fixture
def body() -> Body:
    return Body.objects.create(name="Sønderbæk Kommune")


def year_of(body: Body, *meetings: ParsedMeeting, reader: Reader = ANNA) -> Workload:
    for number, parsed in enumerate(meetings):
        store_package(package(parsed, name=f"møde {number}"), by=ANNA, body=body, publish=True)
    return measure(Organization.objects.get(name="Teknisk Udvalg"), year=2026, reader=reader)


def committee(*items: object, day: int = 4, **more: object) -> ParsedMeeting:
    return meeting(
        *items,  # type: ignore[arg-type]
        organization="Teknisk Udvalg",
        start=datetime(2026, 3, day, 16),
        **more,  # type: ignore[arg-type]
    )


def test_fixed_items_are_no_work(body: Body) -> None:
    held = committee(item("1", "Godkendelse af referat"), item("2", "Cykelsti"), item("3", "Eventuelt"))
    assert year_of(body, held).items == 1


def test_a_postponed_item_counts_where_it_was_treated(body: Body) -> None:
    first = committee(item("1", "Cykelsti", decision="Udsat.", outcome="postponed", annexes=("A",)))
    second = committee(item("1", "Cykelsti", decision="Godkendt.", outcome="adopted", annexes=("A",)), day=11)
    figures = year_of(body, first, second)
    assert (figures.meetings, figures.items, figures.postponed, figures.annex_pages) == (2, 1, 1, 1)


def test_pages_of_closed_items_are_left_out(body: Body) -> None:
    held = committee(
        item("1", "Cykelsti", annexes=("A", "B")),
        item("2", "Lukket: Køb", visibility="closed", annexes=("C",)),
    )
    figures = year_of(body, held)
    assert (figures.annex_pages, figures.closed, figures.items) == (2, 1, 2)


def test_what_the_council_sent_counts_as_referred(body: Body) -> None:
    council = meeting(
        item(
            "3", "Cykelsti", case="EMN-2026-000007", decision="Sendes til Teknisk Udvalg.", outcome="referred"
        ),
        kind="minutes",
    )
    held = committee(item("1", "Cykelsti", case="EMN-2026-000007"), item("2", "Fortove"), day=11)
    assert year_of(body, council, held).referred == 1


def test_a_route_that_says_so_counts_as_well(body: Body) -> None:
    Organization.objects.create(body=body, name="Byrådet", classification="council")
    sent = step("Byrådet", date(2026, 2, 1), "Fremsendes til Teknisk Udvalg.")
    held = committee(item("1", "Cykelsti", case="EMN-2026-000007", route=(sent,)))
    assert year_of(body, held).referred == 1


def test_hours_are_not_guessed(body: Body) -> None:
    assert year_of(body, committee(item("1", "Cykelsti"))).hours is None
    Meeting.objects.update(end=datetime.fromisoformat("2026-03-04T18:30+01:00"))
    assert measure(Organization.objects.get(), year=2026, reader=ANNA).hours == 2.5
