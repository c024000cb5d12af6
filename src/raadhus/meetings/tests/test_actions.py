from datetime import UTC, datetime

import pytest

from raadhus.core.models import JournalEntry
from raadhus.meetings.actions import NotPossible, adopt_minutes, record_decision
from raadhus.meetings.choices import Outcome
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import Body, Organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting() -> Meeting:
    body = Body.objects.create(name="Sønderbæk Kommune")
    council = Organization.objects.create(body=body, name="Byrådet", classification="council")
    start = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
    held = Meeting.objects.create(
        body=body, organization=council, date=start.date(), start=start, kind="agenda"
    )
    AgendaItem.objects.create(meeting=held, number="1", position=1, title="Ny svømmehal")
    return held


@pytest.fixture
def anna(meeting: Meeting) -> Reader:
    assert meeting.organization_id is not None
    return Reader("anna", organizations=frozenset({meeting.organization_id}))


def test_anna_writes_down_what_was_decided(meeting: Meeting, anna: Reader) -> None:
    item = meeting.items.get()
    record_decision(item, text="Vedtaget.", outcome=Outcome.ADOPTED, by=anna)
    meeting.refresh_from_db()
    assert (item.decision.text, item.decision.outcome, meeting.kind) == ("Vedtaget.", "adopted", "minutes")
    assert JournalEntry.objects.get().actor == "anna"


def test_carla_may_not(meeting: Meeting) -> None:
    with pytest.raises(NotAllowed):
        record_decision(meeting.items.get(), text="Nej.", outcome=Outcome.REJECTED, by=Reader("carla"))
    assert not JournalEntry.objects.exists()


def test_an_agenda_without_decisions_has_no_minutes_to_adopt(meeting: Meeting, anna: Reader) -> None:
    with pytest.raises(NotPossible):
        adopt_minutes(meeting, by=anna)


def test_adopted_minutes_stand(meeting: Meeting, anna: Reader) -> None:
    item = meeting.items.get()
    record_decision(item, text="Vedtaget.", outcome=Outcome.ADOPTED, by=anna)
    assert adopt_minutes(meeting, by=anna) == adopt_minutes(meeting, by=anna)
    with pytest.raises(NotPossible):
        record_decision(item, text="Forkastet.", outcome=Outcome.REJECTED, by=anna)
    item.refresh_from_db()
    assert item.decision.outcome == "adopted"
