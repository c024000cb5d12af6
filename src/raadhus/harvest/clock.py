"""Which hosts are due, and their rounds a piece at a time: what a worker does between its other work."""

import logging
import time

from django.db.models import F, Q
from django.utils import timezone

from raadhus.harvest.harvesting import AGAIN, Busy, Nameless, Round, harvest
from raadhus.harvest.models import Source
from raadhus.openness import Reader

log = logging.getLogger(__name__)


def run_due(*, seconds: float) -> list[Round]:
    """Do pieces of due rounds for about so many seconds, the one that has waited longest first. A host that fails
    stops no other; one whose piece is done goes to the back of the queue."""
    done: list[Round] = []
    now, ends = timezone.now(), time.monotonic() + seconds
    due = Source.objects.filter(Q(due_at=None) | Q(due_at__lte=now), active=True)
    for source in due.order_by(F("due_at").asc(nulls_first=True), "pk"):
        left = ends - time.monotonic()
        if left < 0 and done:
            break
        try:
            done.append(harvest(source, by=Reader.operator(), seconds=max(left, 0.0), relist=False))
        except Busy:
            continue
        except (Nameless, OSError) as error:
            log.warning("%s was not harvested: %s", source, error)
            Source.objects.filter(pk=source.pk).update(trouble=str(error), due_at=now + AGAIN)
    return done
