"""Mail through a server that refuses, hangs up and comes back; nothing is lost and nobody is told twice."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from email.header import decode_header, make_header
from typing import Any

import pytest
from django.utils import timezone

from raadhus.following import delivery
from raadhus.following.actions import unsubscribe
from raadhus.following.choices import Standing
from raadhus.following.delivery import deliver
from raadhus.following.models import Mail
from raadhus.following.tests.post_office import PostOffice, opened, part
from raadhus.following.tests.readers import account, arrive, follows
from raadhus.search.tests import house

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(settings: Any) -> Iterator[PostOffice]:
    with opened() as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        yield office


@pytest.fixture
def news(db: None) -> None:
    """Bo and Carla follow the bridge, and there is news of it."""
    for name in ("bo", "carla"):
        follows(account(name, name=name.capitalize()), "broen")
    version = house.version(house.organization())
    house.place(house.item(version, "Bro over havnen"), *house.passages(version, "Broen åbner i maj."))
    assert arrive(version) == 2


def later(**time: int) -> datetime:
    return timezone.now() + timedelta(**time)


def test_bo_is_told_with_the_sentence_the_place_and_a_way_out(news: None, office: PostOffice) -> None:
    assert deliver().sent == 2
    mail = office.received[0]
    body = part(mail, "plain")
    assert "Hej Bo" in body
    assert "»Broen åbner i maj.«" in body
    assert "Byrådet, 4. marts 2026, punkt 1" in body
    assert "http://127.0.0.1:8000/dokument/" in body
    assert "/afmeld" in body
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mail["List-Unsubscribe"].strip().startswith("<http://127.0.0.1:8000/abonnement/")


def test_the_mail_says_the_same_as_html(office: PostOffice) -> None:
    follows(account("bo", name="Bo"), "broen")
    version = house.version(house.organization())
    house.place(house.item(version, "Bro & <dok>"), *house.passages(version, "Broen åbner i maj."))
    arrive(version)
    deliver()

    (mail,) = office.received
    page = part(mail, "html")
    assert mail.get_content_type() == "multipart/alternative"
    assert "Bro &amp; &lt;dok&gt;" in page
    assert "Bro & <dok>" in part(mail, "plain")
    assert "»Broen åbner i maj.«" in page
    assert all(link in page for link in re.findall(r"http://\S+", part(mail, "plain")) if "&" not in link)
    assert str(make_header(decode_header(mail["Subject"]))) == "Nyt om »broen«: Bro & <dok>"


def test_nobody_is_told_twice(news: None, office: PostOffice) -> None:
    deliver()
    assert deliver(now=later(days=30)).sent == 0
    assert len(office.received) == 2


def test_an_outage_is_survived(news: None, office: PostOffice) -> None:
    office.close()
    assert deliver().waiting == 2
    assert deliver(now=later(minutes=5)).waiting == 2
    office.open()
    assert deliver(now=later(hours=3)).sent == 2
    assert {m["To"] for m in office.received} == {"bo@example.dk", "carla@example.dk"}


def test_a_server_that_hangs_up_is_tried_again(news: None, office: PostOffice) -> None:
    office.hangs_up = True
    assert deliver().sent == 0
    assert Mail.objects.filter(attempts=1).get().last_error
    office.hangs_up = False
    assert deliver(now=later(hours=2)).sent == 2


def test_a_mailbox_that_is_refused_does_not_hold_up_the_others(news: None, office: PostOffice) -> None:
    office.refused = {"bo@example.dk"}
    assert deliver().sent == 1
    assert office.received[0]["To"] == "carla@example.dk"
    refused = Mail.objects.get(standing=Standing.WAITING)
    assert "550" in refused.last_error
    deliver(now=later(days=6))
    refused.refresh_from_db()
    assert refused.standing == Standing.GIVEN_UP


def test_a_busy_server_is_asked_less_and_less_often(news: None, office: PostOffice) -> None:
    office.answer = "451 try again later"
    now = timezone.now()
    pauses = []
    for _ in range(4):
        deliver(now=now)
        after = Mail.objects.order_by("pk").first()
        assert after is not None
        pauses.append(after.next_try_at - now)
        now = after.next_try_at
    assert pauses == [timedelta(minutes=m) for m in (1, 2, 4, 8)]


def test_a_crash_after_sending_sends_again_with_the_same_name(
    news: None, office: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(delivery, "_end", crash)
        with pytest.raises(SystemExit):
            deliver()
    assert deliver(now=later(minutes=5)).sent == 1  # the other one; the taken mail is left alone for a while
    assert deliver(now=later(minutes=11)).sent == 1
    names = [m["Message-ID"] for m in office.received]
    assert len(names) == 3
    assert names[0] == names[2] != names[1]


def test_a_mail_that_another_process_has_taken_is_left_to_it(news: None, office: PostOffice) -> None:
    delivery._write_mails(timezone.now())
    mine = Mail.objects.order_by("pk").first()
    assert mine is not None
    theirs = Mail.objects.get(pk=mine.pk)
    assert delivery._taken(theirs, timezone.now())
    assert not delivery._taken(mine, timezone.now())


def test_who_unsubscribes_while_the_mail_waits_gets_none(news: None, office: PostOffice) -> None:
    office.close()
    deliver()
    mail = Mail.objects.select_related("subscription").order_by("pk")[0]
    unsubscribe(mail.subscription.token)
    office.open()
    deliver(now=later(hours=2))
    mail.refresh_from_db()
    assert mail.standing == Standing.VOID
    assert len(office.received) == 1


def test_jens_reads_his_mail_in_english(office: PostOffice) -> None:
    follows(account("jens"), "broen", language="en")
    version = house.version(house.organization())
    house.passages(version, "Broen åbner i maj.")
    arrive(version)
    deliver()
    (mail,) = office.received
    text = part(mail, "plain")
    assert "Hello Jens" in text
    assert "»Broen åbner i maj.«" in text


def test_a_subject_cannot_carry_headers(office: PostOffice) -> None:
    follows(account("bo"), "broen\nBcc: alle@example.dk")
    version = house.version(house.organization())
    house.passages(version, "Broen Bcc alle example dk.")
    arrive(version)
    deliver()
    assert all(m["Bcc"] is None for m in office.received)
