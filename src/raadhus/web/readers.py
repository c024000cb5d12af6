"""From a request to the reader who sent it."""

from django.http import HttpRequest
from django.utils import timezone

from raadhus.openness import Reader
from raadhus.organisation.readers import reader_of


def reader_in(request: HttpRequest) -> Reader:
    """Return who reads. Worked out once for each request, with the memberships of the day."""
    known: Reader | None = getattr(request, "_raadhus_reader", None)
    if known is None:
        known = reader_of(request.user, on=timezone.localdate())
        request._raadhus_reader = known  # type: ignore[attr-defined]
    return known
