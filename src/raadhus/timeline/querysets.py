"""Questions about links in the domain's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from raadhus.openness import Reader, visible

if TYPE_CHECKING:  # named in quotes below
    from raadhus.timeline.models import Link  # noqa: F401


class LinkQuerySet(models.QuerySet["Link"]):
    def visible_to(self, reader: Reader) -> LinkQuerySet:
        """Those of which the reader may see both ends, and the paper that says so."""
        if reader.sees_all:  # an empty condition would leave "or" with its other half alone
            return self.all()
        return self.filter(
            _item(reader, "item"),
            Q(other__isnull=True) | _item(reader, "other"),
            Q(step__isnull=True)
            | visible(
                reader,
                organization="step__version__organization",
                published="step__version__published_at",
                closed="step__closed",
            ),
            Q(source_page__isnull=True)
            | visible(
                reader,
                organization="source_page__version__organization",
                published="source_page__version__published_at",
            ),
        )

    def along(self) -> LinkQuerySet:
        """With what a reason sentence and a right to decide are made of."""
        return self.select_related(
            "item__meeting__organization",
            "item__case",
            "other__meeting__organization",
            "other__case",
            "case",
            "source_page",
        ).defer("source_page__text")


def _item(reader: Reader, which: str) -> Q:
    return visible(
        reader,
        organization=f"{which}__meeting__organization",
        published=f"{which}__meeting__published_at",
        closed=f"{which}__closed",
    )
