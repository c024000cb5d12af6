"""A case's timeline, an item's, and the two verdicts on a link."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from raadhus.cases.models import Case
from raadhus.meetings.models import AgendaItem
from raadhus.openness import NotAllowed, Reader
from raadhus.timeline.actions import confirm_link, reject_link, reopen_link
from raadhus.timeline.life import Life, life_of_case, life_of_item
from raadhus.timeline.models import Link
from raadhus.web.cases.route import route_of
from raadhus.web.readers import reader_in


@require_safe
def case(request: HttpRequest, number: str) -> HttpResponse:
    """The case of that number, however it is written; where two municipalities use it, the first to be seen."""
    reader = reader_in(request)
    for found in Case.objects.numbered(number):
        life = life_of_case(found, reader=reader)
        if life.events:
            return _shown(request, life, reader, number=found.number)
    raise Http404  # knowing a number gives no right to know that the case is there


@require_safe
def item_life(request: HttpRequest, pk: int) -> HttpResponse:
    """The life of what the item treats, for items that carry no number of their own."""
    reader = reader_in(request)
    item = get_object_or_404(AgendaItem.objects.visible_to(reader).select_related("case"), pk=pk)
    life = life_of_item(item, reader=reader)
    number = life.cases[0].number if len(life.cases) == 1 else None
    return _shown(request, life, reader, number=number)


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    return _decided(request, pk, confirm_link)


@require_POST
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    return _decided(request, pk, reject_link)


@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    return _decided(request, pk, reopen_link)


def _shown(request: HttpRequest, life: Life, reader: Reader, *, number: str | None) -> HttpResponse:
    return render(
        request,
        "cases/case.html",
        {"life": life, "number": number, "route": route_of(life.events), "reader": reader},
    )


def _decided(request: HttpRequest, pk: int, verb: Callable[..., Link]) -> HttpResponse:
    reader = reader_in(request)
    link = get_object_or_404(Link.objects.visible_to(reader), pk=pk)
    try:
        verb(link, by=reader)
    except NotAllowed as refused:
        raise PermissionDenied from refused
    back = request.POST.get("tilbage", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return redirect(back)
    return redirect("item-life", pk=link.item_id)
