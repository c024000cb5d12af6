"""What can be asked, judged and shared."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.conversation.choices import Reason
from raadhus.conversation.models import LONGEST
from raadhus.openness import Reader
from raadhus.organisation.models import Organization


class QuestionForm(forms.Form):
    """`efter` is the question before; `ordret` takes a question as it stands."""

    q = forms.CharField(
        label=_("Dit spørgsmål"),
        max_length=LONGEST,
        required=False,
        error_messages={"max_length": _("Spørgsmålet er for langt. Skriv højst %(limit_value)d tegn.")},
    )
    efter = forms.CharField(max_length=LONGEST, required=False)
    ordret = forms.BooleanField(required=False)


class VerdictForm(forms.Form):
    q = forms.CharField(max_length=LONGEST)
    hjalp = forms.ChoiceField(choices=[("ja", _("Ja")), ("nej", _("Nej"))])
    grund = forms.ChoiceField(choices=Reason.choices, required=False)
    bemaerkning = forms.CharField(max_length=500, required=False)


class ShareForm(forms.Form):
    """For whom the link is: everyone (empty), or one of the reader's own bodies. Nothing is chosen beforehand."""

    EVERYONE = "alle"

    q = forms.CharField(max_length=LONGEST)
    til = forms.ChoiceField(error_messages={"required": _("Vælg, hvem der må åbne linket.")})

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Organization.objects.in_order()
        self.bodies = {str(b.pk): b for b in bodies if reader.belongs_to(b.pk)}
        self.fields["til"].choices = [(self.EVERYONE, ""), *((key, str(b)) for key, b in self.bodies.items())]  # type: ignore[attr-defined]

    @property
    def audience(self) -> Organization | None:
        return self.bodies.get(self.cleaned_data["til"])
