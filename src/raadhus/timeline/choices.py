from django.db import models
from django.utils.translation import gettext_lazy as _


class LinkKind(models.TextChoices):
    """Why two things may be the same case, the surest reason first."""

    CASE_NUMBER = "case-number", _("sagsnummer")
    ANNEX = "annex-number", _("sagsnummer på et bilag")
    ROUTE = "route", _("sagsforløb")
    REFERRAL = "referral", _("sendt videre")
    TITLE = "title", _("overskrift")


class LinkStatus(models.TextChoices):
    FOUND = "found", _("fundet")
    CONFIRMED = "confirmed", _("bekræftet")
    REJECTED = "rejected", _("afvist")
