"""What the language model was asked for, counted; and the switch that turns it off.

A call keeps no word of the question and none of the passages: both may be closed, and what is needed to see cost,
speed and how much was dropped are figures.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from raadhus.assistant.choices import Asker, Ending


class ModelCall(models.Model):
    """One call, or one that was not made and why. `dropped` counts the sentences by reason.

    `user` is null for those without an account (`asker` tells which) and for an account that is gone. Tokens are
    the server's own count, or `estimated`; `cost` is null where no price is set.
    """

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    asker = models.CharField(max_length=10, choices=Asker.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    model = models.CharField(max_length=200)
    ending = models.CharField(max_length=15, choices=Ending.choices, default=Ending.STARTED)
    tokens_in = models.PositiveIntegerField(default=0)
    tokens_out = models.PositiveIntegerField(default=0)
    estimated = models.BooleanField(default=False)
    milliseconds = models.PositiveIntegerField(default=0)
    cost = models.DecimalField(max_digits=12, decimal_places=6, null=True, blank=True)
    kept = models.PositiveIntegerField(default=0)
    dropped = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(asker__in=Asker.values), name="model_call_asker"),
            models.CheckConstraint(condition=Q(ending__in=Ending.values), name="model_call_ending"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.model} {self.ending}"


class ModelSwitch(models.Model):
    """One row: while `off`, no process calls the model, also those that run already. No row: on."""

    off = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)
    changed_by = models.CharField(max_length=150)

    class Meta:
        verbose_name_plural = "model switches"
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="model_switch_only_one")]

    def __str__(self) -> str:
        return "off" if self.off else "on"
