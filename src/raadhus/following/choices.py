from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    SEARCH = "search", _("søgning")
    CASE = "case", _("sag")


class Frequency(models.TextChoices):
    AT_ONCE = "at_once", _("med det samme")
    DAILY = "daily", _("hver dag")
    WEEKLY = "weekly", _("hver uge")
    FEED = "feed", _("kun i feedet")


class Standing(models.TextChoices):
    """How it stands with a mail. `void`: nothing was left to tell, or nobody to tell it to."""

    WAITING = "waiting", _("venter")
    SENT = "sent", _("sendt")
    VOID = "void", _("bortfaldet")
    GIVEN_UP = "given_up", _("opgivet")
