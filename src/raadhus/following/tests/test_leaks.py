"""Alerts never tell more than their reader may see at the moment of sending."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from raadhus.documents.models import Version
from raadhus.following.choices import Frequency, Standing
from raadhus.following.delivery import deliver
from raadhus.following.matching import match
from raadhus.following.models import Mail, Match
from raadhus.following.tests.readers import account, arrive, everything_is_sent, follows
from raadhus.meetings.choices import Visibility
from raadhus.organisation.models import Membership
from raadhus.search.tests import house

pytestmark = pytest.mark.django_db
SECRET = "Havnefirmaet"


def told(username: str) -> list[str]:
    """All that was sent to that person, subjects and headers with it."""
    return [str(m.message()) for m in mail.outbox if m.to == [f"{username}@example.dk"]]


def closed_paper() -> Version:
    """A paper of the council with the secret in every closed place, and one open passage."""
    version = house.version(house.organization())
    house.place(house.item(version, "Bad"), *house.passages(version, "Broen åbner i maj."))
    house.passages(version, f"{SECRET} køber broen.", closed=True)
    item = house.item(version, f"Salg til {SECRET}", closed=True, case="EMN-2026-000300")
    house.place(item, *house.passages(version, "Broen er til salg."))
    return version


@pytest.mark.parametrize(("who", "mails"), [("citizen", 1), ("other", 1), ("member", 3)])
def test_each_is_told_what_that_reader_may_see(who: str, mails: int) -> None:
    council = house.organization()
    seats = {"citizen": [], "other": [house.organization("Fugleudvalget")], "member": [council]}[who]
    user = account(who, *seats)
    follows(user, "broen")
    follows(user, SECRET)
    follows(user, case="EMN-2026-000300")
    arrive(closed_paper())
    everything_is_sent()
    assert len(told(who)) == mails
    if who != "member":
        assert Match.objects.count() == 1
        assert not any(SECRET in text or "EMN-2026-000300" in text for text in told(who))


def test_closed_words_are_not_in_the_mail_of_those_who_may_read_them() -> None:
    anna = account("anna", house.organization())
    follows(anna, "broen")
    arrive(closed_paper())
    everything_is_sent()
    (text,) = told("anna")
    assert SECRET not in text
    assert "til salg" not in text
    assert "Log ind" in mail.outbox[0].body
    assert "Broen =C3=A5bner i maj" in text or "Broen åbner i maj" in mail.outbox[0].body


def test_when_membership_ends_closed_matches_stop() -> None:
    anna = account("anna", house.organization())
    follows(anna, SECRET, often=Frequency.DAILY)
    arrive(closed_paper())
    assert Match.objects.count() > 0
    Membership.objects.update(end_date=timezone.localdate() - timedelta(days=1))
    deliver(now=timezone.now() + timedelta(days=2))
    assert mail.outbox == []
    assert Mail.objects.get().standing == Standing.VOID
    assert not Match.objects.exists()


def test_a_right_that_ends_while_the_mail_waits_is_not_used(settings: object) -> None:
    anna = account("anna", house.organization())
    follows(anna, "broen")
    arrive(closed_paper())
    settings.EMAIL_BACKEND = "raadhus.following.tests.post_office.NoPostToday"  # type: ignore[attr-defined]
    everything_is_sent()
    assert Mail.objects.get().standing == Standing.WAITING
    Membership.objects.all().delete()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # type: ignore[attr-defined]
    deliver(now=timezone.now() + timedelta(hours=1))
    assert "Log ind" not in mail.outbox[0].body
    assert "Broen åbner i maj." in mail.outbox[0].body


def test_what_was_closed_after_it_matched_is_not_told() -> None:
    bo = account("bo")
    follows(bo, "broen", often=Frequency.DAILY)
    version = house.version(house.organization())
    item = house.item(version, "Bad")
    house.place(item, *house.passages(version, "Broen åbner i maj."))
    assert arrive(version) == 1
    item.visibility = Visibility.CLOSED
    item.save()
    deliver(now=timezone.now() + timedelta(days=2))
    assert mail.outbox == []


def test_who_has_no_account_any_more_is_told_nothing() -> None:
    bo = account("bo")
    follows(bo, "broen")
    arrive(closed_paper())
    bo.is_active = False
    bo.save()
    everything_is_sent()
    assert mail.outbox == []


def test_no_text_of_a_paper_lies_in_the_queue() -> None:
    follows(account("anna", house.organization()), SECRET)
    arrive(closed_paper())
    match()
    rows = [*Match.objects.values(), *Mail.objects.values()]
    assert "broen" not in str(rows).lower()
