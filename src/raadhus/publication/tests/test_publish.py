from datetime import timedelta

import pytest
from django.utils import timezone

from raadhus.core.models import JournalEntry
from raadhus.documents.models import Passage, Version
from raadhus.ingest.actions import store_package
from raadhus.meetings.models import Meeting
from raadhus.meetings.tests.papers import item, meeting, package
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import Body
from raadhus.publication import publish, publish_document

pytestmark = pytest.mark.django_db

CARLA = Reader.anonymous()


@pytest.fixture
def draft() -> Meeting:
    body = Body.objects.create(name="Sønderbæk Kommune")
    store_package(package(meeting(item("1", "Ny svømmehal"))), by=Reader.operator(), body=body, publish=False)
    return Meeting.objects.get()


def seen_by(reader: Reader) -> tuple[bool, bool, bool]:
    return (
        Meeting.objects.visible_to(reader).exists(),
        Version.objects.visible_to(reader).exists(),
        Passage.objects.visible_to(reader).exists(),
    )


def test_a_draft_is_for_the_bodys_own_eyes(draft: Meeting) -> None:
    assert draft.organization_id is not None
    assert seen_by(CARLA) == (False, False, False)
    assert seen_by(Reader("bo", organizations=frozenset({draft.organization_id}))) == (True, True, True)


def test_carla_sees_the_meeting_and_its_papers_once_it_is_published(draft: Meeting) -> None:
    publish(draft, by=Reader.operator())
    assert seen_by(CARLA) == (True, True, True)
    assert JournalEntry.objects.filter(verb="meeting.published").count() == 1


def test_before_the_embargo_ends_she_sees_nothing(draft: Meeting) -> None:
    publish(draft, by=Reader.operator(), at=timezone.now() + timedelta(hours=1))
    assert seen_by(CARLA) == (False, False, False)


def test_publishing_twice_is_publishing_once(draft: Meeting) -> None:
    first = publish(draft, by=Reader.operator()).published_at
    assert publish(draft, by=Reader.operator()).published_at == first
    assert JournalEntry.objects.filter(verb="meeting.published").count() == 1


def test_carla_may_not_publish(draft: Meeting) -> None:
    with pytest.raises(NotAllowed):
        publish(draft, by=CARLA)
    assert seen_by(CARLA) == (False, False, False)


def test_an_embargo_can_be_lifted_early(draft: Meeting) -> None:
    publish(draft, by=Reader.operator(), at=timezone.now() + timedelta(days=2))
    publish(draft, by=Reader.operator())
    assert seen_by(CARLA) == (True, True, True)


def test_a_document_without_a_meeting_is_published_by_itself() -> None:
    body = Body.objects.create(name="Sønderbæk Kommune")
    version, _ = store_package(package(name="rapport"), by=Reader.operator(), body=body, publish=False)
    with pytest.raises(NotAllowed):
        publish_document(version, by=CARLA)
    assert publish_document(version, by=Reader.operator()).published_at is not None
    assert seen_by(CARLA) == (False, True, True)
