"""The list of bodies, and one of them."""

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.coverage import watch
from raadhus.meetings.models import Meeting
from raadhus.organisation.models import Membership, Organization
from raadhus.web.organisation.figures import chart_of, years_of
from raadhus.web.readers import reader_in


@require_safe
def organizations(request: HttpRequest) -> HttpResponse:
    meetings = Meeting.objects.visible_to(reader_in(request)).filter(organization=OuterRef("pk"))
    listed = Organization.objects.annotate(
        last=meetings.held().values("date")[:1], next=meetings.upcoming().values("date")[:1]
    )
    seated = Membership.objects.on(timezone.localdate()).filter(organization=OuterRef("pk"))
    listed = listed.filter(Exists(meetings) | Exists(seated)).in_order()
    return render(request, "organisation/organizations.html", {"organizations": listed})


@require_safe
def organization(request: HttpRequest, pk: int) -> HttpResponse:
    reader = reader_in(request)
    shown = get_object_or_404(Organization.objects.select_related("body"), pk=pk)
    meetings = Meeting.objects.visible_to(reader).of(shown).select_related("organization")
    years = years_of(shown, reader=reader)
    seats = Membership.objects.on(timezone.localdate()).filter(organization=shown)
    return render(
        request,
        "organisation/organization.html",
        {
            "organization": shown,
            "seats": seats.select_related("person").in_order(),
            "upcoming": meetings.upcoming()[:5],
            "latest": meetings.held()[:6],
            "years": years,
            "chart": chart_of(years),
        },
    )


@require_safe
def missing(request: HttpRequest) -> HttpResponse:
    """What should have come and has not, body by body."""
    watched = watch(reader=reader_in(request))
    return render(
        request,
        "organisation/missing.html",
        {
            "watched": watched,
            "late": [meeting for one in watched for meeting in one.late],
            "gone": [one for one in watched if one.missing],
            "days": settings.RAADHUS_MINUTES_DAYS,
        },
    )
