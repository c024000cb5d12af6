"""The rule of openness as a query: the same for meetings, items, pages and passages."""

from django.db.models import Q
from django.utils import timezone

from raadhus.openness._reader import Reader


def visible(reader: Reader, *, organization: str, published: str, closed: str | None = None) -> Q:
    """Return the condition under which `reader` may see a row.

    `organization`, `published` and `closed` are field paths from the row: the organization whose
    members may always see it, the moment from which it is public (null: a draft), and the flag that
    keeps it from the public.
    """
    if reader.sees_all:
        return Q()
    public = Q(**{f"{published}__lte": timezone.now()})
    if closed is not None:
        public &= Q(**{closed: False})
    if not reader.organizations:
        return public
    return public | Q(**{f"{organization}__in": reader.organizations})
