"""The verbs of a subscription: each checks the right, changes, and writes the journal in one transaction.

The journal says that somebody follows something, never what.
"""

from django.db import transaction

from raadhus.core.journal import record
from raadhus.following.choices import Frequency, Kind
from raadhus.following.models import Subscription
from raadhus.following.query import Query, query_in
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import User


class NothingToFollow(Exception):
    """The query asks for nothing: everything would match."""


@transaction.atomic
def follow(
    query: Query, *, kind: Kind, frequency: Frequency, user: User, by: Reader, language: str = "da"
) -> Subscription:
    """Tell `user` from now on what is new. Following the same again keeps the one there is, unpaused.

    Raises `NotAllowed` for another's account, `NothingToFollow` for an empty query.
    """
    query = query_in(query.address)  # in the one way it is spelt
    if query.is_empty or (kind == Kind.CASE and not query.case):
        raise NothingToFollow
    if by.username != user.username and not by.sees_all:
        raise NotAllowed(by, "follow for another")
    subscription, created = Subscription.objects.update_or_create(
        user=user,
        kind=kind,
        address=query.address,
        defaults={"frequency": frequency, "language": language, "paused": False},
    )
    verb = "subscription.created" if created else "subscription.changed"
    record(verb, subscription, actor=by.username, frequency=frequency)
    return subscription


@transaction.atomic
def change_frequency(subscription: Subscription, *, to: Frequency, by: Reader) -> None:
    """Tell as often as `to` says; what is waiting follows the new clock. Raises `NotAllowed`."""
    _require_owner(subscription, by)
    subscription.frequency = to
    subscription.save(update_fields=["frequency"])
    record("subscription.changed", subscription, actor=by.username, frequency=to)


@transaction.atomic
def pause(subscription: Subscription, *, by: Reader) -> None:
    """Look for nothing and send nothing until it is resumed. Raises `NotAllowed`."""
    _require_owner(subscription, by)
    _set_paused(subscription, paused=True, actor=by.username)


@transaction.atomic
def resume(subscription: Subscription, *, by: Reader) -> None:
    """Look again, at what comes from now on. Raises `NotAllowed`."""
    _require_owner(subscription, by)
    _set_paused(subscription, paused=False, actor=by.username)


@transaction.atomic
def unsubscribe(token: str) -> Subscription | None:
    """Pause the subscription that the token belongs to; None when there is none. Twice does no harm.

    The token is right enough: it stands in the mail that is no longer wanted.
    """
    subscription = Subscription.objects.filter(token=token).first()
    if subscription is not None and not subscription.paused:
        _set_paused(subscription, paused=True, actor="unsubscribe")
    return subscription


@transaction.atomic
def delete(subscription: Subscription, *, by: Reader) -> None:
    """Forget the subscription and all that it found. Raises `NotAllowed`."""
    _require_owner(subscription, by)
    record("subscription.deleted", subscription, actor=by.username)
    subscription.delete()


def _set_paused(subscription: Subscription, *, paused: bool, actor: str) -> None:
    subscription.paused = paused
    subscription.save(update_fields=["paused"])
    if paused:
        subscription.matches.pending().delete()
    record("subscription.paused" if paused else "subscription.resumed", subscription, actor=actor)


def _require_owner(subscription: Subscription, reader: Reader) -> None:
    if subscription.user.username != reader.username and not reader.sees_all:
        raise NotAllowed(reader, "change another's subscription")
