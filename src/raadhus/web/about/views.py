"""Help, and what machines ask for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raadhus.meetings.choices import Outcome
from raadhus.web.about.syntax import syntax

# Pages may be indexed; searches, alerts, sign-in and the pictures of pages only cost, and show nothing new.
ROBOTS = """User-agent: *
Disallow: /soeg
Disallow: /spoerg
Disallow: /foelg
Disallow: /abonnement
Disallow: /mine
Disallow: /log-ind
Disallow: /*.webp
"""


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "about/help.html", {"outcomes": Outcome.values, "syntax": syntax()})


@require_safe
def robots(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(ROBOTS, content_type="text/plain; charset=utf-8")
