"""What is followed, and what is known of each meeting and annex there. The rows are the place a round goes on from."""

from django.db import models
from django.db.models import Q

from raadhus.documents.models import Version
from raadhus.organisation.models import Body


class Source(models.Model):
    """A publication host. `every_hours` is the pause between rounds, null: only when somebody asks for it.

    `listed_at` is when its list was last read whole; `succeeded_at` when a round last got through everything;
    `due_at` when the next one begins. `private`: the address given lies inside a network that is not public.
    `suspicion` says what looked wrong in the last list, `doubted` how many meetings it lacked, `trouble` why the last
    round ended early.
    """

    address = models.CharField(max_length=300, unique=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="harvest_sources")
    active = models.BooleanField(default=True)
    every_hours = models.PositiveIntegerField(null=True)
    private = models.BooleanField(default=False)
    due_at = models.DateTimeField(null=True)
    listed_at = models.DateTimeField(null=True)
    succeeded_at = models.DateTimeField(null=True)
    list_etag = models.CharField(max_length=300, blank=True)
    list_modified = models.CharField(max_length=100, blank=True)
    doubted = models.PositiveIntegerField(default=0)
    suspicion = models.TextField(blank=True)
    trouble = models.TextField(blank=True)

    class Meta:
        ordering = ["address"]
        constraints = [
            models.CheckConstraint(
                condition=Q(every_hours=None) | Q(every_hours__gte=1), name="source_rests"
            ),
        ]

    def __str__(self) -> str:
        return self.address


class RemoteMeeting(models.Model):
    """A meeting as the host lists it. When minutes replace the agenda they are a new row: the host gives a new id.

    `listed` is the checksum of its entry in the list; `wanted`: to be asked for in this round. `sha256`, `etag` and
    `modified` are those of the agenda that became `version`; `annexes_at` is when each annex was last asked for.
    `gone_at`: no longer in the list; `withdrawn_at`: and therefore withdrawn from view. `trouble` says what went wrong
    with it last.
    """

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="meetings")
    remote_id = models.CharField(max_length=80)
    committee = models.CharField(max_length=300)
    title = models.CharField(max_length=300, blank=True)
    date = models.DateField(null=True)
    listed = models.CharField(max_length=64)
    wanted = models.BooleanField(default=True)
    sha256 = models.CharField(max_length=64, blank=True)
    etag = models.CharField(max_length=300, blank=True)
    modified = models.CharField(max_length=100, blank=True)
    version = models.ForeignKey(Version, on_delete=models.SET_NULL, null=True, related_name="harvested_as")
    seen_at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    annexes_at = models.DateTimeField(null=True)
    gone_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)

    class Meta:
        ordering = ["-date", "committee", "remote_id"]
        constraints = [
            models.UniqueConstraint(fields=["source", "remote_id"], name="remote_meeting_once"),
        ]
        indexes = [
            models.Index(fields=["source"], condition=Q(wanted=True), name="remote_meeting_wanted"),
        ]

    def __str__(self) -> str:
        return f"{self.committee} {self.date or '?'}"


class RemoteAnnex(models.Model):
    """An annex's file on the host; "" for `sha256`: it has not come. `gone_at`: the host shows it no longer."""

    meeting = models.ForeignKey(RemoteMeeting, on_delete=models.CASCADE, related_name="annexes")
    remote_id = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64, blank=True)
    etag = models.CharField(max_length=300, blank=True)
    modified = models.CharField(max_length=100, blank=True)
    gone_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "remote annexes"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "remote_id"], name="remote_annex_once"),
        ]
        indexes = [models.Index(fields=["sha256"], name="remote_annex_by_file")]

    def __str__(self) -> str:
        return f"{self.meeting_id}: {self.remote_id}"
