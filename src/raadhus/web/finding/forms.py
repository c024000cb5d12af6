"""What can be asked for on the search page; everything stands in the address."""

from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.organisation.models import Organization

DATES = ["%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y"]
SORTINGS = [("relevance", _("Bedste svar først")), ("date", _("Nyeste først"))]


class DayField(forms.DateField):
    """A day as people write it (27-08-2025, 27.8.2025), or only a year: then `within` says which day of it."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("Skriv en dato eller et år, for eksempel 27-08-2025 eller 2025.")
    }

    def __init__(self, *, within: tuple[int, int], **kwargs: Any) -> None:
        super().__init__(input_formats=DATES, help_text=_("Dato eller år, fx 27-08-2025"), **kwargs)
        self.within = within

    def to_python(self, value: Any) -> date | None:
        text = str(value or "").strip()
        if len(text) == 4 and text.isdecimal() and text != "0000":
            return date(int(text), *self.within)
        return super().to_python(text)


class SearchForm(forms.Form):
    q = forms.CharField(label=_("Søg efter"), max_length=200, required=False)
    organ = forms.ModelChoiceField(
        Organization.objects.none(), label=_("Organ"), required=False, empty_label=_("Alle organer")
    )
    fra = DayField(label=_("Fra"), required=False, within=(1, 1))
    til = DayField(label=_("Til"), required=False, within=(12, 31))
    sag = forms.CharField(label=_("Sagsnummer"), max_length=60, required=False)
    sortering = forms.ChoiceField(label=_("Rækkefølge"), choices=SORTINGS, required=False)

    # Chosen among the facets beside the result, and kept when the words are changed.
    aar = forms.CharField(max_length=4, required=False, widget=forms.HiddenInput)
    type = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    udfald = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    afdeling = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    sagsnr = forms.CharField(max_length=60, required=False, widget=forms.HiddenInput)
    person = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organ"].queryset = Organization.objects.in_order()  # type: ignore[attr-defined]
        for field in self.fields.values():
            if field.widget.is_hidden:
                continue
            kind = "form-select" if isinstance(field.widget, forms.Select) else "form-input"
            field.widget.attrs["class"] = kind

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        since, until = cleaned.get("fra"), cleaned.get("til")
        if since and until and since > until:
            self.add_error("til", _("Til-datoen ligger før fra-datoen."))
        return cleaned

    @property
    def asks(self) -> bool:
        """True when there is something to look for: words, or what a filter lets through."""
        return self.is_valid() and any(self.cleaned_data[name] for name in self.fields if name != "sortering")

    @property
    def kept(self) -> list[forms.BoundField]:
        """The choices to send along; those that are empty stay out of the address."""
        return [field for field in self.hidden_fields() if field.value()]
