"""How often somebody wants to be told."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from raadhus.following.choices import Frequency


class FrequencyForm(forms.Form):
    frequency = forms.ChoiceField(label=_("Hvor tit vil du have besked?"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(value, capfirst(str(label))) for value, label in Frequency.choices]
        self.fields["frequency"].choices = choices  # type: ignore[attr-defined]
        self.fields["frequency"].widget.attrs["class"] = "form-select"

    @property
    def chosen(self) -> Frequency:
        return Frequency(self.cleaned_data["frequency"])
