"""What the search box needs to suggest while someone types. Without JavaScript it is an ordinary field."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()


@register.simple_tag
def suggesting() -> SafeString:
    """Where the suggestions come from, and the words the script says."""
    return format_html(
        'data-suggest="{}" data-suggest-label="{}" data-suggest-found="{}" data-suggest-none="{}"',
        reverse("suggestions"),
        _("Forslag"),
        _("Forslag: %s. Brug pil op og ned."),
        _("Ingen forslag"),
    )
