"""Outcome badges: words, a sign of their own and a colour, so that none of the three must be seen alone.

A referral, a postponement and a recommendation must never look like an adoption: only what the body
adopted is green and ticked off.
"""

from django import template
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from raadhus.meetings.choices import Outcome

register = template.Library()

SIGNS = {
    Outcome.ADOPTED: "check",
    Outcome.NOTED: "visibility",
    Outcome.DISCUSSED: "forum",
    Outcome.REFERRED: "arrow-forward",
    Outcome.POSTPONED: "hourglass",
    Outcome.REJECTED: "close",
    Outcome.WITHDRAWN: "reply",
    Outcome.NONE: "minus",
    Outcome.OTHER: "edit",
}


@register.inclusion_tag("parts/outcome.html")
def outcome(value: str) -> dict[str, str]:
    known = Outcome(value) if value in Outcome.values else Outcome.OTHER
    return {"value": known, "label": capfirst(str(known.label)), "sign": SIGNS[known]}


@register.filter
def outcome_meaning(value: str) -> str:
    """One sentence on what an outcome means, and does not mean."""
    return {
        Outcome.ADOPTED: _("Organet har sagt ja: sagen er vedtaget, godkendt eller tiltrådt."),
        Outcome.NOTED: _("Organet er blevet orienteret. Der er ikke truffet nogen anden beslutning."),
        Outcome.DISCUSSED: _("Organet har talt om sagen uden at afgøre den."),
        Outcome.REFERRED: _(
            "Sagen er sendt til behandling et andet sted, for eksempel i et udvalg. "
            "Det er ikke en vedtagelse."
        ),
        Outcome.POSTPONED: _("Sagen er udsat til et senere møde. Den er ikke afgjort."),
        Outcome.REJECTED: _("Forslaget er forkastet eller kunne ikke tiltrædes."),
        Outcome.WITHDRAWN: _("Punktet er udgået eller trukket tilbage og blev ikke behandlet."),
        Outcome.NONE: _("Der er intet til referat under punktet."),
        Outcome.OTHER: _("Beslutningen passer ikke i de andre grupper. Læs ordlyden."),
    }.get(Outcome(value), "")
