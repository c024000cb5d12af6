"""The list of meetings, a meeting, an item."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from raadhus.documents.models import Passage, Version
from raadhus.meetings.agenda import agenda
from raadhus.meetings.details import with_details
from raadhus.meetings.models import AgendaItem, Meeting, MeetingSource
from raadhus.openness import Reader
from raadhus.organisation.models import Organization
from raadhus.timeline.life import life_of_item
from raadhus.web.paging import number_in, page_of
from raadhus.web.readers import reader_in


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    seen = Meeting.objects.visible_to(reader_in(request))
    years = [day.year for day in seen.dates("date", "year", order="DESC")]
    organizations = Organization.objects.filter(pk__in=seen.values("organization")).in_order()
    organization = organizations.filter(pk=number_in(request, "organ") or 0).first()
    year = number_in(request, "aar")
    chosen = seen.select_related("organization")
    if organization:
        chosen = chosen.of(organization)
    if year:
        chosen = chosen.in_year(min(year, 9999))
    return render(
        request,
        "meetings/meetings.html",
        {
            "upcoming": chosen.upcoming(),
            "page": page_of(request, chosen.held(), size=25),
            "years": years,
            "year": year,
            "organizations": organizations,
            "organization": organization,
        },
    )


@require_safe
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    reader = reader_in(request)
    seen = Meeting.objects.visible_to(reader).select_related("organization", "body", "minutes")
    shown = get_object_or_404(seen, pk=pk)
    items = agenda(shown, reader=reader, dropped=True)
    return render(
        request,
        "meetings/meeting.html",
        {
            "meeting": shown,
            "items": [item for item in items if not item.dropped],
            "dropped": [item for item in items if item.dropped],
            "has_closed": any(item.hidden for item in items),
            "attendances": shown.attendances.select_related("person"),
            "sources": MeetingSource.objects.visible_to(reader)
            .filter(meeting=shown, version__in=Version.objects.readable_by(reader))
            .select_related("version__document")
            .order_by("-is_current", "-version__received_at"),
        },
    )


@require_safe
def item(request: HttpRequest, pk: int) -> HttpResponse:
    reader = reader_in(request)
    seen = AgendaItem.objects.visible_to(reader)
    shown = get_object_or_404(with_details(seen, reader=reader), pk=pk)
    neighbours = list(seen.filter(meeting=shown.meeting, dropped=False))
    place = neighbours.index(shown) if shown in neighbours else None
    return render(
        request,
        "meetings/item.html",
        {
            "item": shown,
            "meeting": shown.meeting,
            "may_correct": request.user.is_authenticated and reader.belongs_to(shown.meeting.organization_id),
            "passages": _text_of(shown, reader=reader),
            "life": life_of_item(shown, reader=reader),
            "previous": neighbours[place - 1] if place else None,
            "next": neighbours[place + 1] if place is not None and place + 1 < len(neighbours) else None,
        },
    )


def _text_of(item: AgendaItem, *, reader: Reader) -> list[Passage]:
    """What the paper that the item was read in says under it, annexes apart."""
    if item.source_page is None:
        return []
    passages = Passage.objects.visible_to(reader).filter(
        placement__item=item, placement__attachment=None, page__version=item.source_page.version_id
    )
    return list(passages.select_related("page").order_by("page__number", "start"))
