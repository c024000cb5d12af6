"""What counts as news, and for whom."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from raadhus.core.models import JournalMark
from raadhus.documents.models import Version
from raadhus.following.actions import pause
from raadhus.following.choices import Frequency
from raadhus.following.matching import CONSUMER, match
from raadhus.following.models import Match, Subscription
from raadhus.following.tests.readers import account, arrive, follows
from raadhus.openness import Reader
from raadhus.search.tests import house

pytestmark = pytest.mark.django_db


@pytest.fixture
def followed() -> Subscription:
    """Bo follows the swimming baths."""
    return follows(account("bo"), "svømmehal")


def test_bo_is_told_of_what_comes_after_he_began_to_follow() -> None:
    old = house.version(house.organization())
    house.passages(old, "Svømmehallen lukker.")
    house.tell(old)
    followed = follows(account("bo"), "svømmehal")
    new = house.version(house.organization())
    passage, _ = house.passages(new, "Svømmehallen åbner.", "Vandet er koldt.")
    assert arrive(new) == 1
    assert followed.matches.get().passage == passage


def test_matching_twice_changes_nothing(followed: Subscription) -> None:
    new = house.version(house.organization())
    house.passages(new, "Svømmehallen åbner.")
    assert arrive(new) == 1
    before = list(Match.objects.values())
    assert match() == 0
    JournalMark.objects.filter(consumer=CONSUMER).delete()  # as after a crash before the marking
    assert match() == 0
    assert list(Match.objects.values()) == before


def test_words_are_found_inflected_and_within_compounds(followed: Subscription) -> None:
    new = house.version(house.organization())
    house.passages(new, "De nye svømmehaller koster 84 mio. kr.")
    house.passages(new, "Der skal bygges et svømmehalstag.")
    assert arrive(new) == 1  # one place: neither stands on an item of its own


def test_one_word_of_three_is_no_match() -> None:
    followed = follows(account("bo"), "ny svømmehal ved havnen")
    new = house.version(house.organization())
    house.passages(new, "Der kommer ny belægning på torvet.")
    assert arrive(new) == 0
    assert not followed.matches.exists()


def test_half_of_a_compound_is_no_match() -> None:
    follows(account("bo"), "klimaplan")
    new = house.version(house.organization())
    house.passages(new, "En plan for skolerne.")
    assert arrive(new) == 0


def test_an_item_is_told_of_once_and_its_decision_apart(followed: Subscription) -> None:
    new = house.version(house.organization())
    item = house.item(new, "Svømmehallen")
    house.place(item, *house.passages(new, "Svømmehallen er gammel.", "Svømmehallen er dyr."))
    house.place(item, *house.passages(new, "Byrådet vedtog svømmehallen.", kind="decision"))
    assert arrive(new) == 2


def test_minutes_that_repeat_the_agenda_are_news_only_in_what_they_add(followed: Subscription) -> None:
    council = house.organization()
    agenda = house.version(council)
    item = house.item(agenda, "Svømmehallen")
    house.place(item, *house.passages(agenda, "Svømmehallen er gammel."))
    assert arrive(agenda) == 1
    minutes = house.version(council)
    house.place(item, *house.passages(minutes, "Svømmehallen er\ngammel."))
    house.place(item, *house.passages(minutes, "Byrådet vedtog svømmehallen.", kind="decision"))
    house.tell(minutes)
    assert arrive(minutes, agenda, verb="meeting.updated") == 1


def test_an_old_agenda_is_no_news_because_its_minutes_come() -> None:
    council = house.organization()
    agenda, minutes = house.version(council), house.version(council)
    item = house.item(agenda, "Svømmehallen")
    house.place(item, *house.passages(agenda, "Svømmehallen er gammel."))
    arrive(agenda)
    follows(account("bo"), "svømmehal")
    house.place(item, *house.passages(minutes, "Svømmehallen er gammel.", "Svømmehallen bygges."))
    house.tell(minutes)
    assert arrive(minutes, agenda, verb="meeting.updated") == 1
    told = Match.objects.get().passage
    assert told is not None
    assert told.text == "Svømmehallen bygges."


def test_the_same_paper_in_another_meeting_is_news_again(followed: Subscription) -> None:
    for name in ("Byrådet", "Kulturudvalget"):
        new = house.version(house.organization(name))
        house.place(house.item(new, "Bad"), *house.passages(new, "Svømmehallen er gammel."))
        assert arrive(new) == 1


def test_filters_hold_for_alerts_too() -> None:
    council, committee = house.organization(), house.organization("Kulturudvalget")
    bo = account("bo")
    follows(bo, "svømmehal", organization=committee.pk)
    follows(bo, "svømmehal", until=date(2025, 12, 31))
    follows(bo, "svømmehal", choices=(("aar", "2025"),))
    new = house.version(council)
    house.place(house.item(new, "Bad"), *house.passages(new, "Svømmehallen er gammel."))
    assert arrive(new) == 0


def test_what_a_search_can_say_holds_for_alerts_too() -> None:
    bo = account("bo")
    either = follows(bo, "rumhavn OR svømmehal OR klatrevæg")
    without = follows(bo, "svømmehal -gammel")
    phrase = follows(bo, '"gammel svømmehal"')
    new = house.version(house.organization())
    house.passages(new, "Svømmehallen er gammel.")
    assert arrive(new) == 1
    assert either.matches.count() == 1
    assert not without.matches.exists()
    assert not phrase.matches.exists()


def test_a_case_is_followed_through_the_bodies() -> None:
    followed = follows(account("bo"), case="EMN-2026-000100")
    for name, text in (("Magistraten", "Magistraten anbefaler."), ("Byrådet", "Byrådet behandler.")):
        new = house.version(house.organization(name))
        house.place(house.item(new, "Bad", case="EMN-2026-000100"), *house.passages(new, text))
        house.place(house.item(new, "Andet", case="EMN-2026-000200"), *house.passages(new, "Noget andet."))
        assert arrive(new) == 1
    assert followed.matches.count() == 2


def test_what_is_published_tomorrow_is_news_tomorrow(followed: Subscription) -> None:
    new = house.version(house.organization(), published=timezone.now() + timedelta(days=1))
    house.passages(new, "Svømmehallen åbner.")
    assert arrive(new) == 0
    Version.objects.filter(pk=new.pk).update(published_at=timezone.now())
    new.refresh_from_db()
    from raadhus.following.models import Awaited

    Awaited.objects.update(at=timezone.now())
    house.tell(new, verb="search.only")  # the index must learn the new hour; the awaited row does the rest
    assert match() == 1
    assert match() == 0


def test_a_draft_is_news_when_it_is_published(followed: Subscription) -> None:
    council = house.organization()
    member = follows(account("anna", council), "svømmehal")
    draft = house.version(council, draft=True)
    house.passages(draft, "Svømmehallen åbner.")
    arrive(draft)
    assert (followed.matches.count(), member.matches.count()) == (0, 1)
    Version.objects.filter(pk=draft.pk).update(published_at=timezone.now())
    arrive(draft, verb="meeting.published")
    assert (followed.matches.count(), member.matches.count()) == (1, 1)


def test_nothing_is_looked_for_while_paused(followed: Subscription) -> None:
    pause(followed, by=Reader("bo"))
    new = house.version(house.organization())
    house.passages(new, "Svømmehallen åbner.")
    assert arrive(new) == 0


def test_following_the_same_again_is_the_same_subscription(followed: Subscription) -> None:
    again = follows(followed.user, "  svømmehal ", often=Frequency.WEEKLY)
    assert again.pk == followed.pk
    assert Subscription.objects.get().frequency == Frequency.WEEKLY


def test_a_table_of_contents_is_no_news(followed: Subscription) -> None:
    new = house.version(house.organization())
    house.passages(new, "Godkendelse af dagsorden........... 2\nNy svømmehal........... 3")
    assert arrive(new) == 0
