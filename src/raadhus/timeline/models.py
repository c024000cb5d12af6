"""Link: one reason to hold an item for a part of a case, or two items for the same case."""

from django.db import models
from django.db.models import Q

from raadhus.cases.models import Case, Step
from raadhus.documents.models import Sourced
from raadhus.meetings.models import AgendaItem
from raadhus.timeline.choices import LinkKind, LinkStatus
from raadhus.timeline.querysets import LinkQuerySet


class Link(Sourced):
    """`item` belongs to `case`, or is the same case as `other`: exactly one of the two is set.

    What is found is found again at every import, changed or taken away as the papers change. What a person
    has confirmed or rejected stays. `facts` is what the reason sentence is made of; the source is the place
    in the papers that says so.
    """

    kind = models.CharField(max_length=20, choices=LinkKind.choices)
    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(
        AgendaItem, on_delete=models.CASCADE, null=True, blank=True, related_name="links_back"
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, blank=True, related_name="links")
    step = models.ForeignKey(Step, on_delete=models.CASCADE, null=True, blank=True, related_name="links")
    score = models.FloatField()
    facts = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=LinkStatus.choices, default=LinkStatus.FOUND)

    objects = LinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=LinkKind.values), name="link_kind"),
            models.CheckConstraint(condition=Q(status__in=LinkStatus.values), name="link_status"),
            models.CheckConstraint(
                condition=Q(other__isnull=True, case__isnull=False)
                | Q(other__isnull=False, case__isnull=True),
                name="link_to_one_thing",
            ),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="link_score"),
            models.UniqueConstraint(
                fields=["item", "case", "kind"], condition=Q(case__isnull=False), name="link_to_case_once"
            ),
            models.UniqueConstraint(
                fields=["item", "other", "kind"], condition=Q(other__isnull=False), name="link_to_item_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.item_id} -> {self.other_id or self.case}"

    @property
    def counts(self) -> bool:
        """True when the two are taken for the same case, not only perhaps."""
        if self.status == LinkStatus.FOUND:
            return self.score >= SURE
        return self.status == LinkStatus.CONFIRMED


LONGEST_TERM = 200


class TitleTerm(models.Model):
    """A word, or two that follow each other, of a title that is compared with others; `day` is its meeting's.

    Where titles like a new one are looked up; made of the items' titles and nothing else.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="+")
    term = models.CharField(max_length=LONGEST_TERM)
    day = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["term", "day"], name="title_term_by_day")]
        constraints = [models.UniqueConstraint(fields=["item", "term"], name="title_term_once")]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.term}"


SURE = 0.8
"""From this score on a found link counts; below it is a suggestion."""
