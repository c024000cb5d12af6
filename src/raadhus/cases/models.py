"""Case (sag) and the steps of its route (sagsforløb)."""

from django.db import models
from django.urls import reverse

from raadhus.documents.models import Sourced, Version
from raadhus.openness import Reader, visible
from raadhus.organisation.models import Body, Organization


class Case(models.Model):
    """What one case number ties together. Knowing a number gives no right to what is in it."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="cases")
    number = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "number"], name="case_identity")]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("case", args=[self.number])


class StepQuerySet(models.QuerySet["Step"]):
    def visible_to(self, reader: Reader) -> "StepQuerySet":
        return self.filter(
            visible(
                reader,
                organization="version__organization",
                published="version__published_at",
                closed="closed",
            )
        )


class Step(Sourced):
    """What a body did with the case at an earlier meeting, as a later paper tells it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="steps")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="steps")
    organization_name = models.CharField(max_length=200)
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="case_steps"
    )
    date = models.DateField(null=True, blank=True)
    number = models.CharField(max_length=20, blank=True)
    text = models.TextField(blank=True)
    closed = models.BooleanField(default=False)

    objects = StepQuerySet.as_manager()

    class Meta:
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return f"{self.case}: {self.organization_name} {self.date or ''}"
