"""Atom feeds: what is public for everybody, and one for each subscription behind its secret address."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from raadhus.following.models import Subscription
from raadhus.following.query import Query, query_in
from raadhus.following.telling import News, address_of, named, news_of, written
from raadhus.organisation.models import Organization
from raadhus.web.following.entries import (
    NEWEST,
    Entry,
    entries_found,
    entries_of_decisions,
    entries_of_meetings,
)
from raadhus.web.templatetags.layout import municipality

if TYPE_CHECKING:
    _Feed = Feed[Entry, Any]
else:
    _Feed = Feed  # takes no types when the program runs


class _Entries(_Feed):
    """What all feeds share: entries become Atom."""

    feed_type = Atom1Feed

    def author_name(self) -> str:
        return municipality()

    def item_title(self, item: Entry) -> str:
        return item.title

    def item_description(self, item: Entry) -> str:
        return escape(item.text)  # Atom takes it for HTML

    def item_link(self, item: Entry) -> str:
        return item.path

    def item_guid(self, item: Entry) -> str:
        return f"tag:{urlsplit(settings.RAADHUS_URL).hostname or 'localhost'},2026:{item.name}"

    def item_updateddate(self, item: Entry) -> datetime | None:
        return item.at


class MeetingsFeed(_Entries):
    def title(self) -> str:
        return _("Dagsordener og referater")

    def link(self) -> str:
        return reverse("meetings")

    def items(self) -> Iterable[Entry]:
        return entries_of_meetings()


class DecisionsFeed(_Entries):
    def title(self) -> str:
        return _("Beslutninger")

    def link(self) -> str:
        return reverse("front")

    def items(self) -> Iterable[Entry]:
        return entries_of_decisions()


class OrganizationFeed(_Entries):
    """Agendas, minutes and decisions of one body."""

    def get_object(self, request: HttpRequest, *, pk: int) -> Organization:
        return get_object_or_404(Organization, pk=pk)

    def title(self, obj: Organization) -> str:
        return str(obj)

    def link(self, obj: Organization) -> str:
        return obj.get_absolute_url()

    def items(self, obj: Organization) -> Iterable[Entry]:
        return [*entries_of_meetings(obj), *entries_of_decisions(obj)]


class SearchFeed(_Entries):
    """What anybody finds; who asks makes no difference, so that the address can be shared."""

    def get_object(self, request: HttpRequest) -> Query:
        return query_in(request.GET.dict())

    def title(self, obj: Query) -> str:
        return _("Søgning: %(what)s") % {"what": named(Subscription(kind="search", address=obj.address))}

    def link(self, obj: Query) -> str:
        return f"{reverse('search')}?{obj.address}"

    def feed_url(self, obj: Query) -> str:
        return f"{reverse('search-feed')}?{obj.address}"

    def items(self, obj: Query) -> Iterable[Entry]:
        return entries_found(obj)


class SubscriptionFeed(_Entries):
    """What a subscription found, as far as its owner may see it today; closed words stay out, as in mails."""

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        followed = get_object_or_404(
            Subscription.objects.select_related("user__person"),
            token=kwargs["token"],
            user__is_active=True,
        )
        with translation.override(followed.language):
            response = super().__call__(request, followed=followed)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        return response

    def get_object(self, request: HttpRequest, *, followed: Subscription) -> Subscription:
        return followed

    def title(self, obj: Subscription) -> str:
        return _("Nyt om %(what)s") % {"what": named(obj)}

    def link(self, obj: Subscription) -> str:
        return address_of(obj)

    def items(self, obj: Subscription) -> Iterable[Entry]:
        matches = list(obj.matches.newest()[:NEWEST])
        times = {match.pk: match.at for match in matches}
        return [_of_news(news, times[news.match_id]) for news in news_of(matches, obj)]


def _of_news(news: News, at: datetime) -> Entry:
    where = ", ".join(filter(None, [news.organization, written(news.date) if news.date else ""]))
    told = f"{where}: »{news.sentence}«" if news.public else _("Det er ikke offentligt. Log ind og læs det.")
    return Entry(
        name=f"{news.path}#{news.match_id}",
        title=news.title if news.public else where,
        text=told,
        path=news.path,
        at=at,
    )
