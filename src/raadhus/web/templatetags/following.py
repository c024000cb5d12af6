"""The link that leads to following what a page shows."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.urls import reverse

from raadhus.following.query import CHOICES, Query

register = template.Library()


@register.inclusion_tag("parts/follow_search.html")
def follow_search(asked: dict[str, Any]) -> dict[str, Any]:
    """Follow the search whose cleaned form `asked` is; nothing when it asks for nothing."""
    query = _query_of(asked)
    if query.is_empty:
        return {}
    return {"follow": f"{reverse('follow')}?{query.address}", "feed": _feed_of(query)}


@register.simple_tag
def feed_of_search(asked: dict[str, Any]) -> str:
    """The address of the search's feed, for programs that look for one; empty when it asks for nothing."""
    query = _query_of(asked)
    return "" if query.is_empty else _feed_of(query)


def _query_of(asked: dict[str, Any]) -> Query:
    organization = asked.get("organ")
    return Query(
        text=asked.get("q") or "",
        organization=getattr(organization, "pk", None),
        since=asked.get("fra"),
        until=asked.get("til"),
        case=asked.get("sag") or "",
        choices=tuple((name, asked[name]) for name in CHOICES if asked.get(name)),
    )


def _feed_of(query: Query) -> str:
    return f"{reverse('search-feed')}?{query.address}"


@register.inclusion_tag("parts/follow_case.html")
def follow_case(number: str) -> dict[str, Any]:
    return {"follow": f"{reverse('follow')}?{urlencode({'som': 'case', 'sag': number})}"}
