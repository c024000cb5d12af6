"""What can be asked for on the search page; everything stands in the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.organisation.models import Organization

DATES = ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"]
SORTINGS = [("relevance", _("Bedste svar først")), ("date", _("Nyeste først"))]


class SearchForm(forms.Form):
    q = forms.CharField(label=_("Søg efter"), max_length=200, required=False)
    organ = forms.ModelChoiceField(
        Organization.objects.none(), label=_("Organ"), required=False, empty_label=_("Alle organer")
    )
    fra = forms.DateField(label=_("Fra dato"), required=False, input_formats=DATES)
    til = forms.DateField(label=_("Til dato"), required=False, input_formats=DATES)
    sag = forms.CharField(label=_("Sagsnummer"), max_length=60, required=False)
    sortering = forms.ChoiceField(label=_("Rækkefølge"), choices=SORTINGS, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organ"].queryset = Organization.objects.in_order()  # type: ignore[attr-defined]
        for name in ("fra", "til"):
            self.fields[name].widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        for field in self.fields.values():
            kind = "form-select" if isinstance(field.widget, forms.Select) else "form-input"
            field.widget.attrs["class"] = kind

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("fra"), cleaned.get("til")
        if since and until and since > until:
            self.add_error("til", _("Til-datoen ligger før fra-datoen."))
        return cleaned

    @property
    def narrowed(self) -> bool:
        """True when more than words is asked for: the filters are then shown unfolded."""
        return any(self.data.get(name) for name in ("organ", "fra", "til", "sag"))


class QuestionForm(forms.Form):
    q = forms.CharField(label=_("Dit spørgsmål"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["q"].widget.attrs["class"] = "form-input"
