"""Meeting, AgendaItem and what belongs to them (OParl 1.1's terms where it has them)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from raadhus.cases.models import Case
from raadhus.documents.models import Passage, Sourced, Version
from raadhus.meetings.choices import AttendanceStatus, Corrected, Kind, Outcome, SourceRole, Visibility
from raadhus.meetings.querysets import (
    AgendaItemQuerySet,
    AttachmentQuerySet,
    MeetingQuerySet,
    MeetingSourceQuerySet,
)
from raadhus.organisation.models import Body, Organization, Person


class Meeting(models.Model):
    """One meeting, whatever number of papers have told of it.

    `date` is null where no paper says it; `start` is null where only the day is known.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    date = models.DateField(null=True, blank=True, db_index=True)
    start = models.DateTimeField(null=True, blank=True)
    end = models.DateTimeField(null=True, blank=True)
    location = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    published_at = models.DateTimeField(null=True, blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="meeting_kind"),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(date__isnull=False), name="meeting_start_has_date"
            ),
            models.UniqueConstraint(
                fields=["organization", "start"],
                condition=Q(start__isnull=False),
                name="meeting_identity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization or '?'} {self.date or '?'}"

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.pk])


class MeetingSource(models.Model):
    """A version of the meeting: what one paper told of it, kept whole.

    The best one is `is_current` (minutes before agendas, the meeting's own package before an annex that
    reprints it, the last received before the earlier); it is what the rows show.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="sources")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="meeting_sources")
    role = models.CharField(max_length=10, choices=SourceRole.choices)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    first_page = models.PositiveIntegerField()
    last_page = models.PositiveIntegerField()
    is_current = models.BooleanField(default=False)
    told = models.JSONField()

    objects = MeetingSourceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(role__in=SourceRole.values), name="source_role"),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="source_kind"),
            models.CheckConstraint(
                condition=Q(last_page__gte=models.F("first_page")), name="source_pages_in_order"
            ),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(is_current=True), name="one_current_source"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} <- {self.version_id}"


class AgendaItem(Sourced):
    """A point on the agenda (punkt). Keeps its identity when the agenda is re-issued.

    `dropped` items stood in an earlier version of the agenda and do not in the current one; `standing`
    ones are on every agenda (approval of the minutes, any other business) and no work of their own.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    number = models.CharField(max_length=20)
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=500, blank=True)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, blank=True, related_name="items")
    duration_minutes = models.PositiveIntegerField(null=True, blank=True)
    presenters = models.JSONField(default=list)
    visibility = models.CharField(max_length=10, choices=Visibility.choices, default=Visibility.UNKNOWN)
    closed = models.GeneratedField(
        expression=models.ExpressionWrapper(
            Q(visibility=Visibility.CLOSED), output_field=models.BooleanField()
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    dropped = models.BooleanField(default=False)
    standing = models.BooleanField(default=False)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(visibility__in=Visibility.values), name="item_visibility"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} punkt {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("item", args=[self.pk])


class Recommendation(Sourced):
    """One thing the item asks the body to do (indstilling). Not a decision."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="recommendations")
    position = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="recommendation_position_once")
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.position}"


class Decision(Sourced):
    """What the body did with the item (beslutning), and which kind of doing that was."""

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="decision")
    text = models.TextField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="decision_outcome")
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.outcome}"


class Attendance(Sourced):
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendances")
    status = models.CharField(max_length=10, choices=AttendanceStatus.choices)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="attendance_once"),
            models.CheckConstraint(condition=Q(status__in=AttendanceStatus.values), name="attendance_status"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.status}"


class Attachment(Sourced):
    """An annex (bilag) of an item. Page numbers are the package's; null when it is only named there."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="attachments")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=500)
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="attachments")
    first_page = models.PositiveIntegerField(null=True, blank=True)
    last_page = models.PositiveIntegerField(null=True, blank=True)
    case_number = models.CharField(max_length=60, blank=True)
    document_number = models.CharField(max_length=60, blank=True)
    case_worker = models.CharField(max_length=200, blank=True)
    closed = models.BooleanField(default=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "number"], name="attachment_number_once"),
            models.CheckConstraint(
                condition=Q(first_page__isnull=True) | Q(last_page__gte=models.F("first_page")),
                name="attachment_pages_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} bilag {self.number}"

    def get_absolute_url(self) -> str | None:
        if self.first_page is None:
            return None
        return reverse("document-page", args=[self.version_id, self.first_page])

    @property
    def page_count(self) -> int:
        if self.first_page is None or self.last_page is None:
            return 0
        return self.last_page - self.first_page + 1


class Placement(models.Model):
    """Where in a meeting a passage stands: its item and annex, where it belongs to one."""

    passage = models.OneToOneField(Passage, on_delete=models.CASCADE, related_name="placement")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="placements")
    item = models.ForeignKey(
        AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="placements"
    )
    attachment = models.ForeignKey(
        Attachment, on_delete=models.SET_NULL, null=True, blank=True, related_name="placements"
    )

    def __str__(self) -> str:
        return f"{self.passage_id} -> {self.meeting_id}"


class Minutes(models.Model):
    """The record of a meeting (referat) and when it was adopted."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="minutes")
    adopted_at = models.DateTimeField()
    adopted_by = models.CharField(max_length=150)

    class Meta:
        verbose_name_plural = "minutes"

    def __str__(self) -> str:
        return f"{self.meeting_id}"

    def clean(self) -> None:
        if self.meeting.kind != Kind.MINUTES:
            raise ValidationError("an agenda without decisions has no minutes to adopt")


class Correction(models.Model):
    """What a person put in place of something read wrongly. It stands until somebody takes it back.

    `told` is what the papers say, the latest of them; `value` what holds instead. A case number, an outcome's
    code or an annex's pages ("5-9") are written as text, nothing as "". `annex` (its number, 0 for the item
    itself) and `annex_title` say which annex's pages. `look_again`: a newer paper says a third thing.
    """

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="corrections")
    what = models.CharField(max_length=10, choices=Corrected.choices)
    annex = models.PositiveIntegerField(default=0)
    annex_title = models.CharField(max_length=500, blank=True)
    told = models.TextField(blank=True)
    value = models.TextField(blank=True)
    by = models.CharField(max_length=150)
    at = models.DateTimeField()
    look_again = models.BooleanField(default=False)

    class Meta:
        ordering = ["item", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["item", "what", "annex", "annex_title"], name="corrected_once"),
            models.CheckConstraint(condition=Q(what__in=Corrected.values), name="corrected_what"),
            models.CheckConstraint(
                condition=Q(what=Corrected.PAGES, annex__gte=1) | (~Q(what=Corrected.PAGES) & Q(annex=0)),
                name="corrected_pages_of_annex",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.what}"
