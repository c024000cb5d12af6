"""From an account to a reader: rights follow dated memberships."""

from datetime import date

from django.contrib.auth.models import AnonymousUser

from raadhus.openness import Reader
from raadhus.organisation.models import Membership, User


class UnknownUser(Exception):
    """No active account has that name."""


def reader_of(user: User | AnonymousUser, *, on: date) -> Reader:
    """The reader that `user` is on that day; an administrator sees all, a stranger what is public."""
    if not isinstance(user, User) or not user.is_active:
        return Reader.anonymous()
    if user.is_superuser:
        return Reader(user.username, sees_all=True)
    seats = Membership.objects.on(on).filter(person__user=user)
    return Reader(user.username, organizations=frozenset(seats.values_list("organization_id", flat=True)))


def reader_named(username: str, *, on: date) -> Reader:
    """The reader behind `--as USERNAME`. Raises `UnknownUser`."""
    if username == "anonymous":
        return Reader.anonymous()
    try:
        return reader_of(User.objects.get(username=username, is_active=True), on=on)
    except User.DoesNotExist:
        raise UnknownUser(username) from None
