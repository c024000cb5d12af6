"""What of an item can be corrected. Only what somebody has changed on the page is taken for a correction."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from raadhus.meetings.choices import Corrected, Outcome
from raadhus.meetings.corrections import value_of
from raadhus.meetings.models import AgendaItem, Attachment


class Lines(forms.CharField):
    """Text whose lines end as ours do, however the browser ends them."""

    def to_python(self, value: Any) -> str:
        text = value.replace("\r\n", "\n") if isinstance(value, str) else value
        return super().to_python(text) or ""


class ItemForm(forms.Form):
    """What was on the page when it was opened comes along, so that what an import has changed meanwhile
    is not put back by somebody who changed something else."""

    title = Lines(label=_("Overskrift"), required=False, widget=forms.Textarea(attrs={"rows": 2}))
    case = Lines(
        label=_("Sagsnummer"), required=False, help_text=_("Tomt, hvis punktet ikke hører til en sag.")
    )
    decision = Lines(label=_("Beslutning"), required=False, widget=forms.Textarea(attrs={"rows": 8}))
    outcome = forms.ChoiceField(label=_("Udfald"), required=False)

    def __init__(self, data: Any = None, *, item: AgendaItem, annexes: list[Attachment]) -> None:
        initial: dict[str, Any] = {what.value: value_of(item, what) for what in _OF_ITEM}
        self.annexes = {str(annex.pk): annex for annex in annexes}
        for key, annex in self.annexes.items():
            initial |= {f"first-{key}": annex.first_page, f"last-{key}": annex.last_page}
        super().__init__(data, initial=initial)
        outcomes = [("", _("Ingen beslutning"))] + [
            (value, capfirst(str(label))) for value, label in Outcome.choices
        ]
        self.fields["outcome"].choices = outcomes  # type: ignore[attr-defined]
        for key in self.annexes:
            self.fields[f"first-{key}"] = forms.IntegerField(label=_("Fra side"), required=False, min_value=1)
            self.fields[f"last-{key}"] = forms.IntegerField(label=_("Til side"), required=False, min_value=1)
        for name, field in self.fields.items():
            field.show_hidden_initial = True
            field.widget.attrs["class"] = "form-select" if name == "outcome" else "form-input"
            if name in _IN_DANISH:
                field.widget.attrs["lang"] = "da"

    def changes(self) -> Iterator[tuple[str, Corrected, str, Attachment | None]]:
        """What has been changed, in the order to do it in: the field, what it is, the new value, whose pages."""
        changed = set(self.changed_data)
        for what in _OF_ITEM:
            if what.value in changed:
                yield what.value, what, self.cleaned_data[what.value], None
        for key, annex in self.annexes.items():
            first, last = f"first-{key}", f"last-{key}"
            if changed & {first, last}:
                said = (self.cleaned_data.get(first), self.cleaned_data.get(last))
                yield last, Corrected.PAGES, "-".join("" if n is None else str(n) for n in said), annex

    def pages(self) -> list[tuple[Attachment, forms.BoundField, forms.BoundField]]:
        """Each annex with its two fields."""
        return [(annex, self[f"first-{key}"], self[f"last-{key}"]) for key, annex in self.annexes.items()]


_OF_ITEM = (Corrected.TITLE, Corrected.CASE, Corrected.DECISION, Corrected.OUTCOME)
_IN_DANISH = ("title", "decision")
