"""What was taken in, when, by whom, and what became of each file."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from raadhus.documents.models import Version


class IngestRun(models.Model):
    by = models.CharField(max_length=150)
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M} {self.by}"


class IngestStatus(models.TextChoices):
    IMPORTED = "imported", _("indlæst")
    UNCHANGED = "unchanged", _("uændret")
    UPDATED = "updated", _("ny udgave")
    REFUSED = "refused", _("afvist")


class IngestedFile(models.Model):
    run = models.ForeignKey(IngestRun, on_delete=models.CASCADE, related_name="files")
    file_name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=10, choices=IngestStatus.choices)
    reason = models.TextField(blank=True)
    version = models.ForeignKey(
        Version, on_delete=models.CASCADE, null=True, blank=True, related_name="ingested_as"
    )
    warnings = models.JSONField(default=list)
    left = models.PositiveIntegerField(default=0)
    """So many of the warnings nobody has looked at; 0 as soon as a newer reading of the file has its own."""

    class Meta:
        indexes = [models.Index(fields=["version"], condition=Q(left__gt=0), name="warnings_left")]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=IngestStatus.values), name="ingest_status"),
            models.CheckConstraint(condition=~Q(status="refused") | ~Q(reason=""), name="refused_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.file_name}: {self.status}"


class AcceptedWarning(models.Model):
    """A warning that a person has looked at: what was read is right, or has been corrected."""

    file = models.ForeignKey(IngestedFile, on_delete=models.CASCADE, related_name="accepted")
    position = models.PositiveIntegerField()
    by = models.CharField(max_length=150)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "position"], name="warning_accepted_once")]

    def __str__(self) -> str:
        return f"{self.file_id}: {self.position}"
