"""What is left to look at, and a paper's warnings page by page. For those with a seat in its organization."""

from collections import Counter

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from raadhus.documents.models import Page, Version
from raadhus.ingest.warnings import Warned, accept_warnings, left_to_look_at, own_versions, warnings_of
from raadhus.meetings.models import AgendaItem, Correction
from raadhus.meetings.querysets import AgendaItemQuerySet
from raadhus.openness import Reader
from raadhus.web.documents.pictures import has_pictures
from raadhus.web.paging import number_in, page_of
from raadhus.web.readers import reader_in

SHOWN = 25
QUESTIONED = 100
"""So many corrections to look at again are listed at once."""


@login_required
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    reader = reader_in(request)
    questioned = Correction.objects.filter(look_again=True, item__in=own_items(reader))
    questioned = questioned.select_related("item__meeting__organization")
    page = page_of(request, left_to_look_at(reader=reader), size=SHOWN)
    return render(
        request, "correcting/corrections.html", {"page": page, "questioned": questioned[:QUESTIONED]}
    )


@login_required
@require_safe
def warned(request: HttpRequest, pk: int) -> HttpResponse:
    """One page of the paper with its warnings; without a number the first with something left to look at."""
    reader = reader_in(request)
    version = _own_version(pk, reader)
    told = [(min(max(one.page, 1), version.page_count), one) for one in warnings_of(version, reader=reader)]
    left = sorted({number for number, one in told if one.accepted is None})
    number = number_in(request, "side") or next(iter(left), 1)
    shown = get_object_or_404(Page.objects.visible_to(reader), version=version, number=number)
    here = [one for at, one in told if at == number]
    on_page = Q(source_page=shown) | Q(
        attachments__version=version, attachments__first_page__lte=number, attachments__last_page__gte=number
    )
    return render(
        request,
        "correcting/warnings.html",
        {
            "version": version,
            "page": shown,
            "number": number,
            "picture": has_pictures(version),
            "warnings": here,
            "alike": _alike(here, told),
            "left": sum(one.accepted is None for _, one in told),
            "next": next((n for n in left if n > number), next((n for n in left if n != number), None)),
            "items": own_items(reader).filter(on_page).distinct().select_related("meeting__organization"),
            "all_items": own_items(reader)
            .filter(source_page__version=version)
            .select_related("meeting__organization"),
        },
    )


@login_required
@require_POST
def accepted(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that warnings are in order: one by its place in the list, or all that are of one kind."""
    reader = reader_in(request)
    version = _own_version(pk, reader)
    told = warnings_of(version, reader=reader)
    asked, kind = request.POST.get("advarsel", ""), request.POST.get("slags")
    said = [one.position for one in told if str(one.position) == asked or one.code == kind]
    number = accept_warnings(version, said, by=reader)
    if number:
        done = ngettext("1 advarsel er i orden.", "%(number)s advarsler er i orden.", number)
        messages.info(request, done % {"number": number})
    else:
        messages.info(request, _("Advarslen er allerede i orden."))
    side = request.POST.get("side", "")
    return redirect(f"{reverse('warnings', args=[pk])}{f'?side={side}' if side.isdecimal() else ''}")


def own_items(reader: Reader) -> AgendaItemQuerySet:
    """The items that the reader may correct: those of organizations where the reader has a seat."""
    rows = AgendaItem.objects.visible_to(reader)
    return rows if reader.sees_all else rows.filter(meeting__organization__in=reader.organizations)


def _alike(here: list[Warned], told: list[tuple[int, Warned]]) -> list[tuple[Warned, int]]:
    """A warning of each kind on the page of which several are left, and how many they are in the paper."""
    left = Counter(one.code for _, one in told if one.accepted is None)
    kinds = {one.code: one for one in here if one.accepted is None}
    return [(one, left[code]) for code, one in kinds.items() if left[code] > 1]


def _own_version(pk: int, reader: Reader) -> Version:
    version = own_versions(reader=reader).select_related("document", "organization").filter(pk=pk).first()
    if version is None:
        raise Http404
    return version
