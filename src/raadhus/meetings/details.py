"""What there is to show of an item besides itself, fetched in a fixed number of queries."""

from django.db.models import Prefetch

from raadhus.meetings.models import Attachment, Recommendation
from raadhus.meetings.querysets import AgendaItemQuerySet
from raadhus.openness import Reader


def with_details(items: AgendaItemQuerySet, *, reader: Reader) -> AgendaItemQuerySet:
    """Fetch along each item's meeting, case, decision, recommendations, the annexes the reader may see,
    and the pages they were read on (without the pages' texts)."""
    along = ("meeting__organization", "case", "source_page", "decision__source_page")
    return (
        items.select_related(*along)
        .defer("source_page__text", "decision__source_page__text")
        .prefetch_related(
            Prefetch("attachments", Attachment.objects.visible_to(reader)),
            Prefetch(
                "recommendations",
                Recommendation.objects.select_related("source_page").defer("source_page__text"),
            ),
        )
    )
