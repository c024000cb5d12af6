"""Case (sag) and the steps of its route (sagsforløb)."""

from typing import Any

from django.db import models
from django.urls import reverse

from raadhus.core.case_numbers import normal_case_number
from raadhus.documents.models import Sourced, Version
from raadhus.openness import Reader, visible
from raadhus.organisation.models import Body, Organization


class CaseQuerySet(models.QuerySet["Case"]):
    def numbered(self, number: str) -> "CaseQuerySet":
        """The case of that number, however it is written; one for each municipality at most."""
        return self.filter(key=normal_case_number(number)).order_by("body")


class Case(models.Model):
    """What one case number ties together. Knowing a number gives no right to what is in it.

    `number` is as the first paper wrote it, `key` the one form that all ways of writing it share.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="cases")
    number = models.CharField(max_length=60)
    key = models.CharField(max_length=80, editable=False)

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["body", "key"], name="case_identity")]
        indexes = [models.Index(fields=["key"], name="cases_case_key_idx")]

    def __str__(self) -> str:
        return self.number

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = normal_case_number(self.number)
        super().save(*args, **kwargs)

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
        indexes = [models.Index(fields=["date"], name="step_by_day")]

    def __str__(self) -> str:
        return f"{self.case}: {self.organization_name} {self.date or ''}"
