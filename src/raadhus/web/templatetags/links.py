"""The reason for a link, and who may say that it is wrong."""

from typing import Any

from django import template

from raadhus.openness import Reader
from raadhus.timeline.actions import may_decide
from raadhus.timeline.models import Link
from raadhus.timeline.reasons import reason_of

register = template.Library()
register.filter("reason", reason_of)


@register.inclusion_tag("cases/_verdict.html", takes_context=True)
def verdict(context: dict[str, Any], link: Link, reader: Reader) -> dict[str, Any]:
    """The buttons "same" and "not the same" for `link`; nothing for those who may not say."""
    return {
        "link": link,
        "may": may_decide(link, by=reader),
        "csrf_token": context.get("csrf_token"),
        "back": context["request"].get_full_path(),
    }
