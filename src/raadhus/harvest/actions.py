"""The verbs of a source: follow a host, and stop doing so. Only the operator may: rounds act as the operator."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.core.journal import record
from raadhus.harvest._network import is_private, machines_of, origin_of
from raadhus.harvest.models import Source
from raadhus.openness import NotAllowed, Reader
from raadhus.organisation.models import Body

USUAL_HOURS = 24


class NoSource(Exception):
    """The address cannot be followed; the message is a sentence for people."""


def follow(
    address: str,
    *,
    by: Reader,
    body: str | None = None,
    every_hours: int | None = None,
    once_only: bool = False,
) -> Source:
    """Follow the host at `address` for the municipality `body`, beginning now.

    `once_only`: not again by itself. Otherwise every so many hours; None leaves that, and the municipality, as it was:
    24, and the one that settings name, for a new host. Raises `NotAllowed`, `NoSource`.
    """
    require_operator(by)
    try:
        origin = origin_of(address)
    except (ValueError, UnicodeError):
        raise NoSource(_("Adressen kan ikke bruges: %s") % address) from None
    private = _is_private(origin)
    with transaction.atomic():
        source = Source.objects.filter(address=origin).first() or _new(origin, body)
        if body is not None and source.body.name != body:
            raise NoSource(
                _("%(address)s hører allerede til %(body)s.") % {"address": origin, "body": source.body}
            )
        hours = None if once_only else every_hours or source.every_hours or USUAL_HOURS
        source.active, source.every_hours, source.private = hours is not None, hours, private
        source.due_at = source.due_at or timezone.now()
        source.save()
        record("source.followed", source, actor=by.username, address=origin, every_hours=hours)
    return source


def _new(origin: str, body: str | None) -> Source:
    name = body or settings.RAADHUS_BODY
    return Source(address=origin, body=Body.objects.get_or_create(name=name)[0])


def require_operator(by: Reader) -> None:
    """Raise `NotAllowed` unless `by` may see and do everything."""
    if not by.sees_all:
        raise NotAllowed(by, "harvest")


def _is_private(origin: str) -> bool:
    """Whether the address given lies inside a network of our own: then, and only then, may rounds go there."""
    host = origin.split("://", 1)[1]
    name = host[1 : host.index("]")] if host.startswith("[") else host.partition(":")[0]
    try:
        return is_private(machines_of(name))
    except (OSError, UnicodeError):
        raise NoSource(_("Der findes ingen vært ved navn %s.") % name) from None
