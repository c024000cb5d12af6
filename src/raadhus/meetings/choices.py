from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    AGENDA = "agenda", _("dagsorden")
    MINUTES = "minutes", _("referat")


class SourceRole(models.TextChoices):
    PACKAGE = "package", _("mødets egen pakke")
    NESTED = "nested", _("gengivet i et bilag")


class Visibility(models.TextChoices):
    OPEN = "open", _("åbent")
    CLOSED = "closed", _("lukket")
    UNKNOWN = "unknown", _("ikke oplyst")


class AttendanceStatus(models.TextChoices):
    PRESENT = "present", _("til stede")
    EXCUSED = "excused", _("afbud")


class Outcome(models.TextChoices):
    ADOPTED = "adopted", _("vedtaget")
    NOTED = "noted", _("taget til efterretning")
    DISCUSSED = "discussed", _("drøftet")
    REFERRED = "referred", _("sendt videre")
    POSTPONED = "postponed", _("udsat")
    REJECTED = "rejected", _("ikke tiltrådt")
    WITHDRAWN = "withdrawn", _("udgået")
    NONE = "none", _("intet til referat")
    OTHER = "other", _("andet")


class Corrected(models.TextChoices):
    """What of an item a person may correct; the order is the one to do it in."""

    TITLE = "title", _("overskrift")
    CASE = "case", _("sagsnummer")
    DECISION = "decision", _("beslutning")
    OUTCOME = "outcome", _("udfald")
    PAGES = "pages", _("bilagets sider")
