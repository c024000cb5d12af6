"""Follow, see what came of it, change one's mind, stop."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.following.actions import change_frequency, delete, follow, pause, resume, unsubscribe
from raadhus.following.choices import Frequency, Kind
from raadhus.following.models import Subscription
from raadhus.following.query import query_in
from raadhus.following.telling import address_of, named, news_of
from raadhus.organisation.models import User
from raadhus.web.following.forms import FrequencyForm
from raadhus.web.readers import reader_in

NEWEST = 30


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow_page(request: HttpRequest) -> HttpResponse:
    """What would be followed, and how often; those without an account are shown the feeds."""
    query = query_in(request.GET.dict())
    kind = Kind.CASE if request.GET.get("som") == Kind.CASE and query.case else Kind.SEARCH
    user = request.user if isinstance(request.user, User) else None
    form = FrequencyForm(request.POST or None, initial={"frequency": Frequency.DAILY})
    if user and request.method == "POST" and not query.is_empty and form.is_valid():
        made = follow(
            query,
            kind=kind,
            frequency=form.chosen,
            user=user,
            by=reader_in(request),
            language=get_language() or "da",
        )
        return redirect(made)
    asked = Subscription(kind=kind, address=query.address)
    context = {
        "form": form,
        "query": query,
        "kind": kind,
        "named": named(asked),
        "no_mail": user and not user.email,
    }
    return render(request, "following/follow.html", context)


@login_required
@require_safe
def subscriptions(request: HttpRequest) -> HttpResponse:
    own = Subscription.objects.of(reader_in(request))
    listed = [(one, named(one)) for one in own]
    return render(request, "following/subscriptions.html", {"subscriptions": listed})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def subscription(request: HttpRequest, pk: int) -> HttpResponse:
    own = get_object_or_404(Subscription.objects.of(reader_in(request)), pk=pk)
    if request.method == "POST":
        return _changed(request, own)
    return render(
        request,
        "following/subscription.html",
        {
            "subscription": own,
            "named": named(own),
            "address": address_of(own),
            "form": FrequencyForm(initial={"frequency": own.frequency}),
            "news": news_of(own.matches.newest()[:NEWEST], own),
            "late": own.mails.exclude(last_error="").order_by("-pk").first(),
            "no_mail": not own.user.email,
        },
    )


def _changed(request: HttpRequest, own: Subscription) -> HttpResponse:
    by = reader_in(request)
    form = FrequencyForm(request.POST)
    match request.POST.get("handling"):
        case "gem" if form.is_valid():
            change_frequency(own, to=form.chosen, by=by)
        case "pause":
            pause(own, by=by)
        case "genoptag":
            resume(own, by=by)
        case "slet":
            delete(own, by=by)
            return redirect("subscriptions")
    return redirect(own)


@csrf_exempt  # the mail programs that press the button for their user have no token
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe_page(request: HttpRequest, token: str) -> HttpResponse:
    """A page with one button; looking at it changes nothing, since programs look at links too."""
    if request.method == "POST":
        unsubscribe(token)
    own = Subscription.objects.filter(token=token).first()
    if own is None:
        raise Http404
    return render(request, "following/unsubscribe.html", {"subscription": own, "named": named(own)})
