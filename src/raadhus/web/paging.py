"""Long lists, a page at a time; the page stands in the address as `side`. Numbers read from an address."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PARAMETER = "side"


def page_of(request: HttpRequest, rows: Any, *, size: int) -> "Page[Any]":
    """Return the page asked for; the first or the last where the address asks for one that is not there."""
    return Paginator(rows, size).get_page(request.GET.get(PARAMETER))


def address_of_page(request: HttpRequest, number: int) -> str:
    """Return the query string that shows page `number` of the same list."""
    query = request.GET.copy()
    query[PARAMETER] = str(number)
    return f"?{query.urlencode()}"


def number_in(request: HttpRequest, name: str) -> int | None:
    """Return the whole number that stands in the address under `name`; anything else, and what no row of
    ours could have, counts as nothing."""
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 18 else None
