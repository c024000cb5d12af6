"""What Anna writes down and adopts is news for those who follow, though no paper tells of it yet."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from raadhus.core.journal import record
from raadhus.documents.models import Version
from raadhus.following.choices import Frequency
from raadhus.following.delivery import deliver
from raadhus.following.matching import match
from raadhus.following.models import Awaited, Match, Subscription
from raadhus.following.telling import news_of
from raadhus.following.tests.readers import account, arrive, everything_is_sent, follows
from raadhus.meetings.actions import adopt_minutes, record_decision, versions_of
from raadhus.meetings.choices import Corrected, Outcome
from raadhus.meetings.corrections import correct
from raadhus.meetings.models import AgendaItem, Meeting
from raadhus.openness import Reader
from raadhus.organisation.models import Membership
from raadhus.search.tests import house

pytestmark = pytest.mark.django_db
NUMBER = "EMN-2031-000123"
DRIFT = Reader.operator()


def bath(title: str = "Svømmehal på havnen", *, closed: bool = False, draft: bool = False) -> AgendaItem:
    """An item on the baths that has been told of in an agenda."""
    agenda = house.version(house.organization(), draft=draft)
    item = house.item(agenda, title, case=NUMBER, closed=closed)
    house.place(item, *house.passages(agenda, "Svømmehallen er gammel.", closed=closed))
    arrive(agenda)
    return item


def decide(
    item: AgendaItem, text: str = "Byrådet vedtog at bygge.", outcome: Outcome = Outcome.ADOPTED
) -> int:
    record_decision(item, text=text, outcome=outcome, by=DRIFT)
    return match()


@pytest.mark.parametrize("asked", [{"case": NUMBER}, {"text": "svømmehal"}])
def test_that_old_papers_were_read_wrongly_is_no_news(asked: dict[str, Any]) -> None:
    item = bath("Svømmehl på havnen")
    followed = follows(account("bo"), **asked)
    correct(item, Corrected.TITLE, "Svømmehal på havnen", by=DRIFT)
    assert match() == 0
    assert not followed.matches.exists()


def publish(meeting: Meeting, *, at: datetime | None = None) -> None:
    """As the room above does it: rows and journal."""
    versions = versions_of(meeting)
    Meeting.objects.filter(pk=meeting.pk).update(published_at=at or timezone.now())
    Version.objects.filter(pk__in=versions).update(published_at=at or timezone.now())
    record("meeting.published", meeting, actor="anna", versions=versions)


@pytest.mark.parametrize(
    "asked",
    [{"case": NUMBER}, {"text": "svømmehal"}, {"text": "bygge"}, {"text": '"svømmehallen er gammel"'}],
)
def test_a_decision_is_told_to_those_who_follow_the_case_or_its_words(asked: dict[str, Any]) -> None:
    item = bath()
    followed = follows(account("bo"), **asked)

    assert decide(item) == 1
    (news,) = news_of(followed.matches.all(), followed)
    assert (news.title, news.number) == ("Svømmehal på havnen", "1")
    assert (news.sentence, news.remark) == ("Byrådet vedtog at bygge.", "Beslutning: vedtaget")
    assert news.path == item.get_absolute_url()


@pytest.mark.parametrize(
    "asked",
    [
        {"case": "EMN-2031-000999"},
        {"text": "klatrevæg"},
        {"text": "svømmehal -gammel"},
        {"text": "bygge", "choices": (("udfald", "rejected"),)},
        {"text": "bygge", "choices": (("aar", "2025"),)},
    ],
)
def test_it_is_not_told_to_others(asked: dict[str, Any]) -> None:
    item = bath()
    follows(account("bo"), **asked)
    assert decide(item) == 0


def test_who_follows_a_case_reads_the_whole_decision() -> None:
    item = bath()
    followed = follows(account("bo"), case=NUMBER)
    decide(item, "Byrådet vedtog at bygge. Der svares\ninden sommer.")

    (news,) = news_of(followed.matches.all(), followed)
    assert news.sentence == "Byrådet vedtog at bygge. Der svares inden sommer."


def test_the_same_decision_is_told_once_and_another_again() -> None:
    item = bath()
    follows(account("bo"), case=NUMBER)

    assert decide(item) == 1
    assert decide(item) == 0
    everything_is_sent()
    assert decide(item, "Byrådet udsatte sagen.", Outcome.POSTPONED) == 1
    everything_is_sent()
    assert [m.subject.startswith("Nyt om") for m in mail.outbox] == [True, True]


def test_a_digest_tells_how_it_ended_and_not_what_stood_there_on_the_way() -> None:
    item = bath()
    follows(account("bo"), case=NUMBER, often=Frequency.DAILY)
    decide(item, "Byrådet udsatte sagen.", Outcome.POSTPONED)
    decide(item)
    deliver(now=timezone.now() + timedelta(days=2))

    (sent,) = mail.outbox
    assert "vedtog at bygge" in sent.body
    assert "udsat" not in sent.body


def test_adopted_minutes_are_told_of() -> None:
    item = bath()
    bo = follows(account("bo"), case=NUMBER)
    carla = follows(account("carla"), "svømmehal")
    decide(item)
    everything_is_sent()

    adopt_minutes(item.meeting, by=DRIFT)
    assert match() == 2
    for followed in (bo, carla):
        (news, _recorded) = news_of(followed.matches.newest(), followed) * 2
        assert news.remark == "Referatet er godkendt. Beslutning: vedtaget"
    everything_is_sent()
    assert "Referatet er godkendt" in mail.outbox[-1].body
    assert match() == 0


def test_minutes_that_only_repeat_the_decision_are_no_news() -> None:
    item = bath()
    follows(account("bo"), case=NUMBER)
    decide(item)
    minutes = house.version(house.organization())
    house.place(item, *house.passages(minutes, "Beslutning: Byrådet vedtog\nat bygge.", kind="decision"))

    assert arrive(minutes) == 0


def test_a_committee_that_names_no_number_is_followed_all_the_same() -> None:
    """The life of the case ties it in by its title."""
    council = bath("Ny svømmehal på havnen")
    followed = follows(account("bo"), case=NUMBER)
    paper = house.version(house.organization("Teknisk Udvalg", classification="committee"))
    item = house.item(paper, "Ny svømmehal på havnen")
    house.place(item, *house.passages(paper, "Udvalget ser på tegningerne."))
    for meeting in (council.meeting, item.meeting):
        record("meeting.created", meeting, actor="anna")
    assert arrive(paper) == 1
    assert decide(item, "Udvalget anbefaler.") == 1
    assert followed.matches.count() == 2


@pytest.mark.parametrize(("who", "number"), [("citizen", 0), ("other", 0), ("member", 2)])
def test_a_closed_decision_is_told_to_members_alone_and_without_its_words(who: str, number: int) -> None:
    item = bath(closed=True)
    seats = {"citizen": [], "other": [house.organization("Fugleudvalget")], "member": [house.organization()]}
    user = account(who, *seats[who])
    follows(user, case=NUMBER)
    follows(user, "hemmelighed")

    decide(item, "Byrådet køber en hemmelighed i Rumhavnen.")
    assert Match.objects.count() == number
    everything_is_sent()
    assert len(mail.outbox) == number
    assert not any("Rumhavnen" in str(sent.message()) or "vedtaget" in sent.body for sent in mail.outbox)


def test_a_draft_s_decision_is_news_when_the_meeting_is_published() -> None:
    item = bath(draft=True)
    followed = follows(account("bo"), "bygge")
    assert decide(item) == 0

    publish(item.meeting)
    assert match() == 1
    assert followed.matches.get().item == item


def test_one_published_tomorrow_is_news_tomorrow() -> None:
    item = bath(draft=True)
    follows(account("bo"), "bygge")
    decide(item)
    publish(item.meeting, at=timezone.now() + timedelta(days=1))
    assert match() == 0
    Awaited.objects.update(at=timezone.now())
    Meeting.objects.update(published_at=timezone.now())
    assert match() == 1


def test_who_loses_the_seat_is_not_told_of_what_was_found() -> None:
    item = bath(closed=True)
    anna = follows(account("anna", house.organization()), case=NUMBER, often=Frequency.DAILY)
    assert decide(item) == 1
    Membership.objects.all().delete()

    deliver(now=timezone.now() + timedelta(days=2))
    assert mail.outbox == []
    assert not Subscription.objects.get(pk=anna.pk).matches.exists()


def test_what_was_decided_before_anybody_followed_is_no_news() -> None:
    item = bath()
    record_decision(item, text="Byrådet vedtog at bygge.", outcome=Outcome.ADOPTED, by=DRIFT)
    follows(account("bo"), case=NUMBER)
    assert match() == 0
