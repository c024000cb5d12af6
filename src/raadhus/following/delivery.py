"""From matches to mails that have gone out. Mails are rows; whoever takes one by a guarded update sends it.

At least once: a crash between sending and marking sends the same mail again, with the same Message-ID.
"""

import logging
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from raadhus.following.choices import Standing
from raadhus.following.clock import GIVE_UP, due_at, pause_after
from raadhus.following.letters import Letter, in_language_of, letter
from raadhus.following.models import Mail, Match, Subscription
from raadhus.following.telling import absolute, news_of

TAKEN = timedelta(minutes=10)
"""So long a taken mail is left alone; then whoever took it is thought to have died."""

log = logging.getLogger(__name__)


class _Out(Exception):
    """The mail server is out of reach: no use in trying the next mail now."""


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did: mails sent, and mails that still wait."""

    sent: int
    waiting: int


def deliver(*, now: datetime | None = None) -> Round:
    """Write the mails that are due and send what waits; an outage only makes mails wait longer."""
    moment = now or timezone.now()
    _write_mails(moment)
    return Round(sent=_send_due(moment), waiting=Mail.objects.filter(standing=Standing.WAITING).count())


def _write_mails(now: datetime) -> None:
    pending = Match.objects.pending().values("subscription")
    for subscription in Subscription.objects.mailed().filter(pk__in=pending).order_by("pk"):
        _write_mail(subscription.pk, now)


@transaction.atomic
def _write_mail(pk: int, now: datetime) -> None:
    """Put all that is pending into one mail, if it is time; the row is locked, so that it happens once."""
    subscription = Subscription.objects.select_for_update().filter(pk=pk).first()
    oldest = subscription.matches.pending().order_by("at").first() if subscription else None
    if subscription is None or oldest is None:
        return  # somebody else was quicker
    due = due_at(subscription.frequency, oldest.at, hour=settings.RAADHUS_DIGEST_HOUR)  # type: ignore[arg-type]
    if due is None or due > now:
        return
    mail = Mail.objects.create(subscription=subscription, message_id=_new_message_id(), next_try_at=now)
    subscription.matches.pending().update(mail=mail)


def _new_message_id() -> str:
    return f"<{uuid.uuid4().hex}@{urlsplit(settings.RAADHUS_URL).hostname or 'localhost'}>"


def _send_due(now: datetime) -> int:
    """Send each due mail over one connection; return how many went out."""
    due = list(Mail.objects.due(now))
    if not due:
        return 0
    connection = get_connection()
    sent = 0
    try:
        for mail in due:
            sent += _taken(mail, now) and _send(mail, connection, now)
    except _Out:
        log.warning("The mail server cannot be reached; what waits is tried again later.")
    finally:
        _closed(connection)
    return sent


def _taken(mail: Mail, now: datetime) -> bool:
    """Take the mail, unless another process has just done so."""
    mine = Mail.objects.filter(pk=mail.pk, standing=Standing.WAITING, next_try_at=mail.next_try_at)
    mail.attempts += 1
    return bool(mine.update(next_try_at=now + TAKEN, attempts=mail.attempts))


def _send(mail: Mail, connection: BaseEmailBackend, now: datetime) -> bool:
    told = _letter_now(mail)
    if told is None:
        _end(mail, Standing.VOID)
        return False
    try:
        connection.send_messages([_message(mail, told)])
    except (SMTPRecipientsRefused, SMTPDataError) as error:
        _closed(connection)
        _put_off(mail, error, now)
        return False
    except OSError as error:  # what smtplib raises is an OSError too
        _put_off(mail, error, now)
        raise _Out from error
    _end(mail, Standing.SENT)
    return True


def _letter_now(mail: Mail) -> Letter | None:
    """Write what the reader may see at this moment; forget the matches that are no longer the reader's.

    None when nobody wants it any more or nothing is left.
    """
    subscription = Subscription.objects.mailed().filter(pk=mail.subscription_id).first()
    if subscription is None:
        return None
    matches = list(mail.matches.order_by("pk"))
    with in_language_of(subscription):
        news = news_of(matches, subscription)
        kept = {one.match_id for one in news}
        Match.objects.filter(pk__in=[match.pk for match in matches if match.pk not in kept]).delete()
        return letter(subscription, news) if news else None


def _message(mail: Mail, told: Letter) -> EmailMultiAlternatives:
    subscription = mail.subscription
    stop = absolute(reverse("unsubscribe", args=[subscription.token]))
    message = EmailMultiAlternatives(
        subject=told.subject,
        body=told.text,
        to=[subscription.user.email],
        headers={
            "Message-ID": mail.message_id,
            "Auto-Submitted": "auto-generated",
            "Content-Language": subscription.language,
            "List-Unsubscribe": f"<{stop}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
    message.attach_alternative(told.html, "text/html")
    return message


def _end(mail: Mail, standing: Standing) -> None:
    Mail.objects.filter(pk=mail.pk).update(
        standing=standing, sent_at=timezone.now() if standing == Standing.SENT else None, last_error=""
    )


def _put_off(mail: Mail, error: Exception, now: datetime) -> None:
    given_up = now - mail.created_at >= GIVE_UP
    Mail.objects.filter(pk=mail.pk).update(
        standing=Standing.GIVEN_UP if given_up else Standing.WAITING,
        next_try_at=now + pause_after(mail.attempts),
        last_error=f"{type(error).__name__}: {error}"[:300],
    )


def _closed(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError:
        log.info("The mail server hung up before we did.")
