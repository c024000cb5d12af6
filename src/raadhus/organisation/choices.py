from django.db import models
from django.utils.translation import gettext_lazy as _


class Classification(models.TextChoices):
    COUNCIL = "council", _("byråd")
    MAGISTRATE = "magistrate", _("magistrat")
    COMMITTEE = "committee", _("udvalg")
    EXECUTIVE = "executive", _("rådmandsmøde")
    DEPARTMENT = "department", _("afdeling")
    OTHER = "other", _("andet organ")


class Role(models.TextChoices):
    MEMBER = "member", _("medlem")
    CHAIR = "chair", _("formand")
    SUBSTITUTE = "substitute", _("stedfortræder")
    SECRETARY = "secretary", _("sekretær")
    CASE_OFFICER = "case_officer", _("sagsbehandler")
