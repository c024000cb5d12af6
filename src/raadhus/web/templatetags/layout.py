"""What every page is built of: signs, the municipality's name, the menu, pages of a list, sources."""

from typing import Any

from django import template
from django.conf import settings
from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.db import DatabaseError
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from raadhus.documents.models import Sourced
from raadhus.organisation.models import Body
from raadhus.web.paging import address_of_page

register = template.Library()


@register.simple_tag
def icon(name: str, classes: str = "") -> SafeString:
    """A sign from the design system's sheet; the words beside it carry the meaning."""
    return format_html(
        '<svg class="icon-svg {}" focusable="false" aria-hidden="true"><use href="{}#{}"></use></svg>',
        classes,
        static("dkfds/img/all-svg-icons.svg"),
        name,
    )


@register.simple_tag
def municipality() -> str:
    try:
        body = Body.objects.order_by("pk").first()
    except DatabaseError:  # an error page must not fail again
        body = None
    return body.name if body else str(settings.RAADHUS_BODY)


@register.simple_tag(takes_context=True)
def current(context: dict[str, Any], *names: str) -> SafeString | str:
    """`aria-current` for the menu entry that stands for one of those pages."""
    match = getattr(context.get("request"), "resolver_match", None)
    if match is None or match.url_name not in names:
        return ""
    return format_html(' aria-current="{}"', "page" if match.url_name == names[0] else "true")


@register.inclusion_tag("parts/paging.html", takes_context=True)
def paging(context: dict[str, Any], number: int, last: int, at_least: bool = False) -> dict[str, Any]:
    """Links to the other pages of a list; nothing when there is one page. There may be more: `at_least`."""
    request = context["request"]
    address = {page: address_of_page(request, page) for page in range(1, last + 1)}
    pages = Paginator(range(last), 1).get_elided_page_range(number, on_each_side=1, on_ends=1) if last else ()
    return {
        "number": number,
        "last": last,
        "at_least": at_least,
        "pages": [(page, address.get(page) if isinstance(page, int) else None) for page in pages],
        "previous": address.get(number - 1),
        "next": address.get(number + 1),
    }


@register.inclusion_tag("parts/paging.html", takes_context=True)
def paging_of(context: dict[str, Any], page: "ListPage[Any]") -> dict[str, Any]:
    return paging(context, page.number, page.paginator.num_pages)


@register.inclusion_tag("parts/source.html")
def source(row: Sourced) -> dict[str, Any]:
    """Where it says so: the page, with the very words marked on it."""
    page = row.source_page
    if page is None:
        return {}
    address = reverse("document-page", args=[page.version_id, page.number])
    if row.source_start is not None and row.source_end is not None:
        address += f"?stykke={row.source_start}-{row.source_end}#citat"
    return {"number": page.number, "address": address}


@register.inclusion_tag("parts/field.html")
def field(bound: Any) -> dict[str, Any]:
    return {"field": bound}
