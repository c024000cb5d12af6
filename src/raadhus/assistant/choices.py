from django.db import models
from django.utils.translation import gettext_lazy as _


class Asker(models.TextChoices):
    """Who asked: an account, somebody without one, or the operator at the machine."""

    USER = "user", _("bruger")
    ANONYMOUS = "anonymous", _("uden login")
    OPERATOR = "operator", _("driften")


class Ending(models.TextChoices):
    """How a call of the language model ended. `STARTED` that stays so was cut off with its process."""

    STARTED = "started", _("begyndt")
    OK = "ok", _("formuleret")
    TOO_LITTLE = "too_little", _("for lidt kunne bevises")
    TIMEOUT = "timeout", _("tog for lang tid")
    ERROR = "error", _("fejl")
    LEFT = "left", _("læseren gik")
    SWITCHED_OFF = "switched_off", _("slået fra")
    OVER_LIMIT = "over_limit", _("over grænsen")
    KEPT_BACK = "kept_back", _("svaret måtte ikke sendes")
