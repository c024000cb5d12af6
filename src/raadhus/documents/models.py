"""Document, Version, Page, Passage. A page's text is kept once; everything else points into it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from raadhus.openness import Reader, visible
from raadhus.organisation.models import Body, Organization

_DATA = ("application/xml", "application/json")


class Document(models.Model):
    """What stays the same while versions come and go: a package, or a document of its own."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="documents")
    title = models.CharField(max_length=500)

    def __str__(self) -> str:
        return self.title


class VersionQuerySet(models.QuerySet["Version"]):
    def visible_to(self, reader: Reader) -> "VersionQuerySet":
        """Those whose existence the reader may know of; pages and passages have rules of their own."""
        return self.filter(visible(reader, organization="organization", published="published_at"))

    def readable_by(self, reader: Reader) -> "VersionQuerySet":
        """Those of which the reader may read something. The title of a wholly closed one may tell too much."""
        pages = Page.objects.visible_to(reader).filter(version=models.OuterRef("pk"))
        passages = Passage.objects.visible_to(reader).filter(page__version=models.OuterRef("pk"))
        return self.visible_to(reader).filter(models.Exists(pages) | models.Exists(passages))


class Version(models.Model):
    """One file as it was received. `published_at` null: a draft, for the organization's own eyes."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, unique=True)
    file_name = models.CharField(max_length=300)
    size = models.PositiveBigIntegerField()
    format = models.CharField(max_length=60)
    media_type = models.CharField(max_length=120)
    page_count = models.PositiveIntegerField()
    received_at = models.DateTimeField()
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="versions"
    )
    published_at = models.DateTimeField(null=True, blank=True)

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_number_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.document}, {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.pk])

    @property
    def may_name_files(self) -> bool:
        """True for a file that may name further ones, which may come later than it."""
        return self.is_for_programs or self.media_type == "text/html"

    @property
    def is_for_programs(self) -> bool:
        """True for a file that one system wrote for another."""
        return self.media_type in _DATA

    def original_visible_to(self, reader: Reader) -> bool:
        """The whole file may be handed out only where every page of it may be shown.

        A manifest holds more than its pages do (addresses, drafts, whoever wrote what): it is for the
        organization itself.
        """
        if self.is_for_programs:
            return reader.belongs_to(self.organization_id)
        pages = Page.objects.filter(version=self)
        return pages.visible_to(reader).count() == pages.count()


class PageQuerySet(models.QuerySet["Page"]):
    def visible_to(self, reader: Reader) -> "PageQuerySet":
        return self.filter(
            visible(
                reader,
                organization="version__organization",
                published="version__published_at",
                closed="closed",
            )
        )


class Page(models.Model):
    """One page. `closed` when anything on it is: its picture and whole text are then kept back."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    text = models.TextField()
    width = models.FloatField(null=True)
    height = models.FloatField(null=True)
    closed = models.BooleanField(default=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "number"], name="page_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="page_number_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.version_id} s. {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("document-page", args=[self.version_id, self.number])


class PassageQuerySet(models.QuerySet["Passage"]):
    def visible_to(self, reader: Reader) -> "PassageQuerySet":
        return self.filter(
            visible(
                reader,
                organization="page__version__organization",
                published="page__version__published_at",
                closed="closed",
            )
        )


class PassageKind(models.TextChoices):
    ITEM = "item"
    DECISION = "decision"
    RECOMMENDATION = "recommendation"
    ANNEX = "annex"
    TEXT = "text"


class Passage(models.Model):
    """A stretch of one page to be found and quoted; `heading` is the path of headings down to it."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    heading = models.JSONField(default=list)
    kind = models.CharField(max_length=20, choices=PassageKind.choices, default=PassageKind.TEXT)
    closed = models.BooleanField(default=False)

    objects = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="passage_not_empty"),
            models.CheckConstraint(condition=Q(kind__in=PassageKind.values), name="passage_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.start}-{self.end}"

    @property
    def text(self) -> str:
        """The passage, verbatim (reads the page: use `select_related("page")`)."""
        return self.page.text[self.start : self.end]


class Sourced(models.Model):
    """A row that was read in a document: the page and the stretch of it that says so.

    Null for rows that people made here.
    """

    source_page = models.ForeignKey(Page, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    source_start = models.PositiveIntegerField(null=True, blank=True)
    source_end = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        abstract = True


class AbbreviationStatus(models.TextChoices):
    PROPOSED = "proposed", _("foreslået")
    APPROVED = "approved", _("godkendt")
    REJECTED = "rejected", _("afvist")


class Abbreviation(models.Model):
    """What a short name stands for, as passages say: "Social- og Beskæftigelsesudvalget (SBU)".

    `key` is the long form in look-up words. A reader knows of it who may read one of its `passages`.
    """

    short = models.CharField(max_length=20)
    long = models.CharField(max_length=200)
    key = models.CharField(max_length=250, db_index=True)
    clear = models.BooleanField(default=False)
    status = models.CharField(
        max_length=10, choices=AbbreviationStatus.choices, default=AbbreviationStatus.PROPOSED
    )
    passages = models.ManyToManyField(Passage, related_name="abbreviations")

    class Meta:
        ordering = ["short", "long"]
        constraints = [
            models.UniqueConstraint(fields=["short", "key"], name="abbreviation_once"),
            models.CheckConstraint(
                condition=Q(status__in=AbbreviationStatus.values), name="abbreviation_status"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.long} ({self.short})"


class Vector(models.Model):
    """What a model makes of a passage's text: numbers (float16) that lie near those of texts that mean the same.

    `model` names the model and how texts are put to it: vectors of two models are never compared. No `values`: the
    model would not take the text. `owner` and `public_from` (null: not for everyone) say who may be led here.
    """

    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="vectors")
    model = models.CharField(max_length=80)
    checksum = models.CharField(max_length=64)
    values = models.BinaryField()
    owner = models.ForeignKey(Organization, on_delete=models.PROTECT, null=True, related_name="+")
    public_from = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["model", "checksum"], name="vector_by_text")]
        constraints = [
            models.UniqueConstraint(fields=["model", "passage"], name="vector_once_per_model"),
        ]

    def __str__(self) -> str:
        return f"{self.passage_id} ({self.model})"


class ScanStatus(models.TextChoices):
    WAITING = "waiting", _("venter")
    READ = "read", _("læst")
    EMPTY = "empty", _("uden tekst")
    FAILED = "failed", _("kan ikke læses")


class Scan(models.Model):
    """A page that came without text, and what became of reading it as a picture.

    `confidence` says how sure the reader was of its letters, 0 to 1. `taken_at`: somebody is reading it since then.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="scan")
    status = models.CharField(max_length=10, choices=ScanStatus.choices, default=ScanStatus.WAITING)
    confidence = models.FloatField(null=True)
    taken_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(status__in=ScanStatus.values), name="scan_status"),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(status="waiting"), name="scan_waiting"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.status}"
