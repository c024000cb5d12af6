"""The verbs of a source: follow a host, and stop doing so. Only the operator may: rounds act as the operator."""

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


def follow(address: str, *, by: Reader, body: Body, every_hours: int | None = USUAL_HOURS) -> Source:
    """Follow the host at `address` every so many hours (None: only when asked), beginning now.

    Following it already changes how often. Raises `NotAllowed`, `NoSource`.
    """
    require_operator(by)
    try:
        origin = origin_of(address)
    except (ValueError, UnicodeError):
        raise NoSource(_("Adressen kan ikke bruges: %s") % address) from None
    private = _is_private(origin)
    with transaction.atomic():
        source, created = Source.objects.get_or_create(
            address=origin, defaults={"body": body, "every_hours": every_hours, "private": private}
        )
        if not created and source.body_id != body.pk:
            raise NoSource(
                _("%(address)s hører allerede til %(body)s.") % {"address": origin, "body": source.body}
            )
        source.active, source.every_hours, source.private = every_hours is not None, every_hours, private
        source.due_at = source.due_at or timezone.now()
        source.save(update_fields=["active", "every_hours", "private", "due_at"])
        record("source.followed", source, actor=by.username, address=origin, every_hours=every_hours)
    return source


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
