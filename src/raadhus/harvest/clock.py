"""Which hosts are due, and their rounds a piece at a time: what a worker does between its other work."""

import logging

from django.db.models import Q
from django.utils import timezone

from raadhus.harvest.harvesting import AGAIN, Busy, Nameless, Round, harvest
from raadhus.harvest.models import Source
from raadhus.openness import Reader

log = logging.getLogger(__name__)


def run_due(*, seconds: float) -> list[Round]:
    """Do a piece of each due host's round, for about so many seconds each. A host that fails stops no other."""
    done = []
    now = timezone.now()
    for source in Source.objects.filter(Q(due_at=None) | Q(due_at__lte=now), active=True):
        try:
            done.append(harvest(source, by=Reader.operator(), seconds=seconds, relist=False))
        except Busy:
            continue
        except (Nameless, OSError) as error:
            log.warning("%s was not harvested: %s", source, error)
            Source.objects.filter(pk=source.pk).update(trouble=str(error), due_at=now + AGAIN)
    return done
