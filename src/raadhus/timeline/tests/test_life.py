"""The timeline of a case: in order, each with its reasons, and with what came of it."""

import pytest

from raadhus.meetings.choices import Outcome
from raadhus.meetings.models import AgendaItem
from raadhus.timeline.actions import confirm_link, reject_link
from raadhus.timeline.choices import LinkKind
from raadhus.timeline.life import Life, life_of_case, life_of_item
from raadhus.timeline.linking import catch_up
from raadhus.timeline.models import Link
from raadhus.timeline.reasons import reason_of
from raadhus.timeline.tests import hall
from raadhus.timeline.tests.hall import CARLA, DRIFT

pytestmark = pytest.mark.django_db

POOL = "Ny svømmehal på havnen"


@pytest.fixture
def sent() -> AgendaItem:
    """The council sends the case to the committee, which takes it up without its number."""
    hall.organization("Teknisk Udvalg")
    item = hall.item(
        "Byrådet", POOL, case="EMN-2026-000123", decision="Fremsendes til Teknisk Udvalg til behandling.",
        outcome=Outcome.REFERRED,
    )  # fmt: skip
    hall.told(item, "Magistraten", after=-8, number="4", text="Fremsendes til Byrådet med bemærkning.")
    return item


@pytest.fixture
def taken(sent: AgendaItem) -> AgendaItem:
    return hall.item(
        "Teknisk Udvalg", POOL, after=14, decision="Udvalget tiltrådte.", outcome=Outcome.ADOPTED
    )


def life(item: AgendaItem, **more: object) -> Life:
    catch_up()
    assert item.case is not None
    return life_of_case(item.case, reader=DRIFT)


def test_a_case_goes_from_body_to_body(sent: AgendaItem, taken: AgendaItem) -> None:
    events = life(sent).events

    assert [(e.body, e.item, e.outcome) for e in events] == [
        ("Magistraten", None, None),
        ("Byrådet", sent, "referred"),
        ("Teknisk Udvalg", taken, "adopted"),
    ]
    assert [e.sent_on and (e.sent_on.to, e.sent_on.place) for e in events] == [
        ("Byrådet", 2),
        ("Teknisk Udvalg", 3),
        None,
    ]


def test_each_treatment_has_its_reason(sent: AgendaItem, taken: AgendaItem) -> None:
    reasons = [[reason_of(link) for link in event.links] for event in life(sent).events]

    assert reasons == [
        [],
        ["Punktet har sagsnummeret EMN-2026-000123."],
        [
            "Byrådet 4. marts 2026 sendte sagen til Teknisk Udvalg 18. marts 2026, hvor overskriften er den samme."
        ],
    ]


def test_an_item_without_a_number_finds_the_way_to_its_case(sent: AgendaItem, taken: AgendaItem) -> None:
    catch_up()
    events = life_of_item(taken, reader=DRIFT).events

    assert [e.item for e in events] == [None, sent, taken]


def test_what_came_of_it(sent: AgendaItem) -> None:
    assert life(sent).unsettled

    hall.item("Teknisk Udvalg", POOL, after=14, decision="Udvalget tiltrådte.", outcome=Outcome.ADOPTED)
    now = life(sent)

    assert now.latest is not None
    assert (now.latest.body, now.unsettled, now.title) == ("Teknisk Udvalg", False, POOL)


def test_a_case_that_is_sent_where_nobody_has_seen_it_says_so(sent: AgendaItem) -> None:
    last = life(sent).events[-1]

    assert last.sent_on is not None
    assert (last.sent_on.to, last.sent_on.place) == ("Teknisk Udvalg", None)


def test_two_papers_that_tell_of_the_same_meeting_are_one_step(sent: AgendaItem) -> None:
    again = hall.item("Byrådet", POOL, case="emn 2026 123", after=60)
    hall.told(again, "Magistraten 2026-2029", after=-8, number="4")

    assert [e.body for e in life(sent).events] == ["Magistraten 2026-2029", "Byrådet", "Byrådet"]


def test_a_step_gives_way_when_its_meeting_arrives(sent: AgendaItem) -> None:
    item = hall.item("Magistraten", "Svømmehallen", after=-8, number="4")
    first = life(sent).events[0]

    assert (first.item, first.step, [link.kind for link in first.links]) == (item, None, [LinkKind.ROUTE])


def test_what_may_be_the_same_stands_apart_until_someone_says_so(sent: AgendaItem) -> None:
    perhaps = hall.item("Kulturudvalget", "Status på svømmehal på havnen", after=300)
    (suggestion,) = life(sent).suggestions
    assert suggestion.item == perhaps
    assert perhaps not in [e.item for e in life(sent).events]

    confirm_link(suggestion.link, by=DRIFT)

    assert life(sent).suggestions == ()
    assert life(sent).events[-1].item == perhaps


def test_what_is_not_the_same_is_gone(sent: AgendaItem, taken: AgendaItem) -> None:
    catch_up()
    reject_link(Link.objects.get(kind=LinkKind.REFERRAL), by=DRIFT)
    now = life(sent)

    assert [e.item for e in now.events] == [None, sent]
    assert now.suggestions == ()
    assert [link.other for link in now.rejected] == [taken]


def test_even_a_case_number_can_be_wrong(sent: AgendaItem) -> None:
    wrong = hall.item("Kulturudvalget", "Musikskolens takster", case="EMN-2026-000123", after=3)
    assert wrong in [e.item for e in life(sent).events]

    reject_link(Link.objects.get(kind=LinkKind.CASE_NUMBER, item=wrong), by=DRIFT)

    assert wrong not in [e.item for e in life(sent).events]
    assert [e.item for e in life_of_item(wrong, reader=DRIFT).events] == [wrong]


def test_an_item_of_another_case_is_only_suggested_however_alike(sent: AgendaItem) -> None:
    hall.item("Kulturudvalget", POOL, case="EMN-2026-000900", after=10)
    now = life(sent)

    assert len(now.events) == 2
    assert [s.item.case and s.item.case.number for s in now.suggestions] == ["EMN-2026-000900"]


def test_a_case_that_is_not_linked_yet_still_has_its_items(sent: AgendaItem) -> None:
    assert sent.case is not None
    assert sent in [e.item for e in life_of_case(sent.case, reader=CARLA).events]
