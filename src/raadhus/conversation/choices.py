from django.db import models
from django.utils.translation import gettext_lazy as _


class Reason(models.TextChoices):
    """Why an answer was of no use."""

    WRONG = "wrong", _("Svaret er forkert")
    OTHER_MATTER = "other_matter", _("Det handler om noget andet")
    INCOMPLETE = "incomplete", _("Der mangler noget")
    NOT_THERE = "not_there", _("Det står slet ikke i materialet")
    SHOULD_KNOW = "should_know", _("Det står i materialet, men blev ikke fundet")
